"""JSON by the letter of RFC 8259, and safe to give anything to."""

import json
import re
from collections.abc import Sequence
from typing import NamedTuple, NoReturn

from sayso.model import Reason
from sayso.sources.refused import Refused

# Python refuses to turn more than 4,300 digits into a number; no field of ours needs one that long.
_LONGEST_NUMBER = 300


class Ambiguous(dict[str, object]):
    """An object that gives one key more than once, with different values."""

    def __init__(self, pairs: Sequence[tuple[str, object]]) -> None:
        super().__init__(pairs)
        self.keys_in_doubt = frozenset(key for key, value in pairs if self[key] != value)


def parsed(content: bytes) -> object:
    """The value that `content` spells. Refused as malformed where it does not.

    `NaN` and `Infinity`, which Python would take, are refused; a number too long to be one stays text.
    """
    try:
        text = content.decode(json.detect_encoding(content))
        return _DECODER.decode(text.removeprefix("\ufeff"))
    except UnicodeDecodeError:
        raise Refused(Reason.MALFORMED, "JSON has to be UTF-8") from None
    except json.JSONDecodeError as error:
        raise Refused(Reason.MALFORMED, f"not JSON: {error}") from None
    except RecursionError:
        raise Refused(Reason.MALFORMED, "JSON nested beyond all measure") from None


class Salvaged(NamedTuple):
    """What can be had from something that is no single JSON value."""

    objects: list[dict[str, object]]
    is_all: bool
    """Whether they are all there is, one after another and nothing around them (as `jq` writes them)."""


def salvaged(content: bytes, *, most: int) -> Salvaged:
    """The objects, at most so many, of a list up to where it breaks off or goes wrong, or of a row."""
    text = content.decode(json.detect_encoding(content), "replace").removeprefix("\ufeff")
    opening = _OPENS_LIST.match(text)
    at = opening.end() if opening else 0
    objects: list[dict[str, object]] = []
    while at < len(text) and len(objects) < most:
        try:
            value, end = _DECODER.raw_decode(text, at)
        except (json.JSONDecodeError, RecursionError):
            break
        if not isinstance(value, dict):
            break
        objects.append(value)
        gap = _BETWEEN.match(text, end)
        at = gap.end() if gap else end
    is_row = opening is None or "[" not in opening[0]
    return Salvaged(objects, is_row and bool(objects) and at == len(text))


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    return fields if len(fields) == len(pairs) else Ambiguous(pairs)


def _whole(digits: str) -> object:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else digits


def _not_a_number(name: str) -> NoReturn:
    raise json.JSONDecodeError(f"{name} is no JSON value", name, 0)


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_int=_whole, parse_constant=_not_a_number)
_BLANK = re.compile(rb"[ \t\r\n]*")
_OPENS_LIST = re.compile(r"[ \t\r\n]*\[?[ \t\r\n]*")
_BETWEEN = re.compile(r"[ \t\r\n]*,?[ \t\r\n]*")


def is_blank(line: bytes) -> bool:
    """Whether the line holds nothing but JSON's white space."""
    return _BLANK.fullmatch(line) is not None
