"""The verbs and phrases that mark an attribution, and what each takes behind it."""

from collections.abc import Mapping
from enum import StrEnum

from sayso.annotate.inflection import verbs_by_form


class Takes(StrEnum):
    """What stands behind a cue."""

    CLAUSE = "clause"
    """A statement, with or without "that": say, report."""
    THAT = "that"
    """A statement only behind "that": maintain, find."""
    LISTENER = "listener"
    """Whom it is said to, then a statement: tell, inform."""
    THING = "thing"
    """A noun phrase or an infinitive: condemn, demand, deny."""
    SPEECH = "speech"
    """Nothing but quoted words: continue, shout."""


CUE_VERBS: Mapping[Takes, str] = {
    Takes.CLAUSE: (
        "say point report announce claim add note declare assert confirm admit acknowledge insist"
        " argue allege warn stress emphasize emphasise reiterate reveal disclose indicate"
        " suggest explain believe think estimate predict fear hope recall conclude"
        " contend swear vow promise pledge complain comment observe remark testify write tweet attest"
        " affirm caution speculate underline underscore mention claim guess deny doubt demand propose"
        " recommend concede imply clarify specify hint"
    ),
    Takes.THAT: "state reply respond maintain agree find show learn recognize recognise realize decide rule",
    Takes.LISTENER: "tell inform assure remind notify advise",
    Takes.THING: (
        "condemn denounce blame accuse reject welcome praise criticize criticise describe term"
        " dismiss attribute urge deny demand confirm announce claim report allege threaten vow pledge"
        " promise propose decry deplore hail slam ask order call express request oppose instruct"
        " invite encourage defend reiterate advocate insist reaffirm"
    ),
    Takes.SPEECH: "state reply respond continue shout joke quip begin exclaim cry answer read chant go",
}
"""Verbs by what they take; a verb may stand in more than one row."""

TAKES: Mapping[str, frozenset[Takes]] = {
    verb: frozenset(takes for takes, verbs in CUE_VERBS.items() if verb in verbs.split())
    for verbs in CUE_VERBS.values()
    for verb in verbs.split()
}
CUE_FORMS = verbs_by_form(TAKES)
"""Every form of every cue verb."""

# Forms that are nouns or adjectives as often as verbs: they count only right behind a subject.
NOUN_LIKE = frozenset(
    (
        "ask asks order orders call calls appeal appeals request requests express report reports"
        " claim claims estimate estimates demand demands state states note notes fear fears hope hopes"
        " promise promises pledge pledges vow vows term terms comment comments remark remarks reply"
        " replies hint hints read cry answer response praise slam blame respond doubt doubts welcome"
        " tweet tweets guess reject rejects"
    ).split()
)

CONTINUERS = frozenset(
    {
        "adding",
        "saying",
        "stressing",
        "noting",
        "insisting",
        "claiming",
        "stating",
        "warning",
        "arguing",
        "explaining",
        "alleging",
        "declaring",
        "asserting",
        "announcing",
        "reporting",
        "emphasizing",
        "emphasising",
        "accusing",
        "blaming",
        "confirming",
        "denying",
    }
)
"""Participles that carry a speaker on to a second statement: "X said A, adding that B"."""

REPORT_NOUNS = frozenset(
    (
        "reports report rumours rumors allegations claims accusations indications suggestions news word"
        " speculation"
    ).split()
)
"""Nouns that, followed by "that" or "say", attribute to nobody named."""

# Adverbials that may stand between a cue and what is said; the times among them come from the times layer.
MANNER = (
    "in a statement",
    "in the statement",
    "in a communique",
    "in a press conference",
    "in a news conference",
    "at a press conference",
    "at a news conference",
    "in an interview",
    "in a speech",
    "in a report",
    "in a letter",
    "in a telephone interview",
    "in a message",
    "in a televised address",
    "in a televised speech",
    "in a broadcast",
    "in a tweet",
    "on twitter",
    "on condition of anonymity",
    "by telephone",
    "by phone",
    "in an address",
    "in its report",
    "in his speech",
    "in her speech",
    "in a written statement",
    "in a press release",
    "in reply",
    "on state television",
    "on state radio",
    "in response",
)

STATEMENT_ENDS = (
    "notes to editors",
    "further information",
    "media enquiries",
    "for journalists",
    "background",
    "###",
)
"""How the paragraph begins that ends a statement printed without quotation marks."""
