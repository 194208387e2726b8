"""Rules that say what a name stands for: its own words, the words beside it, the gazetteer."""

from functools import cache

from sayso.annotate import tables
from sayso.annotate.mentions.bodies import body_end, is_acronym, is_body, is_generic
from sayso.annotate.mentions.lexicon import Hit
from sayso.annotate.mentions.persons import is_person, past_role
from sayso.annotate.mentions.placing import (
    is_known_place,
    is_named_after_a_place,
    is_place,
    shortened_state,
    surname_kind,
    well_known_place,
)
from sayso.annotate.mentions.scene import Found, Scene
from sayso.annotate.places import country_of_nationality, name_key
from sayso.model import MentionKind

_FORCE_ADJECTIVES = frozenset(
    "government federal national regular special security border armed army air ground naval military rebel"
    " separatist coalition occupation riot paramilitary islamist communist".split()
)
_LEANINGS = ("pro", "anti")


def names_in(scene: Scene) -> list[Found]:
    """Every name of a sentence, left to right, none overlapping another."""
    names: list[Found] = []
    free, after_place = 0, None
    for at, word in enumerate(scene.words):
        if at < free or word.shape not in "ACl" or (word.shape == "l" and not scene.lexicon.opens(word.key)):
            continue
        name = _name_at(scene, at, after_place)
        if name is not None:
            names.append(name)
            free = name.end
            after_place = free if name.kind is MentionKind.PLACE else None
    return names


def _name_at(scene: Scene, at: int, after_place: int | None) -> Found | None:
    shortened = shortened_state(scene, at)
    if shortened is not None:
        return shortened
    hit = scene.lexicon.longest(scene.words, at, scene.case)
    end = scene.runs.end_of(at)
    if hit is None and end == at:
        return well_known_place(scene, at) if scene.words[at].shape in "AC" else None
    if hit is not None and hit.end >= end:
        return _with_force(scene, at, hit)
    if scene.runs.is_title(at) and not is_body(scene, at, end):
        return None
    name = _classified(scene, at, end, after_place)
    if hit is not None and (name is None or name.kind is None or hit.kind is MentionKind.NATIONALITY):
        if name is not None and name.kind is MentionKind.ORGANISATION and not is_generic(scene, hit.end, end):
            return name
        return _with_force(scene, at, hit)
    return name


def _with_force(scene: Scene, at: int, hit: Hit) -> Found:
    """ "Azerbaijani" before "troops" or "Armed Forces" names the force, not the nation.

    What is "pro-Azerbaijani" is no force of it.
    """
    leaning = scene.words[at - 2].key if at > 1 and scene.words[at - 1].text in "-–" else ""
    if hit.kind in (MentionKind.NATIONALITY, MentionKind.PLACE) and leaning not in _LEANINGS:
        written = " ".join(word.text for word in scene.words[at : hit.end])
        if hit.kind is MentionKind.NATIONALITY or name_key(written) in country_of_nationality():
            end = _force_end(scene, hit.end)
            if end > hit.end:
                return Found(at, end, MentionKind.ARMED_ACTOR)
    return Found(at, hit.end, hit.kind)


def _force_end(scene: Scene, at: int) -> int:
    if not scene.runs.joined(at):
        return at
    last = at
    while last < at + 2 and scene.words[last].key in _FORCE_ADJECTIVES and scene.runs.joined(last + 1):
        last += 1
    for start in range(last, at - 1, -1):
        for length in (3, 2, 1):
            keys = tuple(word.key for word in scene.words[start : start + length])
            if len(keys) == length and keys in _force_phrases():
                return start + length
    return at


def _classified(scene: Scene, first: int, end: int, after_place: int | None) -> Found | None:
    last = scene.words[end - 1].key
    if (
        last in scene.cues["place_after"]
        and end - first > 1
        and is_known_place(scene, first, end - 1, located=True)
    ):
        return Found(first, end, MentionKind.PLACE)
    if (
        end - first > 1
        and (last,) in _force_phrases()
        and is_known_place(scene, first, end - 1, located=True)
    ):
        return Found(first, end, MentionKind.ARMED_ACTOR)
    if is_body(scene, first, end):
        return Found(first, body_end(scene, end), MentionKind.ORGANISATION)
    if end - first > 1 and last in scene.cues["facility"] and not is_known_place(scene, first, end):
        return Found(first, end, MentionKind.FACILITY)
    if is_place(scene, first, end, after_place):
        return Found(first, end, MentionKind.PLACE)
    if end - first > 1 and last in scene.cues["other_head"]:
        return Found(first, end, MentionKind.OTHER)
    if is_person(scene, first, end):
        return Found(past_role(scene, first, end), end, MentionKind.PERSON)
    if scene.runs.is_title(end - 1) or all(scene.runs.is_common(at) for at in range(first, end)):
        return None
    if is_acronym(scene, first, end) or is_named_after_a_place(scene, first, end):
        return Found(first, end, MentionKind.ORGANISATION)
    if end - first == 1 and (
        len(scene.words[first].key.strip(".")) < 2 or scene.words[first].key in scene.cues["place_part"]
    ):
        return None
    if end - first > 1:
        written_alike = all(word.shape in "Cl." for word in scene.words[first:end])
        return Found(first, end, None) if written_alike and not scene.runs.is_common(end - 1) else None
    return Found(first, end, surname_kind(scene, first))


@cache
def _force_phrases() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in tables.cue_words()["force"])
