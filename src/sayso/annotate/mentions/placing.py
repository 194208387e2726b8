"""Placing: the names that the gazetteer knows, believed where the words beside them speak for a place."""

from sayso.annotate import tables
from sayso.annotate.mentions.persons import has_given_name, is_person, is_titled, speaks
from sayso.annotate.mentions.scene import Found, Scene
from sayso.annotate.mentions.tokens import Case
from sayso.annotate.places import abbreviations
from sayso.model import MentionKind

# Below this a town's name is as likely a surname or a word: F1 on the CoNLL++ training part was
# .721, .725, .727 and .725 with 15, 50, 100 and 300 thousand people.
_WELL_KNOWN = 100_000
_LONGEST_PLACE = 4
_UNMISTAKABLE = frozenset(("country", "country_part", "continent", "territory", "sea"))
"""Features whose names need no further sign; other places are known by how many live there, or by the words
beside them."""
_PLACE_FIRST = frozenset(("mount", "mt", "lake", "cape", "gulf", "strait", "isle"))
_PLACE_NOUNS = frozenset(
    "city town village province region district governorate county oblast municipality valley island islands"
    " river peninsula suburb neighborhood neighbourhood prefecture commune canton tehsil township"
    " area mandal taluka upazila raion rayon".split()
)
_BEFORE = frozenset(
    ("near", "outside", "town", "city", "village", "capital", "northern", "southern", "eastern")
)


def is_place(scene: Scene, first: int, end: int, after_place: int | None) -> bool:
    """Whether a name is a place's; `after_place` is the token after the place told last, if one was."""
    if end - first > 1 and scene.words[first].key in scene.cues["place_part"]:
        # "Northeast Georgia"
        return is_known_place(scene, first + 1, end, located=True)
    after = scene.words[end].key if end < len(scene.words) and scene.runs.joined(end) else ""
    before = scene.words[first - 1].key if first else ""
    last = scene.words[end - 1].key
    if scene.case is Case.NORMAL and end - first > 1 and last in scene.cues["place_after"]:
        return not is_person(scene, first, end)
    if end - first > 1 and scene.words[first].key in _PLACE_FIRST and not scene.runs.is_common(end - 1):
        return True
    if is_titled(scene, first):
        return False
    if scene.case is Case.NORMAL and after in _PLACE_NOUNS and not scene.runs.is_common(first):
        return end - first <= 3
    if before == "of" and first > 1 and scene.words[first - 2].key in _PLACE_NOUNS:
        # Whether or not the gazetteer knows "the village of Orlo".
        return not (scene.runs.is_common(first) or scene.runs.is_title(first))
    of_it = before == "of" and not has_given_name(scene, first) and surname_kind(scene, end - 1) is None
    beside = before in scene.cues["locative"] or before in _BEFORE or after in scene.cues["place_after"]
    located = beside or of_it or _is_listed(scene, first, end, after_place)
    return is_known_place(scene, first, end, located=located)


def _is_listed(scene: Scene, first: int, end: int, after_place: int | None) -> bool:
    """Whether this stands after a place in a list: "Ganja, Mingachevir and Khizi"."""
    if after_place is None or scene.words[first - 1].key not in (",", "and", "or", "&"):
        return False
    between = scene.words[after_place:first]
    unlike_a_person = not speaks(scene, first, end) and surname_kind(scene, end - 1) is None
    return unlike_a_person and len(between) <= 2 and not has_given_name(scene, first)


def is_known_place(
    scene: Scene, first: int, end: int, *, located: bool = False, doubtful: bool = False
) -> bool:
    """Whether the gazetteer has a name, and enough speaks for the place.

    `located` where words beside it do; `doubtful` where it is enough that it may be one.
    """
    if end - first > _LONGEST_PLACE:
        return False
    name = scene.text(first, end)
    places = scene.gazetteer.lookup(name)
    if not places:
        return False
    if places[0].feature in _UNMISTAKABLE or scene.gazetteer.is_own(places[0]):
        return True
    if end - first == 1 and (scene.runs.is_common(first) or len(name) < 3):
        return False
    if located or _is_contained(scene, end):
        return not (end - first > 1 and has_given_name(scene, first) and places[0].population < 5000)
    a_person_too = scene.words[first].key in tables.words("given_names.txt") or (
        scene.words[end - 1].key in tables.words("surnames.txt")
    )
    enough = 10 * _WELL_KNOWN if a_person_too and not doubtful else _WELL_KNOWN
    return places[0].population >= enough


def _is_contained(scene: Scene, end: int) -> bool:
    """Whether a comma and a country or province follow: "Khizi, Azerbaijan"."""
    if end + 1 >= len(scene.words) or scene.words[end].text != ",":
        return False
    hit = scene.lexicon.longest(scene.words, end + 1, scene.case)
    if hit is not None:
        return hit.kind is MentionKind.PLACE
    if scene.words[end + 1].shape not in "CA":
        return False
    return any(place.feature == "province" for place in scene.gazetteer.lookup(scene.words[end + 1].text))


def surname_kind(scene: Scene, at: int) -> MentionKind | None:
    """A person, where a token is a surname and nothing else; None where the document must tell."""
    word = scene.words[at]
    if word.shape != "C" or scene.case is not Case.NORMAL or scene.runs.is_common(at):
        return None
    if word.key not in tables.words("surnames.txt"):
        return None
    # "Gaya" is a surname and a city of 400,000: the rest of the document may tell.
    return None if is_known_place(scene, at, at + 1, doubtful=True) else MentionKind.PERSON


def shortened_state(scene: Scene, at: int) -> Found | None:
    """ "Tex." after a comma or "in", "TX" only after a name and a comma."""
    words = scene.words
    if at == 0 or scene.case is not Case.NORMAL or words[at].shape == "l":
        return None
    after_name = at > 1 and words[at - 1].text == "," and words[at - 2].shape in "AC."
    if not (after_name or words[at - 1].key in scene.cues["locative"] or words[at].text == "D.C."):
        return None
    for length in (3, 2, 1):
        written = "".join(word.text for word in words[at : at + length])
        together = all(scene.runs.joined(at + offset) for offset in range(1, len(words[at : at + length])))
        if together and written in abbreviations() and (after_name or "." in written):
            return Found(at, at + length, MentionKind.PLACE)
    return None


def well_known_place(scene: Scene, at: int) -> Found | None:
    """In a headline, or where a sentence opens, ordinary words too can be a place: "New York"."""
    for length in (3, 2):
        end = at + length
        if end > len(scene.words) or any(word.shape not in "AC" for word in scene.words[at:end]):
            continue
        places = scene.gazetteer.lookup(scene.text(at, end))
        if places and (places[0].feature in _UNMISTAKABLE or places[0].population >= _WELL_KNOWN):
            return Found(at, end, MentionKind.PLACE)
    return None


def is_named_after_a_place(scene: Scene, first: int, end: int) -> bool:
    """Whether a name has a town in it that nothing else explains: a club or a company."""
    return end - first > 1 and (
        is_known_place(scene, first, first + 1) or is_known_place(scene, end - 1, end)
    )
