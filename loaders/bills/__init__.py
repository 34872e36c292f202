"""What the connectors to bills share: meters and their units, services of AI, whom a line names, the runs made of lines."""
