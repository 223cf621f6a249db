"""Papers as they leave the desk, and the signed pages that come back."""
