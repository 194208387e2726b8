"""A web server's answer that was saved whole: the page without the header before it."""

import re
from dataclasses import replace
from email.message import Message

from sayso.sources.stream import Source, buffered

_HEADER = re.compile(
    rb"HTTP/\d(?:\.\d)? \d{3}[^\r\n]{0,200}\r?\n((?:[!-9;-~]{1,60}:[^\r\n]{0,8192}\r?\n){1,200})\r?\n"
)
_TYPE = re.compile(rb"^content-type:[ \t]*([^\r\n]{1,200})", re.IGNORECASE | re.MULTILINE)
# One for each redirect on the way.
_MOST = 10


def without_header(source: Source) -> Source:
    """The source behind the headers that `curl -i` and its like leave before it, and what they say of it."""
    for _ in range(_MOST):
        header = _HEADER.match(source.stream.peek())
        if not header:
            break
        source.stream.read(header.end())
        said = Message()
        found = _TYPE.search(header[1])
        said["Content-Type"] = found[1].decode("latin-1") if found else ""
        source = replace(
            source,
            stream=buffered(source.stream),
            named=said.get_content_type() if found else source.named,
            charset=said.get_content_charset() or source.charset,
        )
    return source
