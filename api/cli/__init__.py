"""The command line: one module for each command, `main` for all, and what they print with."""
