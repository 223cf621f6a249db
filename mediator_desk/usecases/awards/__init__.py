"""Awards for mediated cases (以案定补): what can be claimed, and the way of a claim."""
