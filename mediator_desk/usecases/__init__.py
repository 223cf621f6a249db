"""What people do at the desk: one file, one function, one transaction each."""
