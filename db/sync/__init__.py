"""Bundles: how stations exchange the journal by carried files."""
