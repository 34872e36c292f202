"""The open record format of Remit, JSON Lines: read as a stream, written line by line."""

from loaders.connectors.records.reading import read_line, usage_detail
from loaders.connectors.records.stream import MARKS, normalize, recognize
from loaders.connectors.records.writing import write_line

__all__ = ["MARKS", "normalize", "read_line", "recognize", "usage_detail", "write_line"]
