"""The windows: what a mediator sees and presses. They know the desk, never the tables."""
