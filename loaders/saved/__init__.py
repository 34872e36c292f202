"""How files are read: opened, parsed, and their fields read one by one."""
