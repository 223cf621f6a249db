"""How the desk reckons: pure functions over records, with no Qt, no SQL and no clock of their own."""
