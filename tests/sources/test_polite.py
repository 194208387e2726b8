"""Manners towards sites."""

import pytest

from sayso.model import Reason
from sayso.sources.polite import Pace, Robots
from sayso.sources.refused import Refused

SITE = "http://orlo.test"


def robots(status: int, body: bytes = b"") -> Robots:
    return Robots(agent="sayso", ask=lambda _: (status, body))


def refused(rules: Robots, path: str = "/a") -> Reason | None:
    try:
        rules.refuse_unwanted(SITE + path, site=SITE)
    except Refused as refusal:
        return refusal.reason
    return None


def test_robots_respects_what_is_asked() -> None:
    rules = robots(200, b"User-agent: *\nDisallow: /private\nAllow: /private/open\n")
    assert refused(rules, "/private/a") is Reason.ROBOTS
    assert refused(rules, "/private/open") is None
    assert refused(rules, "/public") is None


def test_robots_goes_by_its_own_name() -> None:
    rules = robots(200, b"User-agent: sayso\nDisallow: /\n\nUser-agent: *\nDisallow:\n")
    assert refused(rules) is Reason.ROBOTS


@pytest.mark.parametrize(
    ("status", "reason"),
    [(404, None), (403, None), (500, Reason.ROBOTS), (503, Reason.ROBOTS), (429, Reason.ROBOTS)],
)
def test_robots_without_rules(status: int, reason: Reason | None) -> None:
    assert refused(robots(status)) is reason


def test_robots_that_cannot_be_had_allow_nothing() -> None:
    def ask(url: str) -> tuple[int, bytes]:
        raise Refused(Reason.TIMEOUT, "too slow")

    assert refused(Robots(agent="sayso", ask=ask)) is Reason.TIMEOUT


def test_robots_are_asked_for_once_per_site() -> None:
    asked = []

    def ask(url: str) -> tuple[int, bytes]:
        asked.append(url)
        return 404, b""

    rules = Robots(agent="sayso", ask=ask)
    for _ in range(3):
        rules.refuse_unwanted(f"{SITE}/a", site=SITE)
    assert asked == [f"{SITE}/robots.txt"]


@pytest.mark.parametrize(("delay", "pause"), [("2.5", 2.5), ("86400", 10.0), ("soon", 0.0)])
def test_robots_may_ask_for_a_pause_up_to_a_limit(delay: str, pause: float) -> None:
    assert robots(200, f"User-agent: *\nCrawl-delay: {delay}\n".encode()).pause(SITE) == pause


def test_robots_made_of_noise_are_no_rules() -> None:
    assert refused(robots(200, bytes(range(256)) * 100)) is None


def test_pace_keeps_requests_to_one_host_apart() -> None:
    now, slept = [100.0], []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    pace = Pace(clock=lambda: now[0], sleep=sleep)
    pace.keep("a", 1.0)
    pace.keep("b", 1.0)
    now[0] += 0.25
    pace.keep("a", 1.0)
    now[0] += 5
    pace.keep("a", 1.0)
    assert slept == [0.75]
