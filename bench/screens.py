"""Screenshots of the desk, to look at and for the documentation.

sayso demo --ledger demo.sqlite
python bench/screens.py demo.sqlite docs/screens [NAME ...]
"""

import argparse
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.web.browsing import served

from sayso.ledger import Ledger
from sayso.model.clock import now
from sayso.pipeline.grouping import brought_up_to_date

ARGUMENTS = (
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
)


@dataclass(frozen=True, slots=True)
class Screen:
    """One screenshot: a page, how wide the window is, and what is done before."""

    path: str
    width: int = 1280
    dark: bool = False
    height: int = 900
    key: str = ""
    """A key to press once the page is there."""
    of: str = ""
    """The only element that is shown."""
    whole: bool = False
    """Whether all of the page is shown, however long."""


SCREENS = {
    "overview": Screen("/"),
    "overview-narrow": Screen("/", width=390),
    "changes": Screen("/changes"),
    "claims": Screen("/claims"),
    "documents": Screen("/documents?q=market"),
    "incidents": Screen("/incidents"),
    "incident": Screen("{incident}"),
    "incident-dark": Screen("{incident}", dark=True),
    "incident-narrow-dark": Screen("{incident}", width=390, dark=True),
    "map": Screen("/map"),
    "matrix": Screen("{incident}", of="section:has(#agree)"),
    "matrix-dark": Screen("{incident}", of="section:has(#agree)", dark=True),
    "reader": Screen("{document}"),
    "reader-dark": Screen("{document}", dark=True),
    "reader-narrow": Screen("{document}", width=390),
    "review": Screen("/review"),
    "runs": Screen("/runs"),
    "sources": Screen("/sources"),
}

LOOKED_AT = {
    f"{name}{'-narrow' if width < 1000 else ''}{'-dark' if dark else ''}": Screen(
        path, width=width, dark=dark, whole=True
    )
    for name, path in {
        "changes": "/changes",
        "documents": "/documents?q=market",
        "incidents": "/incidents",
        "incident": "{incident}",
        "claims": "/claims?type=ASSAULT",
        "parties": "/parties",
        "codebook": "/codebook",
        "sources": "/sources",
        "map": "/map",
        "runs": "/runs",
        "review": "/review",
        "reader": "{document}",
        "overview": "/",
        "api": "/api",
        "missing": "/incidents/INC-none",
        "senseless": "/claims?since=yesterday",
        "nothing": "/claims?q=xylophone",
    }.items()
    for width, dark in ((1280, False), (390, False), (1280, True))
}
"""Every page in full, for whoever changes how they look."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("ledger", type=Path)
    options.add_argument("folder", type=Path)
    options.add_argument("names", nargs="*")
    options.add_argument("--all-pages", action="store_true")
    asked = options.parse_args()
    known = LOOKED_AT if asked.all_pages else SCREENS
    asked.folder.mkdir(parents=True, exist_ok=True)
    with (
        Ledger.open(asked.ledger, create=False) as ledger,
        served(ledger) as address,
        sync_playwright() as running,
    ):
        # `sayso demo` leaves grouping to whoever needs it first.
        brought_up_to_date(ledger, at=now())
        browser = running.chromium.launch(executable_path=shutil.which("chromium"), args=list(ARGUMENTS))
        paths = examples(ledger)
        for name in asked.names or known:
            shoot(browser, address, known[name], paths, asked.folder / f"{name}.png")
            print(name, flush=True)
        browser.close()


def examples(ledger: Ledger) -> Mapping[str, str]:
    """An incident that many sources tell of, and a report of it."""
    row = max(ledger.incident_page(limit=200).rows, key=lambda row: (row.sources, row.reports))
    told = ledger.claims(incident=row.id).to_pylist()
    claim = min(told, key=lambda claim: (claim["published"] or "9999", claim["document"], claim["start"]))
    return {
        "incident": f"/incidents/{row.id}",
        "document": f"/documents/{claim['document']}?claim={claim['claim']}",
    }


def shoot(browser: Browser, address: str, screen: Screen, paths: Mapping[str, str], target: Path) -> None:
    """One screenshot, in a tab of its own."""
    scheme = "dark" if screen.dark else "light"
    context = browser.new_context(
        viewport={"width": screen.width, "height": screen.height},
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    tab = context.new_page()
    tab.set_default_timeout(90_000)
    tab.goto(address + screen.path.format_map(paths))
    tab.wait_for_load_state("networkidle")
    if tab.query_selector("[data-map]"):
        # Circles are drawn and names spread only after the map is there.
        tab.wait_for_selector("[data-map][data-ready]")
        tab.wait_for_timeout(12_000)
    if screen.key:
        tab.keyboard.press(screen.key)
    if screen.of:
        tab.locator(screen.of).screenshot(path=target)
    else:
        tab.screenshot(path=target, full_page=screen.whole)
    context.close()


if __name__ == "__main__":
    main()
