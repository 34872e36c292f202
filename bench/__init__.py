"""What Remit costs, measured beside what else could do it."""
