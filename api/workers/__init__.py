"""What runs beside requests: reading sources on a schedule, counting spans, following published snapshots."""
