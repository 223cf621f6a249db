"""Small reusable pieces of a window."""
