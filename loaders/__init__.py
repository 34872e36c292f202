"""HOW IT GETS IN: reading systems and files into claims."""
