"""Manners: what a site's robots.txt asks for, and a pause between two requests to one host."""

import time
from collections.abc import Callable

from protego import Protego

from sayso.model import Reason
from sayso.sources.refused import Refused

ROBOTS_SIZE = 512 * 1024
"""How much of a robots.txt is read; RFC 9309 asks for at least 500 KiB."""

# A site may ask for more than this; waiting longer would hold up every other site in the same run.
_LONGEST_PAUSE = 10.0

Ask = Callable[[str], tuple[int, bytes]]
"""From the address of a robots.txt to the status and body that the site answers with."""


class Robots:
    """What each site asks of robots, asked once per site."""

    def __init__(self, *, agent: str, ask: Ask) -> None:
        self._agent, self._ask = agent, ask
        self._rules: dict[str, Protego | Refused] = {}

    def refuse_unwanted(self, url: str, *, site: str) -> None:
        """Refuse `url` where the rules of `site` (`https://host:port`) do, or cannot be had.

        A site without the file allows all; a site that fails to answer allows nothing (RFC 9309, 2.3.1).
        """
        rules = self._rules_of(site)
        if isinstance(rules, Refused):
            raise rules
        if not rules.can_fetch(url, self._agent):
            raise Refused(Reason.ROBOTS, f"{site}/robots.txt")

    def pause(self, site: str) -> float:
        """The pause that `site` asks for between two requests, in seconds; 0 where it asks for none."""
        rules = self._rules_of(site)
        delay = None if isinstance(rules, Refused) else rules.crawl_delay(self._agent)
        return min(float(delay or 0), _LONGEST_PAUSE)

    def _rules_of(self, site: str) -> Protego | Refused:
        if site not in self._rules:
            self._rules[site] = self._read(site)
        return self._rules[site]

    def _read(self, site: str) -> Protego | Refused:
        try:
            status, body = self._ask(f"{site}/robots.txt")
        except Refused as refused:
            return Refused(refused.reason, f"{site}/robots.txt cannot be had: {refused.detail}")
        if status >= 500 or status == 429:
            return Refused(Reason.ROBOTS, f"{site}/robots.txt answers {status}")
        return Protego.parse(body.decode("utf-8", "replace") if status < 300 else "")


class Pace:
    """Keeps two requests to one host apart."""

    def __init__(
        self, *, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._clock, self._sleep = clock, sleep
        self._last: dict[str, float] = {}

    def keep(self, site: str, pause: float) -> None:
        """Wait until `pause` seconds have passed since the last request to `site`."""
        since = self._clock() - self._last.get(site, float("-inf"))
        if since < pause:
            self._sleep(pause - since)
        self._last[site] = self._clock()
