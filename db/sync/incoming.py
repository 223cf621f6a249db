"""What comes from a peer."""
