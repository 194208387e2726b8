"""The one gate to the network: which addresses may be connected to, checked at the moment of connecting.

The name is resolved once, every address it resolves to is checked, and the connection is made to one of
those very addresses: a name that answers differently the second time is never asked a second time.
"""

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Sequence

import httpcore

from sayso.model import Reason
from sayso.sources.refused import Refused

Resolve = Callable[[str, int], Sequence[str]]
"""From a host name and port to all the addresses that the name stands for."""

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# The IANA special-purpose registries, written out: what Python calls global changes between its versions.
_CLOSED = tuple(
    ipaddress.ip_network(network)
    for network in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # carrier-grade NAT; also a cloud's metadata service
        "127.0.0.0/8",  # loopback
        "168.63.129.16/32",  # a cloud's metadata service on a public address
        "169.254.0.0/16",  # link-local; also clouds' metadata services
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # 6to4 relay
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarking
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
        "::/3",  # unspecified, loopback, addresses that carry IPv4 ones, local translation
        "2001::/23",  # protocol assignments, Teredo, benchmarking
        "2001:db8::/32",  # documentation
        "3fff::/20",  # documentation
        "4000::/2",  # not given out, segment routing
        "8000::/1",  # not given out, private, link-local, multicast
    )
)
# Mail, files and terminals have the ports below; whoever speaks HTTP to them may be made to say more.
_FREE, _WEB = 1024, frozenset({80, 443})
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")


def resolved(host: str, port: int) -> list[str]:
    """All addresses of `host`, from the system's resolver."""
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


def is_open(address: str) -> bool:
    """Whether `address` is one that a stranger's link may lead to: an ordinary public one."""
    try:
        plain = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(
        each.is_global and not any(each.version == net.version and each in net for net in _CLOSED)
        for each in (_carried(plain), plain)
        if not _is_carrier(each)
    )


def _is_carrier(address: Address) -> bool:
    return isinstance(address, ipaddress.IPv6Address) and _embedded(address) is not None


def _carried(address: Address) -> Address:
    embedded = _embedded(address) if isinstance(address, ipaddress.IPv6Address) else None
    return embedded or address


def _embedded(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for: mapped, 6to4 or translated (NAT64)."""
    if address in _TRANSLATED:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


class Gate(httpcore.NetworkBackend):
    """Connects to checked addresses only, and to nothing after `deadline` (in the clock's seconds)."""

    def __init__(
        self,
        *,
        allow_hosts: frozenset[str] = frozenset(),
        resolve: Resolve = resolved,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._allowed = frozenset(host.lower().rstrip(".") for host in allow_hosts)
        self._resolve, self._clock = resolve, clock
        self._sockets = httpcore.SyncBackend()
        self.deadline: float | None = None

    def addresses(self, host: str, port: int) -> Sequence[str]:
        """The addresses of `host`, all fit to connect to. Refused if a single one, or the port, is not."""
        try:
            addresses = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise Refused(Reason.FETCH_FAILED, f"the name {host!r} cannot be resolved: {error}") from None
        if not addresses:
            raise Refused(Reason.FETCH_FAILED, f"the name {host!r} has no address")
        name = host.lower().rstrip(".")
        if not self._allowed.intersection({name, f"{name}:{port}", f"[{name}]:{port}"}):
            if port < _FREE and port not in _WEB:
                raise Refused(Reason.ADDRESS_REFUSED, f"port {port} of {host} belongs to another service")
            for address in addresses:
                if not is_open(address):
                    raise Refused(Reason.ADDRESS_REFUSED, f"{host} is {address}")
        return addresses

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first checked address of `host` that answers."""
        failure: Exception | None = None
        for address in self.addresses(host, port):
            try:
                stream = self._sockets.connect_tcp(
                    address, port, self.left(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _Timed(stream, self)
        raise failure or httpcore.ConnectError(f"{host} has no address")

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Always refused: no URL leads to a socket of this machine."""
        del timeout, socket_options
        raise Refused(Reason.ADDRESS_REFUSED, f"a socket of this machine: {path}")

    def left(self, timeout: float | None) -> float | None:
        """`timeout`, or what is left until the deadline where that is less."""
        if self.deadline is None:
            return timeout
        left = self.deadline - self._clock()
        if left <= 0:
            raise httpcore.ReadTimeout("the time for this page is used up")
        return left if timeout is None else min(left, timeout)


class _Timed(httpcore.NetworkStream):
    """A stream whose every step ends at the gate's deadline: a byte a second must not go on for ever."""

    def __init__(self, stream: httpcore.NetworkStream, gate: Gate) -> None:
        self._stream, self._gate = stream, gate

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._gate.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._gate.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._gate.left(timeout))
        return _Timed(stream, self._gate)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)
