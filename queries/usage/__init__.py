"""What several questions ask of usage: integer sums, duplicates, currency, spend."""
