"""Pictures that come from outside are made anew, so that nothing hidden in them is kept."""
