"""How the desk reckons: pure functions over records; no Qt, no SQL, no clock of their own."""
