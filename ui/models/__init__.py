"""Qt models: they show rows they are given and never ask for them."""
