"""Pictures of figures, worked out once: windows paint them, papers print them."""
