"""What a choice of claims or incidents may say, so that a slip is an error and not an empty table."""

from collections.abc import Collection, Mapping
from datetime import date

from sayso.errors import UsageError
from sayso.model import MODES, Assertion, ClaimKind, Effect, EventType, Group, Qualifier, Status

_CODES: Mapping[str, tuple[str, ...]] = {
    "assertion": tuple(Assertion),
    "effect": tuple(Effect),
    "kind": tuple(ClaimKind),
    "mode": tuple(dict.fromkeys(mode for modes in MODES.values() for mode in modes)),
    "of": tuple(Group),
    "qualifier": tuple(Qualifier),
    "status": tuple(Status),
    "type": tuple(EventType),
}
_DAYS = frozenset({"since", "until"})


def check(only: Mapping[str, object], *, known: Collection[str], what: str) -> None:
    """Raises `UsageError` for a choice of `what` by a name, a code or a day that there is not."""
    unknown = sorted(set(only) - set(known))
    if unknown:
        raise UsageError(
            f"{what} cannot be chosen by {', '.join(unknown)}; only by {', '.join(sorted(known))}"
        )
    for name, value in only.items():
        codes = _CODES.get(name)
        if codes and value not in codes:
            raise UsageError(f"there is no {name} {value!r}; there are {', '.join(codes)}")
        if name in _DAYS and not _is_day(str(value)):
            raise UsageError(f"{name}={value!r} is no calendar day; write it as 2031-05-03")


def _is_day(written: str) -> bool:
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False
