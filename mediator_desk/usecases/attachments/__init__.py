"""Files kept with a record: taken in at the door, described, read, put aside."""
