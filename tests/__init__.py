"""The tests: every name is the sentence it proves."""
