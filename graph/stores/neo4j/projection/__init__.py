"""The resolved graph that publishing shows, edition by edition."""
