"""What the desk prints: plain rows in, PDF bytes out. Nothing else in the desk prints."""
