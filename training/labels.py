"""Labels: what each head tells apart, in the order of its outputs."""

from collections.abc import Mapping

from sayso.model import Assertion, Effect, EventType, Group

RELATIONS = (
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj"
    " csubjpass dative dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd"
    " parataxis pcomp pobj poss preconj predet prep prt punct quantmod relcl xcomp"
).split()
"""What a word is to its head, in the parser's words."""
PARTS = ("perpetrator", "organisation", "victim", "target", "weapon")
"""Who and what plays a part in an attack."""
TAGS: Mapping[str, tuple[str, ...]] = {
    "name": (
        "O",
        "B-person",
        "I-person",
        "B-organisation",
        "I-organisation",
        "B-place",
        "I-place",
        "B-other",
        "I-other",
    ),
    "part": (
        "O",
        *(f"{edge}-{part}" for part in PARTS for edge in "BI"),
    ),
    "anchor": ("O", "B", "I", "BARE"),
    "anchor_polnear": ("O", "B", "I", "BARE"),
    "trigger": ("O", "B", "I"),
    "trigger_ace": ("O", "B", "I"),
    "type": tuple(EventType),
    "assertion": tuple(Assertion),
    "main": ("main",),
    "unsaid": ("unsaid",),
    "fact": ("fact",),
    "relation": tuple(RELATIONS),
    "toll": ("O", "B", "I"),
    "effect": tuple(Effect),
    "group": tuple(Group),
}
"""Scores that every word gets; those of a span are the mean over its words."""
ROLES = ("actor", "recipient", "place", "time", "instrument", "toll", "same")
"""What links a trigger to the words of its arguments; `same` links it to another mention of the happening."""
POINTERS = ("source_start", "source_end", "content_start", "content_end")
"""What a cue points at."""
BUCKETS = 14
