"""Ledgers: what is refused at the door, what is read, and what is given back."""
