"""Pictures drawn, damaged and cleaned."""
