"""The HTTP server: the application, what stands before it, and the addresses beside GraphQL."""
