"""The acceptance scenarios of the domain, each a test named by its sentence."""
