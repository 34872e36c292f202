"""What sources claim, in immutable pages under one head."""
