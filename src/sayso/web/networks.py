"""Addresses of the network: which of them are trusted to speak for others."""

import ipaddress
from collections.abc import Collection, Iterable
from typing import TypeAlias

from sayso.errors import UsageError

Network: TypeAlias = ipaddress.IPv4Network | ipaddress.IPv6Network

LOOPBACK_NETWORKS: tuple[Network, ...] = (
    ipaddress.ip_network("127.0.0.0/8"),
    ipaddress.ip_network("::1/128"),
)
"""This machine itself."""


def networks(written: Iterable[str]) -> tuple[Network, ...]:
    """Addresses and networks such as `10.0.0.7` and `10.1.0.0/16`. Raises `UsageError` for anything else."""
    try:
        return tuple(ipaddress.ip_network(one) for one in written)
    except ValueError as error:
        raise UsageError(f"{error}; write an address or a network, such as 10.0.0.7 or 10.1.0.0/16") from None


def is_within(address: str | None, trusted: Collection[Network]) -> bool:
    """Whether an address is one of these; an IPv4 address that came in as IPv6 counts as itself."""
    try:
        found = ipaddress.ip_address(address or "")
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped is not None:
        found = found.ipv4_mapped
    return any(found in network for network in trusted)
