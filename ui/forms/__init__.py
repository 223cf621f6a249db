"""Forms gather text into a frozen request and hand it over."""
