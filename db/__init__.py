"""The store: encrypted tables, the journal, search, and bundles. It knows no windows."""
