"""Read-only Cypher statements of people: checked, executed and limited."""
