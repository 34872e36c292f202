"""What several questions ask of usage: exact integer sums, duplicates, currency conversion, spend."""
