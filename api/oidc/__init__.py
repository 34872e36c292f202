"""OpenID Connect: bearer tokens of an issuer, and signing in by its authorization code flow."""
