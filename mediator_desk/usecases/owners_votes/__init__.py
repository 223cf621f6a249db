"""Owners' votes: put a matter to the owners, gather their ballots, count them, tell the result."""
