"""The open record format of Remit, JSON Lines: read as a stream, written line by line."""

from loaders.connectors.records.decode import read_line, usage_detail
from loaders.connectors.records.encode import write_line
from loaders.connectors.records.normalize import normalize, recognize

__all__ = ["normalize", "read_line", "recognize", "usage_detail", "write_line"]
