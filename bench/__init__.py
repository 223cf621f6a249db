"""Speed and memory, measured against a floor in the same run; figures go to docs/performance.md."""
