"""Traps: tellings that are easily joined or parted by mistake, and counts that seem to contradict."""

from dataclasses import replace

import pytest

from sayso.incidents.agreement.account import account_of
from sayso.model import Account, Effect, Group, Incident, Report, Scope
from tests.incidents.told import count, partition, party, report, t

MARKET = (
    "Shells hit the grain market of Orlo at noon; traders Wim Tolk and Ada Brenn carried out the wounded."
)
MILL = "A drone set the flour mill of Orlo alight; miller Jory Pask said that nobody slept that night."
TALKS = "Envoys Lisk and Morane met in Tamsin over the prisoners of the river war and signed a list of names."

JOINED = {
    # What is one happening, however differently it is told.
    "told by two outlets": [t(story=MARKET), t(story=MARKET)],
    "told again the next day": [t(story=MARKET), t(pub="2031-05-04", story=MARKET)],
    "a rolling toll": [t(killed=3, story=MARKET), t(killed=7, pub="2031-05-05", story=MARKET)],
    "at least and exact": [t(killed=(3, None), story=MARKET), t(killed=5, story=MARKET)],
    "one ministry, two outlets": [
        t(killed=7, says="the Interior Ministry", story=MARKET),
        t(killed=7, says="the Orlan Interior Ministry", story=MARKET),
    ],
    "a brief and its full story": [
        t(killed=7, story=MARKET, title="Shells hit market"),
        t(killed=7, story=MARKET[:60], title="Market shelled"),
    ],
    "a denial": [
        t(actor="Karstan army", story=MARKET),
        t(actor="Karstan army", assertion="denied", says="the Karstan army", story=MARKET),
    ],
    "a denial in quite other words": [
        t(actor="Karstan army", deed="fired", story=MARKET, located=False),
        t(
            actor="Karstan army",
            deed="fired",
            assertion="denied",
            says="the Karstan army",
            story="Nothing left a barrel, spokesman Teo Grum insisted, and called for a neutral inquiry.",
            located=False,
        ),
    ],
    "a weapon named for its doer": [
        t(actor="Missiles", story=MARKET[:60]),
        t(actor="the Karstan army", story=MARKET[:60]),
    ],
    "a correction": [
        t(killed=9, story=MARKET),
        t(killed=0, assertion="denied", pub="2031-05-04", story=MARKET),
    ],
    "one story, in one report with a wrong day": [
        t(day="2031-05-03", pub="2031-05-07", story=MARKET),
        t(day="2031-05-06", pub="2031-05-07", story=MARKET),
    ],
    "one story with a wrong day, the hurt counted anew": [
        t(day="2031-05-03", pub="2031-05-07", killed=3, injured=4, story=MARKET),
        t(day="2031-05-06", pub="2031-05-07", killed=3, injured=9, story=MARKET),
    ],
    "one story, in one report put on the map at a far town": [
        t("Orlo", story=f"{MARKET} Shells fell between Orlo and Port Veld."),
        t("Port Veld", story=f"{MARKET} Shells fell between Orlo and Port Veld."),
    ],
    "a transliterated place": [
        t("Ennisar", located=False, story=MARKET),
        t("Enissar", located=False, story=MARKET),
    ],
    "a place with an accent": [
        t("Tîrza", located=False, story=MARKET),
        t("Tirza", located=False, story=MARKET),
    ],
    "doubled letters in a place": [
        t("Merrane", located=False, story=MARKET),
        t("Mherran", located=False, story=MARKET),
    ],
    "one names the building, one the town": [t("Grain Market; Orlo", story=MARKET), t("Orlo", story=MARKET)],
    "one building, two wordings": [
        t("Tallow yard; Orlo", target="the Tallow yard", story=MARKET),
        t("Tallow rail yard; Orlo", target="a rail yard", story=MARKET),
    ],
    "an unnamed place": [t(story=MARKET), t(None, target="the market", story=MARKET)],
    "an undated retelling": [t(story=MARKET), t(day=None, pub="2031-05-05", story=MARKET)],
    "a date only inferred": [t(story=MARKET), t(said=False, pub="2031-05-04", story=MARKET)],
    "an interval round the day": [
        t(story=MARKET),
        t(day="2031-05-02/2031-05-04", pub="2031-05-04", story=MARKET),
    ],
    "attack for one, explosion for the other": [
        t(killed=4, deed="struck", story=MARKET),
        t(killed=4, deed="explosion", type="OTHER", story=MARKET),
    ],
    "each side blames the other": [
        t(actor="Karstan army", target="the market", deed="shelled", story=MARKET),
        t(actor="Orlan army", target="the market", deed="shelled", story=MARKET),
    ],
    "suspected, then certain": [t(assertion="possible", story=MARKET), t(story=MARKET)],
    "a night that one outlet dates a day later": [
        t(day="2031-05-03", pub="2031-05-04", killed=4, story=MARKET),
        t(day="2031-05-04", killed=4, story=MARKET),
    ],
    "a night with both its days, and one of them": [
        t(day="2031-05-02/2031-05-03", killed=3, story=MARKET),
        t(day="2031-05-02", killed=4, story=MARKET[:60]),
    ],
    "told as ten days ago, and a day off": [
        t(day="2031-05-03", story=MARKET),
        t(day="2031-05-04", said=False, pub="2031-05-14", killed=4, story=MARKET),
    ],
    "marked a year on, around its day": [
        t(day="2031-05-03", story=MARKET),
        t(day="2031-04-30/2031-05-06", said=False, pub="2032-05-03", story=MARKET),
    ],
    "told weeks later with its date": [
        t(killed=7, story=MARKET),
        t(killed=7, pub="2031-05-28", story=MARKET),
    ],
    "talks told by both sides": [
        t("Tamsin", type="CONSULT", deed="met", story=TALKS),
        t("Tamsin", type="CONSULT", deed="talks", story=TALKS),
    ],
    "a signing and an agreement": [
        t("Tamsin", type="AGREE", deed="signed", story=TALKS),
        t("Tamsin", type="AGREE", deed="agreement", story=TALKS),
    ],
    "the same march": [
        t(type="PROTEST", deed="marched", story=TALKS),
        t(type="PROTEST", deed="march", story=TALKS),
    ],
    "the same arrests": [
        t(type="COERCE", deed="arrested", story=MILL),
        t(type="COERCE", deed="were arrested", story=MILL),
    ],
    "a withdrawal": [
        t("Port Veld", type="RETREAT", deed="withdrew", story=TALKS),
        t("Port Veld", type="RETREAT", deed="pulled out", story=TALKS),
    ],
    "the town's name in what was hit": [
        t("Orlo", target="the Orlo grain market", story=MARKET),
        t("Orlo", target="the market", story=MARKET),
    ],
    "one names a block of flats, one the town, neither on a map": [
        t("a block of flats", located=False, story=MARKET),
        t("Orlo", located=False, story=MARKET),
    ],
    "a depot for one, a warehouse for the other": [
        t(target="a fuel depot", killed=7, deed="bombed", story=MARKET),
        t(target="a warehouse", killed=7, deed="bombed", story=MARKET),
    ],
    "one army by two of its arms": [
        t(actor="Velmar guns", target="the market", story=MARKET),
        t(actor="Velmar's artillery", target="the market", story=MARKET),
    ],
    "a denial dated by the day on which it was made": [
        t(deed="shelled", target="a market", story=MARKET),
        t(
            None,
            day="2031-05-04",
            deed="shelled",
            target="a market",
            assertion="denied",
            says="the Karstan army",
            story="The accusation is false, spokesman Teo Grum insisted; no Karstan unit was within range.",
        ),
    ],
    "a crowd counted by police and by those who called it": [
        t(type="PROTEST", deed="marched", says="police", story=TALKS),
        t(type="PROTEST", deed="protested", says="the Workers' Union", story=TALKS),
    ],
    "an expulsion told in both capitals": [
        t("Tamsin", type="SANCTION", deed="expelled", target="three diplomats", story=TALKS),
        t(None, type="SANCTION", deed="expelled", target="three diplomats", story=TALKS),
    ],
    "a village for one, its district for the other, neither on a map": [
        t("Upper Marlo", located=False, killed=4, story=MARKET),
        t("Karvan district", located=False, killed=4, story=MARKET),
    ],
    "an abduction with two numbers of pupils": [
        t(deed="abducted", target="61 pupils", story=MARKET),
        t(deed="kidnapped", target="73 students", pub="2031-05-04", story=MARKET),
    ],
    "different wording, same names and toll": [
        t(killed=4, deed="bombed", story=MARKET),
        t(
            killed=4,
            deed="blasts",
            pub="2031-05-04",
            story="Wim Tolk and Ada Brenn tell how the grain market burned.",
        ),
    ],
}
APART = {
    # What are two happenings, however alike they are told.
    "same place next day": [t(killed=3, story=MARKET), t(day="2031-05-04", killed=1, story=MARKET)],
    "like stories of one place days apart with other tolls": [
        t(day="2031-05-03", pub="2031-05-07", killed=3, story=MARKET),
        t(day="2031-05-06", pub="2031-05-07", killed=1, story=MARKET),
    ],
    "same place a week later": [t(story=MARKET), t(day="2031-05-10", story=MARKET)],
    "same place a year later": [t(story=MARKET), t(day="2032-05-03", story=MARKET)],
    "two attacks on one city in one day": [
        t("Grain Market; Orlo", target="the Grain Market", story=MARKET),
        t("Pask Mill; Orlo", target="the Pask Mill", story=MILL),
    ],
    "two buildings by their nouns": [
        t(target="a hospital", story=MARKET),
        t(target="the bridge", story=MILL),
    ],
    "what is marked a year on, and today's strike": [
        t(day="2030-04-30/2030-05-06", said=False, story=MARKET),
        t(day="2031-05-03", story=MARKET),
    ],
    "an anniversary piece": [
        t(day="2028-05-03", pub="2031-05-03", story=MARKET),
        t(day="2031-05-03", story=MILL),
    ],
    "an anniversary told in the same words": [
        t(day="2030-05-03", pub="2031-05-03", story=MARKET),
        t(day="2031-05-03", story=MARKET),
    ],
    "the old war and today's strike": [t(day="2019", pub="2031-05-03", story=MARKET), t(story=MARKET)],
    "an old cease-fire and today's": [
        t(None, day="2019-08", pub="2031-05-08", type="AGREE", deed="cease-fire", story=TALKS),
        t(None, day="2031-05-08", type="AGREE", deed="cease-fire", story=TALKS),
    ],
    "two towns on one day": [t("Orlo", story=MARKET), t("Port Veld", story=MILL)],
    "two towns in the same words": [t("Orlo", story=MARKET), t("Port Veld", story=MARKET)],
    "two countries": [t("Orlo", story=MARKET), t("Karst", story=MARKET)],
    "an attack and the arrests after it": [t(story=MARKET), t(type="COERCE", deed="arrested", story=MARKET)],
    "an attack and the protest against it": [
        t(story=MARKET),
        t(type="PROTEST", deed="marched", story=MARKET),
    ],
    "an attack and its condemnation": [t(story=MARKET), t(type="ACCUSE", deed="condemned", story=MARKET)],
    "an attack and the aid": [t(story=MARKET), t(type="AID", deed="sent blood", story=MARKET)],
    "a threat and the deed": [
        t(type="THREATEN", deed="threatened", story=MARKET),
        t(type="ASSAULT", deed="shelled", story=MARKET),
    ],
    "told before the other happened": [
        t(day=None, pub="2031-05-01", story=MARKET),
        t(day="2031-05-03", story=MARKET),
    ],
    "one side's fire and the other's": [
        t(actor="Karstan guns", target="Orlan posts", story=MARKET),
        t(actor="Orlan guns", target="Karstan posts", story=MARKET),
    ],
    "months apart, undated, other names": [t(day=None, pub="2031-01-03", story=MARKET), t(story=MILL)],
    "two shootings in the boilerplate of one site": [
        t("Orlo", day=None, pub="2031-01-03", story="Subscribe to our newsletter. A man was shot."),
        t("Port Veld", day=None, pub="2031-05-03", story="Subscribe to our newsletter. A woman was shot."),
    ],
    "a month's tally and one day's strike": [
        t(day="2031-03", pub="2031-05-03", killed=900, story=TALKS),
        t(killed=3, story=MARKET),
    ],
    "a plan and another day's deed": [
        t(day="2031-05-09", pub="2031-05-03", assertion="planned", story=TALKS),
        t(day="2031-05-03", story=MARKET),
    ],
    "two villages on no map, on one day in the same words": [
        t("Upper Marlo", located=False, story=MARKET),
        t("Sorrel", located=False, story=MARKET),
    ],
    "two districts on no map, on one day": [
        t("Karvan district", located=False, story=MARKET),
        t("Tosk district", located=False, story=MARKET),
    ],
    "two villages with names that begin alike": [
        t("Marlow", located=False, story=MARKET),
        t("Martin", located=False, story=MILL),
    ],
    "a lightning strike and an air strike": [
        t("Tamsin", type="OTHER", deed="lightning", story=MILL),
        t("Port Veld", deed="air strike", story=MARKET),
    ],
    "two buildings with the town's name, of two uses": [
        t(target="the maternity ward of Orlo hospital", killed=4, story=MARKET),
        t(target="the Orlo power station", injured=11, story=MILL),
    ],
    "a school and a mosque on one day, told much alike": [
        t(target="a school", story=f"{MARKET} It was the second drone of the day."),
        t(target="a mosque", story=f"{MILL} It was the second drone of the day."),
    ],
    "fire of two sides that only their names tell": [
        t(None, actor="Velmar artillery", target="Tosk positions", story=MARKET),
        t(None, actor="Tosk's troops", target="three Velmar border posts", story=MARKET),
    ],
    "a cease-fire and its breach": [
        t("Tamsin", type="AGREE", deed="cease-fire", story=TALKS),
        t("Tamsin", day="2031-05-05", deed="shelled", story=TALKS),
    ],
    "a cease-fire and the one after it": [
        t("Tamsin", type="AGREE", deed="signed a cease-fire", story=TALKS),
        t("Tamsin", day="2031-05-20", type="AGREE", deed="agreed on a cease-fire", story=TALKS),
    ],
    "an expulsion and the answer to it": [
        t("Tamsin", type="SANCTION", deed="expelled", target="three diplomats", story=TALKS),
        t("Karst", day="2031-05-05", type="SANCTION", deed="expelled", target="four diplomats", story=TALKS),
    ],
    "a march and the next week's": [
        t(type="PROTEST", deed="marched", story=TALKS),
        t(type="PROTEST", deed="marched", day="2031-05-10", story=TALKS),
    ],
    "a mayor shot, and a car bomb three days later": [
        t(deed="shot dead", target="the mayor of Orlo", killed=1, story=MARKET),
        t(deed="bomb exploded", target="a judge", day="2031-05-06", killed=1, story=MILL),
    ],
    "two abductions in two towns": [
        t(deed="abducted", target="61 pupils", story=MARKET),
        t("Port Veld", deed="abducted", target="18 passengers", day="2031-05-05", story=MILL),
    ],
    "two far places of one name": [
        t("Orlo", story=MARKET),
        t("Karst", story=MARKET, deed="shelled"),
    ],
}


@pytest.mark.parametrize("name", JOINED)
def test_group_joins(name: str) -> None:
    assert partition(_reports(name, JOINED)) == "a b"


@pytest.mark.parametrize("name", APART)
def test_group_keeps_apart(name: str) -> None:
    assert partition(_reports(name, APART)) == "a | b"


@pytest.mark.parametrize(
    ("name", "reports", "expected"),
    [
        (
            "a vague third chains nothing",
            [
                report("a", t("Grain Market; Orlo", target="the Grain Market", killed=3, story=MARKET)),
                report("b", t("Pask Mill; Orlo", day="2031-05-05", target="the Pask Mill", story=MILL)),
                report("c", t("Orlo", day=None, pub="2031-05-05", story="Shelling in Orlo.")),
            ],
            {"a | b | c", "a c | b", "a | b c"},
        ),
        (
            "a deed and who died of it, told next",
            [
                report(
                    "a",
                    t(deed="bomb exploded", target="her car", story=MARKET),
                    t(None, day=None, pub="2031-05-03", deed="killed", target="her driver", says="police"),
                )
            ],
            {"a1 a2"},
        ),
        (
            "a deed and who died elsewhere, told next",
            [
                report(
                    "a",
                    t("Orlo", deed="shells hit", target="the river port", story=MARKET),
                    t("Port Veld", deed="killed", target="a farmer", says="police"),
                )
            ],
            {"a1 | a2"},
        ),
        (
            "three days of shelling are three",
            [
                report(name, t(day=f"2031-05-0{at}", killed=at, story=MARKET))
                for at, name in ((3, "a"), (5, "b"), (7, "c"))
            ],
            {"a | b | c"},
        ),
        (
            "two voices of one report tell one happening",
            [
                report(
                    "a",
                    t(says="the mayor of Orlo", deed="missile attack", story=MARKET),
                    t(deed="missiles fell", story=MARKET),
                )
            ],
            {"a1 a2"},
        ),
        (
            "one voice's two deeds on two days",
            [report("a", t(deed="bombed", story=MARKET), t(day="2031-05-02", deed="shelled"))],
            {"a1 | a2"},
        ),
        (
            "one report tells of two strikes, another of one",
            [
                report(
                    "a",
                    t("Grain Market; Orlo", target="the Grain Market", story=MARKET),
                    t("Pask Mill; Orlo", target="the Pask Mill", deed="burned", pub="2031-05-03"),
                ),
                report("b", t("Grain Market; Orlo", target="the Grain Market", story=MARKET)),
            ],
            {"a1 b | a2"},
        ),
        (
            "a denial in the report that tells it",
            [
                report(
                    "a",
                    t(deed="missiles fell", story=MARKET),
                    t(None, deed="fired", actor="Karst", assertion="denied", says="Karst", said=False),
                )
            ],
            {"a1 a2"},
        ),
        (
            "background beside the news",
            [
                report("a", t(story=MARKET), t(day="2019", deed="fought", pub="2031-05-03")),
                report("b", t(story=MARKET), t(day="2019", deed="fought", pub="2031-05-03")),
            ],
            {"a1 b1 | a2 b2"},
        ),
        (
            "a bus crash told with the rumour that caused it",
            [
                report(
                    "a",
                    t("Orlo", deed="explosion", assertion="denied", says="the mayor", target="the dam"),
                    t("Tamsin", type="OTHER", deed="bus overturned", injured=9, says="police"),
                )
            ],
            {"a1 | a2"},
        ),
        (
            "ten outlets, one ministry",
            [
                report(name, t(killed=7, says="the Interior Ministry", story=MARKET))
                for name in "abcdefghij"
            ],
            {"a b c d e f g h i j"},
        ),
        (
            "a rising toll over a week",
            [
                report(name, t(killed=number, pub=f"2031-05-0{number}", story=MARKET))
                for number, name in ((3, "a"), (4, "b"), (5, "c"), (7, "d"))
            ],
            {"a b c d"},
        ),
    ],
)  # fmt: skip
def test_group_of_several(name: str, reports: list[Report], expected: set[str]) -> None:
    assert partition(reports) in expected, name


def _reports(name: str, table: dict[str, list[dict[str, object]]]) -> list[Report]:
    return [report(id, told) for id, told in zip("ab", table[name], strict=True)]


ARMY, REBELS, CHIEF = "the army of Tosk", "the Hill People's Army", "the district chief"
Said = tuple[str, str | None, str, int, Group]
"""A day of May, who says so (None for the outlet itself), in which outlet, how many dead, of whom."""
ACCOUNTS: dict[str, tuple[list[Said], str]] = {
    # What one happening comes to, by who says how many died.
    "an outlet beside the ministry that it quotes": (
        [("03", "the Interior Ministry", "Wire", 8, Group.PEOPLE), ("03", None, "Wire", 8, Group.PEOPLE)],
        "single source",
    ),
    "an outlet that quotes nobody, and a ministry in another": (
        [("03", "the Interior Ministry", "Wire", 8, Group.PEOPLE), ("03", None, "Post", 8, Group.PEOPLE)],
        "corroborated",
    ),
    "one rescue service in two outlets": (
        [
            ("03", "the rescue service", "Wire", 8, Group.PEOPLE),
            ("03", "the rescue service", "Post", 8, Group.PEOPLE),
        ],
        "single source",
    ),
    "a rescue service that counts on, in two outlets": (
        [
            ("03", "the rescue service", "Wire", 15, Group.PEOPLE),
            ("04", "the rescue service", "Post", 17, Group.PEOPLE),
        ],
        "single source",
    ),
    "a coast guard in one word and in two": (
        [
            ("03", "the coastguard", "Wire", 8, Group.PEOPLE),
            ("03", "the coast guard", "Post", 8, Group.PEOPLE),
        ],
        "single source",
    ),
    "each side of a clash counts the other's dead": (
        [("03", ARMY, "Wire", 20, Group.INSURGENTS), ("03", REBELS, "Hills", 35, Group.MILITARY)],
        "corroborated",
    ),
    "both sides of a clash count both": (
        [
            ("03", ARMY, "Wire", 20, Group.INSURGENTS),
            ("03", ARMY, "Wire", 2, Group.MILITARY),
            ("03", REBELS, "Hills", 35, Group.MILITARY),
            ("03", REBELS, "Hills", 4, Group.INSURGENTS),
        ],
        "contested",
    ),
    "villagers killed beside a clash": (
        [
            ("03", ARMY, "Wire", 20, Group.INSURGENTS),
            ("03", ARMY, "Wire", 2, Group.MILITARY),
            ("03", CHIEF, "Post", 3, Group.CIVILIANS),
        ],
        "corroborated",
    ),
    "a clash counted by kinds and as a whole": (
        [
            ("03", ARMY, "Wire", 20, Group.INSURGENTS),
            ("03", ARMY, "Wire", 2, Group.MILITARY),
            ("03", CHIEF, "Post", 22, Group.PEOPLE),
        ],
        "corroborated",
    ),
    "guards and attackers, or the guards alone": (
        [
            ("03", ARMY, "Wire", 8, Group.POLICE),
            ("03", ARMY, "Wire", 3, Group.INSURGENTS),
            ("03", CHIEF, "Post", 8, Group.MILITARY),
        ],
        "corroborated",
    ),
    "soldiers for one side, workers for the other": (
        [("03", ARMY, "Wire", 12, Group.MILITARY), ("03", "the railways", "Post", 3, Group.CIVILIANS)],
        "contested",
    ),
    "the dead, and some of them counted again": (
        [
            ("03", "Ada Brenn", "Wire", 4, Group.PEOPLE),
            ("03", "health chief Ada Brenn", "Wire", 2, Group.CIVILIANS),
            ("03", CHIEF, "Post", 4, Group.PEOPLE),
        ],
        "corroborated",
    ),
    "a toll that an earlier version of the article gave": (
        [
            ("04", "an earlier version of this article", "Wire", 10, Group.PEOPLE),
            ("04", "the Justice Ministry", "Wire", 9, Group.PEOPLE),
        ],
        "single source",
    ),
}


@pytest.mark.parametrize("name", ACCOUNTS)
def test_account_of_who_counts_whom(name: str) -> None:
    said, status = ACCOUNTS[name]
    assert _account(said).status.value == status


def test_account_takes_the_rebels_army_for_no_state_s() -> None:
    found = _account([("03", name, "Wire", 5, Group.PEOPLE) for name in (ARMY, "the army", REBELS)])
    assert len(found.sources) == 2


def test_account_does_not_call_a_count_of_fewer_kinds_a_revision() -> None:
    guards = ("03", ARMY, "Wire", 8, Group.POLICE)
    found = _account(
        [guards, ("03", ARMY, "Wire", 3, Group.INSURGENTS), ("04", ARMY, "Post", 8, Group.POLICE)]
    )
    [killed] = [each for each in found.standings if each.field == "killed"]
    assert not killed.revised


def test_account_takes_a_fourth_dead_for_one_more() -> None:
    told = report("a", t(killed=1, says=CHIEF, story=MARKET))
    [one] = told.tellings[0].tolls
    tolls = (replace(one, words="A fourth person"),)
    found = _account_of([replace(told, tellings=(replace(told.tellings[0], tolls=tolls),))])
    [killed] = [each for each in found.standings if each.field == "killed"]
    assert killed.last is None
    assert killed.figures[0].scope is Scope.PART


@pytest.mark.parametrize(("later", "status"), [("2031-05-05", "corroborated"), ("2031-05-04", "denied")])
def test_account_keeps_no_denial_that_its_source_gave_up(later: str, status: str) -> None:
    told = [
        report("a", t(says="the mayor of Orlo", story=MARKET)),
        report("b", t(says=ARMY, assertion="denied", pub="2031-05-04", story=MARKET)),
        report("c", t(says=ARMY, pub=later, story=MARKET)),
    ]
    assert _account_of(told).status.value == status


def _account(said: list[Said]) -> Account:
    """What comes of one report for each day and outlet, each count in a telling of its own."""
    tellings: dict[tuple[str, str], list[dict[str, object]]] = {}
    for day, who, outlet, _, _ in said:
        tellings.setdefault((outlet, day), []).append(t(says=who or (), pub=f"2031-05-{day}", outlet=outlet))
    reports = []
    for (outlet, day), told in tellings.items():
        counts = [each for each in said if (each[2], each[0]) == (outlet, day)]
        made = report(f"{outlet}-{day}", *told)
        with_tolls = tuple(
            replace(
                telling,
                tolls=(
                    count(
                        f"{telling.id}-k",
                        Effect.KILLED,
                        killed,
                        chain=(party(who),) if who else (),
                        of=of,
                    ),
                ),
            )
            for telling, (_, who, _, killed, of) in zip(made.tellings, counts, strict=True)
        )
        reports.append(replace(made, tellings=with_tolls))
    return _account_of(reports)


def _account_of(reports: list[Report]) -> Account:
    ids = tuple(telling.id for each in reports for telling in each.tellings)
    return account_of(Incident(id="INC", tellings=ids, founding=ids[0]), reports)
