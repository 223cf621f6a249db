"""The common revenue of a quarter: keep its account, decide its use (四议), post both (两公开)."""
