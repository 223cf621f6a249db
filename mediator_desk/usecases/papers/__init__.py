"""Which papers the desk prints, what each is about, and the facts each is made of."""
