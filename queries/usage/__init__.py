"""What several questions ask of usage: amounts in one currency, days that sources cover, spend of principals."""
