"""What the connectors of directories share: fetching users and groups, and normalizing them by a declared mapping."""
