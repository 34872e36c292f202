"""What directories of people have in common: how they are asked, and how what they tell becomes records."""
