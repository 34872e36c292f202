"""How a live system is read: settings, signing in, HTTP, pages, schedule."""
