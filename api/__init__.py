"""HOW IT GETS OUT: settings, the command line, HTTP and GraphQL."""
