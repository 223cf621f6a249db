"""The password of the bench's throw-away stores."""

PASSWORD = "bench-only"
