"""OpenTelemetry: spans of GenAI and MCP calls, pushed to `POST /v1/traces` or saved as OTLP JSON, become usage.

Nothing of what people and models said to each other is read. Pushed spans need no settings but REMIT_LOAD_TOKEN; files need none.
Each span counts once by its id, and of several spans of one call exactly one counts (`loaders/connectors/otlp/counting.py`),
whether they were pushed, saved or both, and however often files are loaded. Files loaded with --source are counted apart.
"""

from loaders.connectors.otlp.normalize import normalize, recognize

__all__ = ["normalize", "recognize"]
