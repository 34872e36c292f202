"""Google Cloud Billing in BigQuery: saved query answers and exported rows, what Vertex AI and Gemini cost by SKU, project, label.

The cost of a row is usage, its credits are charges of category credit; where an answer tells the net cost alone, that counts.
Attribution is by project and by the labels `user`, `agent` and `team` of requests: Google's bill names nobody else. Other
services are left out, and a note gives their sum. Rows replace the days that they mention: export or query whole UTC days. Pages of an
answer are saved as `costs.1.json`, `costs.2.json`; without one of them, or of a job that is not complete, the run is PARTIAL.
The application is `gcp/<billing account>`, or what --source calls it, as in a FOCUS export of the same bill.
"""

from loaders.connectors.gcp_billing.normalize import normalize
from loaders.connectors.gcp_billing.recognize import recognize

__all__ = ["normalize", "recognize"]
