"""Which addresses are open to strangers' links."""

import socket

import httpcore
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Reason
from sayso.sources.gate import Gate, is_open, resolved
from sayso.sources.refused import Refused

CLOSED = """
0.0.0.0 10.1.2.3 100.64.0.1 100.100.100.200 127.0.0.1 127.8.9.10 168.63.129.16 169.254.169.254 172.16.0.1
172.31.255.255 192.0.0.192 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1
239.255.255.255 240.0.0.1 255.255.255.255
:: ::1 ::7f00:1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 64:ff9b::7f00:1 64:ff9b::a00:1
64:ff9b:1::1 100::1 2001::1 2001:db8::1 2002:7f00:1:: 2002:a00:1:: 2002:c0a8:101::1 fc00::1 fd00:ec2::254
::ffff:0:7f00:1 ::ffff:0:169.254.169.254 1::1 4000::1 9fff::1
fe80::1 fe80::1%eth0 fec0::1 ff02::1 ff0e::1 3fff::1 5f00::1 nonsense 1.2.3 2130706433 0x7f000001
""".split()
OPEN = """
1.1.1.1 8.8.8.8 93.184.216.34 172.32.0.1
2606:4700:4700::1111 64:ff9b::808:808 ::ffff:8.8.8.8 2002:808:808::1
"""


@pytest.mark.parametrize("address", CLOSED)
def test_is_open_is_false_for_every_special_address(address: str) -> None:
    assert not is_open(address)


@pytest.mark.parametrize("address", OPEN.split())
def test_is_open_is_true_for_ordinary_addresses(address: str) -> None:
    assert is_open(address)


@given(st.ip_addresses(v=4, network="127.0.0.0/8") | st.ip_addresses(v=4, network="10.0.0.0/8"))
def test_is_open_sees_through_every_wrapping(address: object) -> None:
    number = int(address)  # type: ignore[call-overload]
    assert not is_open(f"::ffff:{address}")
    assert not is_open(f"64:ff9b::{number >> 16:x}:{number & 0xFFFF:x}")
    assert not is_open(f"2002:{number >> 16:x}:{number & 0xFFFF:x}::1")


def reason(gate: Gate, host: str, port: int = 80) -> Reason:
    with pytest.raises(Refused) as refused:
        gate.addresses(host, port)
    return refused.value.reason


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0", "::1", "localhost"]
)
def test_gate_refuses_loopback_in_every_spelling(host: str) -> None:
    assert reason(Gate(), host) in {Reason.ADDRESS_REFUSED, Reason.FETCH_FAILED}


def test_gate_refuses_a_name_if_a_single_address_is_closed() -> None:
    gate = Gate(resolve=lambda *_: ["93.184.216.34", "10.0.0.1"])
    assert reason(gate, "orlo.test") is Reason.ADDRESS_REFUSED


@pytest.mark.parametrize("port", [0, 22, 25, 443 + 1, 1023])
def test_gate_refuses_the_ports_of_other_services_unless_allowed(port: int) -> None:
    def public(host: str, port: int) -> list[str]:
        return ["1.1.1.1"]

    assert reason(Gate(resolve=public), "orlo.test", port) is Reason.ADDRESS_REFUSED
    allowed = frozenset({f"orlo.test:{port}"})
    assert Gate(resolve=public, allow_hosts=allowed).addresses("orlo.test", port) == ["1.1.1.1"]
    assert all(Gate(resolve=public).addresses("orlo.test", each) for each in (80, 443, 8080))


def test_gate_refuses_a_name_that_stands_for_nothing() -> None:
    assert reason(Gate(resolve=lambda *_: []), "orlo.test") is Reason.FETCH_FAILED

    def fails(host: str, port: int) -> list[str]:
        raise OSError("no such name")

    assert reason(Gate(resolve=fails), "orlo.test") is Reason.FETCH_FAILED


@pytest.mark.parametrize("allowed", ["Orlo.test", "orlo.test:8080", "orlo.test."])
def test_gate_lets_through_what_was_allowed_by_name(allowed: str) -> None:
    gate = Gate(allow_hosts=frozenset({allowed}), resolve=lambda *_: ["10.0.0.1"])
    assert gate.addresses("orlo.test", 8080) == ["10.0.0.1"]
    assert reason(gate, "sub.orlo.test", 8080) is Reason.ADDRESS_REFUSED


def test_gate_allows_no_other_port_than_the_one_named() -> None:
    gate = Gate(allow_hosts=frozenset({"orlo.test:8080"}), resolve=lambda *_: ["10.0.0.1"])
    assert reason(gate, "orlo.test", 22) is Reason.ADDRESS_REFUSED


def test_gate_connects_to_the_address_that_was_checked_and_asks_no_second_time() -> None:
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        gate = Gate(allow_hosts=frozenset({"orlo.test"}), resolve=lambda *_: next(answers))
        stream = gate.connect_tcp("orlo.test", port)
        assert stream.get_extra_info("server_addr") == ("127.0.0.1", port)
        stream.close()
    assert list(answers) == [["10.0.0.1"]]


def test_gate_never_opens_a_socket_of_this_machine() -> None:
    with pytest.raises(Refused):
        Gate().connect_unix_socket("/run/orlo.sock")


def test_gate_does_nothing_after_its_deadline() -> None:
    gate = Gate(clock=lambda: 100.0)
    gate.deadline = 99.0
    with pytest.raises(httpcore.ReadTimeout):
        gate.left(5.0)
    gate.deadline = 102.0
    assert gate.left(5.0) == gate.left(None) == 2.0
    assert gate.left(1.0) == 1.0


def test_resolved_gives_each_address_once() -> None:
    addresses = resolved("127.0.0.1", 80)
    assert addresses == ["127.0.0.1"]
