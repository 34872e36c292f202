"""SCIM 2.0 dumps of a directory: list responses of Users and Groups."""

from loaders.connectors.scim.envelope import MARKS, recognizes
from loaders.connectors.scim.run import normalize

__all__ = ["MARKS", "normalize", "recognizes"]
