"""WHAT IT MEANS: the questions, each a pure function of a snapshot."""
