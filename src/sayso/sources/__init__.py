"""What the user names (a path, URL, feed, archive, record file, standard input) into raw items."""

from sayso.sources.items import items_in
from sayso.sources.locate import Kind, Locator, locate
from sayso.sources.options import RECORD_FIELDS, SourceOptions

__all__ = ["RECORD_FIELDS", "Kind", "Locator", "SourceOptions", "items_in", "locate"]
