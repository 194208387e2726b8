"""The codebook's closed lists, each value with its definition: the one source for code, docs and CLI."""

from collections.abc import Mapping
from enum import StrEnum


class EventType(StrEnum):
    """What kind of happening an event is: the sixteen PLOVER types (PLOVER 2021), and OTHER."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    OTHER = "OTHER"


class Assertion(StrEnum):
    """How the report puts an event: as fact, as denied, as planned, as possible, or as demanded."""

    HAPPENED = "happened"
    DENIED = "denied"
    PLANNED = "planned"
    POSSIBLE = "possible"
    CALLED_FOR = "called_for"


class Form(StrEnum):
    """Whether an attribution's words are quoted."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Effect(StrEnum):
    """What happened to the people or things a toll counts."""

    KILLED = "killed"
    INJURED = "injured"
    CASUALTIES = "casualties"
    MISSING = "missing"
    DISPLACED = "displaced"
    DETAINED = "detained"
    ABDUCTED = "abducted"
    DAMAGED = "damaged"
    DESTROYED = "destroyed"


class Group(StrEnum):
    """Whom or what a toll counts."""

    CIVILIANS = "civilians"
    MILITARY = "military"
    POLICE = "police"
    INSURGENTS = "insurgents"
    PEOPLE = "people"
    BUILDINGS = "buildings"
    VEHICLES = "vehicles"
    OTHER = "other"


THINGS = frozenset({Group.BUILDINGS, Group.VEHICLES, Group.OTHER})
"""The groups that are no people."""


class Qualifier(StrEnum):
    """How a toll's number is hedged."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
    VAGUE = "vague"


class MentionKind(StrEnum):
    """What a mentioned name or phrase stands for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    ARMED_ACTOR = "armed_actor"
    PLACE = "place"
    NATIONALITY = "nationality"
    FACILITY = "facility"
    WEAPON = "weapon"
    OTHER = "other"


class EntityKind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    ARMED_ACTOR = "armed_actor"
    PLACE = "place"
    COUNTRY = "country"
    OTHER = "other"


class TimeType(StrEnum):
    """The class of a time expression (TIMEX3)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class ClaimKind(StrEnum):
    """What a claim asserts."""

    EVENT = "event"
    TOLL = "toll"
    OFFICE = "office"


DEFINITIONS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    EventType: {
        EventType.AGREE: "signing, settling, accepting a deal, a cease-fire reached",
        EventType.CONSULT: "meetings, talks, visits, calls, mediation",
        EventType.SUPPORT: "praise, endorsement, solidarity, condolences, recognition, alliance",
        EventType.CONCEDE: "easing restrictions, releasing prisoners, lifting sanctions, accepting demands",
        EventType.COOPERATE: "joint military, economic or judicial action, sharing information, extraditing",
        EventType.AID: "giving economic, military or humanitarian help, or asylum",
        EventType.RETREAT: "withdrawing forces, surrendering, ceding ground, ending fighting",
        EventType.REQUEST: "asking, demanding, appealing for action",
        EventType.ACCUSE: "blaming, criticising, charging in court, investigating, suing",
        EventType.REJECT: "refusing, vetoing, denying a request, breaking a deal or not carrying it out",
        EventType.THREATEN: "threats, ultimatums, warnings of force or sanctions",
        EventType.PROTEST: "demonstrations, riots, strikes, hunger strikes, boycotts, road blocks",
        EventType.SANCTION: "cutting aid or ties, expelling, embargoes, dismissing, convicting, sentencing",
        EventType.MOBILIZE: "moving, deploying, alerting, recruiting, arming forces",
        EventType.COERCE: "arrest, curfew, ban, seizure, occupation, eviction, deporting, hacking, deceit",
        EventType.ASSAULT: "every use of force against people or things, and ground taken by fighting",
        EventType.OTHER: "a violent or political occurrence that fits none of the sixteen",
    },
    Assertion: {
        Assertion.HAPPENED: "the report says that it took place",
        Assertion.DENIED: "said not to have happened, or called off",
        Assertion.PLANNED: "announced, threatened, expected or under way to happen",
        Assertion.POSSIBLE: "suspected, alleged to be possible, or hypothetical",
        Assertion.CALLED_FOR: "demanded, hoped for or proposed",
    },
    Form: {
        Form.DIRECT: "all of it in quotation marks, or printed as a verbatim transcript",
        Form.INDIRECT: "none of it in quotation marks",
        Form.MIXED: "partly in quotation marks",
    },
    Effect: {
        Effect.KILLED: "dead",
        Effect.INJURED: "wounded or hurt",
        Effect.CASUALTIES: "dead and hurt counted together",
        Effect.MISSING: "not accounted for",
        Effect.DISPLACED: "driven or moved from their homes",
        Effect.DETAINED: "arrested or held by an authority",
        Effect.ABDUCTED: "kidnapped or taken hostage",
        Effect.DAMAGED: "damaged",
        Effect.DESTROYED: "destroyed",
    },
    Group: {
        Group.CIVILIANS: "people said to be civilians, or plainly so",
        Group.MILITARY: "regular forces",
        Group.POLICE: "police",
        Group.INSURGENTS: "any irregular fighter",
        Group.PEOPLE: "people of mixed or unsaid standing",
        Group.BUILDINGS: "buildings",
        Group.VEHICLES: "vehicles, ships and aircraft",
        Group.OTHER: "any other thing",
    },
    Qualifier: {
        Qualifier.EXACT: "the number itself",
        Qualifier.AT_LEAST: "a lower bound; the upper bound is open",
        Qualifier.AT_MOST: "an upper bound; the lower bound is open",
        Qualifier.ABOUT: "the number, roughly",
        Qualifier.VAGUE: "no number: several, dozens",
    },
    MentionKind: {
        MentionKind.PERSON: "a named person",
        MentionKind.ORGANISATION: "a body, party, agency, company or outlet",
        MentionKind.ARMED_ACTOR: "an armed force or armed group",
        MentionKind.PLACE: "a country, region, settlement, river or other place",
        MentionKind.NATIONALITY: "a people or an adjective of nationality",
        MentionKind.FACILITY: "a building, base, road or other made thing with a name",
        MentionKind.WEAPON: "a weapon",
        MentionKind.OTHER: "any other name",
    },
    EntityKind: {
        EntityKind.PERSON: "a person",
        EntityKind.ORGANISATION: "a body, party, agency, company or outlet",
        EntityKind.ARMED_ACTOR: "an armed force or armed group",
        EntityKind.PLACE: "a place that is not a country",
        EntityKind.COUNTRY: "a country or territory with an ISO 3166-1 code",
        EntityKind.OTHER: "any other entity",
    },
    TimeType: {
        TimeType.DATE: "a calendar day or a longer calendar unit",
        TimeType.TIME: "a time of day",
        TimeType.DURATION: "a length of time",
        TimeType.SET: "a repeated time",
    },
    ClaimKind: {
        ClaimKind.EVENT: "something happened, was planned, denied or called for",
        ClaimKind.TOLL: "so many people or things were hit",
        ClaimKind.OFFICE: "a person holds an office",
    },
}
"""Every closed list with a definition for each of its values; `sayso codebook` prints it."""

MODES: Mapping[EventType, tuple[str, ...]] = {
    EventType.CONSULT: ("visit", "third-party", "multilateral", "phone"),
    EventType.RETREAT: ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    EventType.REQUEST: ("assist", "change", "yield", "meet"),
    EventType.REJECT: ("assist", "change", "yield", "meet"),
    EventType.ACCUSE: ("disapprove", "investigate", "allege"),
    EventType.THREATEN: ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    EventType.PROTEST: ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    EventType.SANCTION: ("convict", "expel", "withdraw", "discontinue"),
    EventType.MOBILIZE: ("troops", "weapons", "police", "militia"),
    EventType.COERCE: (
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold",
        "misinformation", "cyber",
    ),
    EventType.ASSAULT: (
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    ),
}  # fmt: skip
"""The narrower kinds of an event type, where PLOVER 2021 has any."""
