"""Words that name a happening, by PLOVER type: small on purpose, until a trained reader replaces it."""

from collections.abc import Mapping

from sayso.annotate.inflection import Form, forms_of
from sayso.model import EventType

_VERBS: Mapping[EventType, str] = {
    EventType.ASSAULT: (
        "attack kill shoot bomb shell fire explode detonate kidnap abduct murder assassinate ambush raid"
        " clash destroy bombard strike massacre torture behead execute burn ransack machinegun storm"
        " repel overrun liberate recapture hit torch slay annihilate counterattack strafe"
    ),
    EventType.COERCE: "arrest detain seize capture imprison occupy evict deport confiscate besiege",
    EventType.ACCUSE: (
        "accuse charge blame condemn denounce criticize criticise investigate indict sue prosecute decry"
    ),
    EventType.REQUEST: "demand urge appeal petition",
    EventType.CONSULT: "meet visit negotiate mediate",
    EventType.AGREE: "agree sign",
    EventType.SUPPORT: "praise welcome endorse congratulate back applaud commend hail thank",
    EventType.REJECT: "reject refuse veto violate",
    EventType.THREATEN: "threaten vow warn",
    EventType.PROTEST: "protest riot demonstrate boycott rally",
    EventType.SANCTION: "sentence convict expel sack dismiss oust",
    EventType.MOBILIZE: "deploy mobilize mobilise recruit reinforce",
    EventType.RETREAT: "withdraw retreat resign surrender evacuate",
    EventType.CONCEDE: "release free pardon",
    EventType.COOPERATE: "cooperate extradite",
    EventType.AID: "rescue donate airlift",
    EventType.OTHER: "elect stab rape steal rob",
}
_NOUNS: Mapping[EventType, str] = {
    EventType.ASSAULT: (
        "attack assault bombing explosion blast raid ambush clash fighting shelling shooting"
        " kidnapping abduction assassination massacre airstrike bombardment offensive"
        " counter-offensive counteroffensive killing battle firefight gunfight skirmish confrontation"
        " incursion strike air-strike carnage atrocity slaying crossfire"
    ),
    EventType.COERCE: "arrest detention curfew siege crackdown occupation blockade seizure",
    EventType.ACCUSE: "accusation condemnation criticism indictment investigation inquiry lawsuit",
    EventType.REQUEST: "demand appeal petition ultimatum",
    EventType.CONSULT: "talk meeting visit negotiation summit dialogue mediation consultation conversation",
    EventType.AGREE: "agreement accord pact truce ceasefire cease-fire",
    EventType.SUPPORT: "condolence sympathy solidarity endorsement",
    EventType.REJECT: "rejection refusal veto violation",
    EventType.THREATEN: "warning",
    EventType.PROTEST: "protest demonstration riot rally boycott walkout rioting",
    EventType.SANCTION: "sanction embargo dismissal conviction expulsion",
    EventType.MOBILIZE: "deployment mobilization mobilisation recruitment reinforcement",
    EventType.RETREAT: "withdrawal retreat resignation evacuation",
    EventType.CONCEDE: "pardon amnesty",
    EventType.COOPERATE: "extradition",
    EventType.AID: "relief",
    EventType.OTHER: "election earthquake crash stabbing rape robbery flood",
}
# Words that name a happening only where a verb's company shows that they are verbs.
ONLY_AS_VERB = frozenset(
    "fire back charge sign free strike sentence dismiss hit warn hail visit back thank storm".split()
)

_MULTIWORD_VERBS: Mapping[EventType, tuple[str, ...]] = {
    EventType.ASSAULT: (
        "opened fire",
        "open fire",
        "blew up",
        "blown up",
        "set off",
        "went off",
        "set fire",
        "shot down",
        "gunned down",
        "taken hostage",
        "took control",
        "came under",
    ),
    EventType.REQUEST: ("called for", "calling for", "called on", "calls on", "calls for"),
    EventType.REJECT: ("broke off",),
    EventType.COERCE: ("took prisoner", "taken prisoner"),
    EventType.RETREAT: ("pulled out", "pulled back", "laid down"),
    EventType.PROTEST: ("went on strike",),
}
_MULTIWORD_NOUNS: Mapping[EventType, tuple[str, ...]] = {
    EventType.PROTEST: ("hunger strike", "general strike"),
    EventType.AGREE: ("cease fire",),
    EventType.MOBILIZE: ("flag march",),
    EventType.REQUEST: ("territorial claims",),
    EventType.COERCE: ("house arrest",),
    EventType.SANCTION: ("death sentence",),
    EventType.SUPPORT: ("letter of support", "message of support"),
}
MULTIWORD: Mapping[str, tuple[EventType, bool]] = {
    phrase: (type_, is_verb)
    for table, is_verb in ((_MULTIWORD_VERBS, True), (_MULTIWORD_NOUNS, False))
    for type_, phrases in table.items()
    for phrase in phrases
}
"""From two or three words to their type, and whether they are used as a verb."""

VOICED = frozenset("support solidarity sympathy condolences gratitude".split())
"""Nouns that are a happening where somebody voices them: "expressed his support"."""
VOICING = frozenset(
    "express expressed expresses expressing voice voiced voices pledge pledged offer offered offers"
    " reiterate reiterated reaffirm reaffirmed extend extended send sent declare declared conveyed"
    " convey".split()
)

# A strike of workers is no strike of missiles; the company it keeps decides.
LABOUR = frozenset(
    "workers union unions miners teachers wage pay labour labor general employees pct dockers".split()
)

MODIFIERS = frozenset(
    "missile missiles car bomb bombs suicide air rocket mortar artillery drone terrorist military"
    " heavy fierce guerrilla rebel armed dynamite grenade gun knife arson poison gas chemical cyber"
    " truck roadside large-scale massive simultaneous joint peace cease-fire ceasefire deadly ied"
    " vehicle-borne arms naval ground aerial truck-bomb precision coordinated insurgent taliban police"
    " army".split()
)
"""Words that belong to the trigger when they stand right before a noun: "car bomb explosion"."""

LIGHT_VERBS = frozenset(
    "launched launch launches carried carry conducted conduct held hold staged stage mounted mount"
    " made make began begin started start resumed resume expressed express offered offer signed sign"
    " reached reach issued issue imposed impose declared declare have had has take open".split()
)
"""Verbs that only say that the noun behind them takes place: "launched an attack"."""

HARM_VERBS = frozenset("kill destroy burn hit execute".split())
"""Verbs that often say what another happening did: they yield to it where both are told together."""

FIREARMS = frozenset(
    "missile missiles rocket rockets shot shots mortar mortars shell shells weapon weapons gun guns round"
    " rounds bullet bullets grenade grenades at on upon tear torpedo".split()
)
"""What must follow "fired" for it to be shooting rather than dismissal."""


def _plural(noun: str) -> str:
    if noun.endswith(("s", "sh", "ch", "x")):
        return noun + "es"
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"


VERBS: Mapping[str, tuple[str, EventType, frozenset[Form]]] = {
    word: (verb, type_, forms)
    for type_, verbs in _VERBS.items()
    for verb in verbs.split()
    for word, forms in forms_of(verb).items()
}
"""From a verb form to its verb, its type and what form it can be."""

NOUNS: Mapping[str, tuple[str, EventType]] = {
    form: (noun, type_)
    for type_, nouns in _NOUNS.items()
    for noun in nouns.split()
    for form in (noun, _plural(noun))
}
"""From a noun, singular or plural, to its singular and its type."""
