"""What goes to a peer: everything it may have and did not say it holds."""
