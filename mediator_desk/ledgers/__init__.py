"""Excel in and out: rows a person typed elsewhere, checked before anything is logged."""
