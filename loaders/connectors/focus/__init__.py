"""FOCUS: the FinOps Foundation's cost and usage files (1.0 to 1.4; CSV, gzipped CSV, Parquet, JSON) of any cloud or vendor.

One column of cost counts: EffectiveCost, in BillingCurrency (BilledCost where a file has no EffectiveCost). Only AI counts:
the service category "AI and Machine Learning", the services of a table, everything of an AI vendor; the rest is left out, and a
note gives its sum. Usage of one day is usage rows by key, user, project and model; purchases, taxes, credits and
adjustments are charges. Of a split cost the allocated rows count and their origin does not. A run replaces its whole billing
period: load all files of a month together. The application is `<vendor>/<billing account>`, or what --source calls it: with
`--source focus:acme` a bill of OpenAI is of the application of the connector openai, instance acme, and the same spend
counts once. What `remit export --format focus` wrote is read by its `x_Remit` columns: it is the same ledger again.
"""

from loaders.connectors.focus.normalize import normalize
from loaders.connectors.focus.recognize import recognize

__all__ = ["normalize", "recognize"]
