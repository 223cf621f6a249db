"""Bundles: their bytes, their refusals, and stations that carry them."""
