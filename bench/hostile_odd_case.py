"""A file that is odd but honest, and the article that a reader should get out of it."""

import random
from dataclasses import dataclass

from hostile_case import TOWNS

EVERY = "title outlet published byline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article that never was."""

    title: str
    outlet: str
    published: str
    byline: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)

    def as_schema_org(self, **more: object) -> dict[str, object]:
        """What schema.org has of it, and more."""
        return {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": self.title,
            "datePublished": f"{self.published}T08:15:00+02:00",
            "author": {"@type": "Person", "name": self.byline},
            "publisher": {"@type": "Organization", "name": self.outlet},
        } | more

    @property
    def html(self) -> str:
        return "\n".join(f"<p>{each}</p>" for each in self.paragraphs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Odd:
    """A file: its name, its bytes, what it should be read as, and which fields it gives of that."""

    name: str
    content: bytes
    article: Article
    gives: str = ""
    count: int = 1
    """How many reports it holds."""


def article(dice: random.Random) -> Article:
    """A report of a shelling, with the letters and marks that encodings stumble over."""
    town, other = dice.sample(TOWNS, 2)
    killed, hurt, day = dice.randint(3, 60), dice.randint(2, 90), dice.randint(1, 28)
    house = f"{other} Courier"
    return Article(
        title=f"Shelling in {town} kills {killed}, hospital says",
        outlet=house,
        published=f"2031-05-{day:02}",
        byline=dice.choice(["Ilsa Marn", "Bor Unn", "Petra Lunn"]),
        paragraphs=(
            f"{town.upper()} — Shelling of the northern district of {town} killed {killed} people on Friday, "
            "a doctor at the town's hospital said.",
            f"“They came in one after another,” the doctor, Petar Lunn, told the {house}. Another {hurt} "
            "were wounded, two of them children.",
            "The army said that it had fired at a depot of the Tolva Front and denied hitting civilians.",
            "Residents of three streets near the market said that they had counted 40 shells until noon.",
            f"The mayor, Café Brâncuș, called for a ceasefire; the road to {other} remained closed.",
        ),
    )


def foreign(*paragraphs: str) -> Article:
    """An article in another language, of which nothing but the text is asked."""
    return Article(title="Orlo", outlet="", published="", byline="", paragraphs=paragraphs)
