"""Each use case, with its refusals."""
