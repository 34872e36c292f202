"""What several connectors share to turn what they read into claims."""
