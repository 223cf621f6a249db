"""The command line: the second face of the desk, over the same use cases as the windows."""
