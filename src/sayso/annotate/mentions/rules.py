"""Rules that say what a name stands for: its own words, the words beside it, the gazetteer."""

from functools import cache
from typing import NamedTuple

from sayso.annotate import tables
from sayso.annotate.mentions.lexicon import Hit, Lexicon
from sayso.annotate.mentions.runs import Runs
from sayso.annotate.mentions.tokens import Case, Token
from sayso.annotate.places import Gazetteer, abbreviations, country_of_nationality, name_key
from sayso.model import MentionKind

# Below this a town's name is as likely a surname or a word: F1 on the CoNLL++ training part was
# .721, .725, .727 and .725 with 15, 50, 100 and 300 thousand people.
_WELL_KNOWN = 100_000
_LONGEST_PLACE = 4


class Found(NamedTuple):
    """A name: tokens `[first, end)`, and its kind; None where no rule could say."""

    first: int
    end: int
    kind: MentionKind | None


class Rules:
    """Finds the names of one sentence."""

    def __init__(self, words: list[Token], case: Case, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self.words, self.case, self.lexicon, self.gazetteer = words, case, lexicon, gazetteer
        self.runs = Runs(words, case, lexicon)
        self.cues = tables.cue_words()
        self._last_place_end: int | None = None

    def found(self) -> list[Found]:
        """Every name, left to right, none overlapping another."""
        names: list[Found] = []
        at = 0
        while at < len(self.words):
            name = self._name_at(at)
            if name is None:
                at += 1
            else:
                names.append(name)
                at = name.end
                self._last_place_end = at if name.kind is MentionKind.PLACE else None
        return names

    def _name_at(self, at: int) -> Found | None:
        word = self.words[at]
        if word.shape not in "ACl":
            return None
        shortened = self._shortened_state(at)
        if shortened is not None:
            return shortened
        hit = self.lexicon.longest(self.words, at, self.case)
        end = self.runs.end_of(at)
        if hit is None and end == at:
            return self._well_known_place(at) if word.shape in "AC" else None
        if hit is not None and hit.end >= end:
            return self._with_force(at, hit)
        if self.runs.is_title(at) and not self._is_body(at, end):
            return None
        name = self._classified(at, end)
        if hit is not None and (name is None or name.kind is None or hit.kind is MentionKind.NATIONALITY):
            if (
                name is not None
                and name.kind is MentionKind.ORGANISATION
                and not self._is_generic(hit.end, end)
            ):
                return name
            return self._with_force(at, hit)
        return name

    # -- what the lexicon knows

    def _with_force(self, at: int, hit: Hit) -> Found:
        """ "Azerbaijani" before "troops" or "Armed Forces" names the force, not the nation."""
        if hit.kind in (MentionKind.NATIONALITY, MentionKind.PLACE):
            written = " ".join(word.text for word in self.words[at : hit.end])
            if hit.kind is MentionKind.NATIONALITY or name_key(written) in country_of_nationality():
                end = self._force_end(hit.end)
                if end > hit.end:
                    return Found(at, end, MentionKind.ARMED_ACTOR)
        return Found(at, hit.end, hit.kind)

    def _force_end(self, at: int) -> int:
        if not self.runs.joined(at):
            return at
        last = at
        while last < at + 2 and self.words[last].key in _FORCE_ADJECTIVES and self.runs.joined(last + 1):
            last += 1
        for start in range(last, at - 1, -1):
            for length in (3, 2, 1):
                keys = tuple(word.key for word in self.words[start : start + length])
                if len(keys) == length and keys in _force_phrases():
                    return start + length
        return at

    # -- what the words of a run say

    def _classified(self, first: int, end: int) -> Found | None:
        last = self.words[end - 1].key
        if (
            last in self.cues["place_after"]
            and end - first > 1
            and self._is_known_place(first, end - 1, located=True)
        ):
            return Found(first, end, MentionKind.PLACE)
        if (
            end - first > 1
            and (last,) in _force_phrases()
            and self._is_known_place(first, end - 1, located=True)
        ):
            return Found(first, end, MentionKind.ARMED_ACTOR)
        if self._is_body(first, end):
            return Found(first, self._body_end(end), MentionKind.ORGANISATION)
        if end - first > 1 and last in self.cues["facility"] and not self._is_known_place(first, end):
            return Found(first, end, MentionKind.FACILITY)
        if self._is_place(first, end):
            return Found(first, end, MentionKind.PLACE)
        if end - first > 1 and last in self.cues["other_head"]:
            return Found(first, end, MentionKind.OTHER)
        if self._is_person(first, end):
            return Found(self._past_role(first, end), end, MentionKind.PERSON)
        if self.runs.is_title(end - 1) or all(self.runs.is_common(at) for at in range(first, end)):
            return None
        if self._is_acronym(first, end) or self._is_named_after_a_place(first, end):
            return Found(first, end, MentionKind.ORGANISATION)
        if end - first == 1 and (
            len(self.words[first].key.strip(".")) < 2 or self.words[first].key in self.cues["place_part"]
        ):
            return None
        if end - first > 1:
            written_alike = all(word.shape in "Cl." for word in self.words[first:end])
            return Found(first, end, None) if written_alike and not self.runs.is_common(end - 1) else None
        return Found(first, end, self._surname(first))

    def _is_body(self, first: int, end: int) -> bool:
        last = self.words[end - 1].key
        if end - first > 1 and last in self.cues["company"]:
            return True
        if last not in self.cues["organisation_head"]:
            return False
        return end - first > 1 or self._continues_with_of(end)

    def _continues_with_of(self, end: int) -> bool:
        words = self.words
        if end + 1 >= len(words) or words[end].key not in ("of", "for"):
            return False
        after = end + 2 if words[end + 1].key == "the" else end + 1
        return after < len(words) and self.runs.can_name[after] and words[end - 1].shape != "l"

    def _body_end(self, end: int) -> int:
        """ "Ministry" runs on through "of Trade and Industry"."""
        if not self._continues_with_of(end):
            return end
        after = end + 2 if self.words[end + 1].key == "the" else end + 1
        end = max(self.runs.end_of(after), after + 1)
        if end + 1 < len(self.words) and self.words[end].key in ("and", "&") and self.runs.can_name[end + 1]:
            following = self.runs.end_of(end + 1)
            if all(self.runs.is_common(at) for at in range(end + 1, following)):
                return following
        return end

    def _is_generic(self, first: int, end: int) -> bool:
        """Whether a body's own words are ordinary, so that a nationality before it stands by itself."""
        return first < end and all(self.runs.is_common(at) for at in range(first, end))

    def _is_acronym(self, first: int, end: int) -> bool:
        word = self.words[first]
        return (
            end - first == 1 and word.shape == "A" and 2 <= len(word.text) <= 6 and self.case is Case.NORMAL
        )

    def _is_named_after_a_place(self, first: int, end: int) -> bool:
        """Whether a name has a town in it that nothing else explains: a club or a company."""
        return end - first > 1 and (
            self._is_known_place(first, first + 1) or self._is_known_place(end - 1, end)
        )

    def _surname(self, at: int) -> MentionKind | None:
        word = self.words[at]
        if word.shape != "C" or self.case is not Case.NORMAL or self.runs.is_common(at):
            return None
        if word.key not in tables.words("surnames.txt"):
            return None
        # "Gaya" is a surname and a city of 400,000: the rest of the document may tell.
        return None if self._is_known_place(at, at + 1, doubtful=True) else MentionKind.PERSON

    # -- places

    def _is_place(self, first: int, end: int) -> bool:
        if end - first > 1 and self.words[first].key in self.cues["place_part"]:
            # "Northeast Georgia"
            return self._is_known_place(first + 1, end, located=True)
        after = self.words[end].key if end < len(self.words) and self.runs.joined(end) else ""
        before = self.words[first - 1].key if first else ""
        last = self.words[end - 1].key
        if self.case is Case.NORMAL and end - first > 1 and last in self.cues["place_after"]:
            return not self._is_person(first, end)
        if end - first > 1 and self.words[first].key in _PLACE_FIRST and not self.runs.is_common(end - 1):
            return True
        if self._titled(first):
            return False
        if self.case is Case.NORMAL and after in _PLACE_NOUNS and not self.runs.is_common(first):
            return end - first <= 3
        if before == "of" and first > 1 and self.words[first - 2].key in _PLACE_NOUNS:
            # Whether or not the gazetteer knows "the village of Orlo".
            return not (self.runs.is_common(first) or self.runs.is_title(first))
        of_it = before == "of" and not self._has_given_name(first) and self._surname(end - 1) is None
        beside = before in self.cues["locative"] or before in _BEFORE or after in self.cues["place_after"]
        located = beside or of_it or self._is_listed(first, end)
        return self._is_known_place(first, end, located=located)

    def _is_listed(self, first: int, end: int) -> bool:
        """Whether this stands after a place in a list: "Ganja, Mingachevir and Khizi"."""
        if self._last_place_end is None or self.words[first - 1].key not in (",", "and", "or", "&"):
            return False
        between = self.words[self._last_place_end : first]
        unlike_a_person = not self._speaks(first, end) and self._surname(end - 1) is None
        return unlike_a_person and len(between) <= 2 and not self._has_given_name(first)

    def _is_known_place(self, first: int, end: int, *, located: bool = False, doubtful: bool = False) -> bool:
        if end - first > _LONGEST_PLACE:
            return False
        name = self._text(first, end)
        places = self.gazetteer.lookup(name)
        if not places:
            return False
        if places[0].feature in _UNMISTAKABLE or self.gazetteer.is_own(places[0]):
            return True
        if end - first == 1 and (self.runs.is_common(first) or len(name) < 3):
            return False
        if located or self._contained(end):
            return not (end - first > 1 and self._has_given_name(first) and places[0].population < 5000)
        a_person_too = self.words[first].key in tables.words("given_names.txt") or (
            self.words[end - 1].key in tables.words("surnames.txt")
        )
        enough = 10 * _WELL_KNOWN if a_person_too and not doubtful else _WELL_KNOWN
        return places[0].population >= enough

    def _contained(self, end: int) -> bool:
        """Whether a comma and a country or province follow: "Khizi, Azerbaijan"."""
        if end + 1 >= len(self.words) or self.words[end].text != ",":
            return False
        hit = self.lexicon.longest(self.words, end + 1, self.case)
        if hit is not None:
            return hit.kind is MentionKind.PLACE
        if self.words[end + 1].shape not in "CA":
            return False
        return any(place.feature == "province" for place in self.gazetteer.lookup(self.words[end + 1].text))

    def _shortened_state(self, at: int) -> Found | None:
        """ "Tex." after a comma or "in", "TX" only after a name and a comma."""
        words = self.words
        if at == 0 or self.case is not Case.NORMAL or words[at].shape == "l":
            return None
        after_name = at > 1 and words[at - 1].text == "," and words[at - 2].shape in "AC."
        if not (after_name or words[at - 1].key in self.cues["locative"] or words[at].text == "D.C."):
            return None
        for length in (3, 2, 1):
            written = "".join(word.text for word in words[at : at + length])
            together = all(self.runs.joined(at + offset) for offset in range(1, len(words[at : at + length])))
            if together and written in abbreviations() and (after_name or "." in written):
                return Found(at, at + length, MentionKind.PLACE)
        return None

    def _well_known_place(self, at: int) -> Found | None:
        """In a headline, or where a sentence opens, ordinary words too can be a place: "New York"."""
        for length in (3, 2):
            end = at + length
            if end > len(self.words) or any(word.shape not in "AC" for word in self.words[at:end]):
                continue
            places = self.gazetteer.lookup(self._text(at, end))
            if places and (places[0].feature in _UNMISTAKABLE or places[0].population >= _WELL_KNOWN):
                return Found(at, end, MentionKind.PLACE)
        return None

    # -- persons

    def _is_person(self, first: int, end: int) -> bool:
        words, size = self.words, end - first
        if size > 5 or words[first].key in ("the",):
            return False
        if self._titled(first):
            return not all(self.runs.is_common(at) for at in range(first, end))
        if self._aged(end) or (size > 1 and self._has_given_name(first)):
            return True
        surname = words[end - 1].key in tables.words("surnames.txt")
        if size > 1 and surname and not self.runs.is_common(first):
            return words[first].shape == words[end - 1].shape or len(words[first].text) <= 2
        if size > 1 and any(
            word.key in self.cues["particle"] and word.shape == "l" for word in words[first:end]
        ):
            return True
        if size == 1 and words[first].shape == "A" and self.case is Case.NORMAL:
            return False
        return self._speaks(first, end) and not self.runs.is_common(first)

    def _past_role(self, first: int, end: int) -> int:
        """Where the name itself begins in "Police Aldo Venn"."""
        role = end - first > 2 and self.runs.is_common(first) and not self._has_given_name(first)
        return first + 1 if role else first

    def _titled(self, first: int) -> bool:
        at = first - 1
        if at > 0 and self.words[at].text == "." and self.words[at].start == self.words[at - 1].end:
            at -= 1
        if at < 0 or self.words[first].start - self.words[at].end > 2:
            return False
        key = self.words[at].key
        return key in self.cues["honorific"] or key in self.cues["rank"] or key in self.cues["office"]

    def _has_given_name(self, first: int) -> bool:
        key = self.words[first].key
        return key in tables.words("given_names.txt") or (len(key.strip(".")) <= 2 and key.endswith("."))

    def _aged(self, end: int) -> bool:
        words = self.words
        return (
            end + 1 < len(words)
            and words[end].text == ","
            and words[end + 1].shape == "d"
            and words[end + 1].text.isdecimal()
            and 1 < int(words[end + 1].text[:4]) < 110
            and (end + 2 == len(words) or words[end + 2].text in ",.;")
        )

    def _speaks(self, first: int, end: int) -> bool:
        after = self.words[end].key if end < len(self.words) else ""
        return after in self.cues["speech"] or (
            first > 0 and self.words[first - 1].key in self.cues["speech"]
        )

    def _text(self, first: int, end: int) -> str:
        parts = [self.words[first].text]
        for at in range(first + 1, end):
            blank = "" if self.words[at].start == self.words[at - 1].end else " "
            parts.append(blank + self.words[at].text)
        return "".join(parts)


_FORCE_ADJECTIVES = frozenset(
    "government federal national regular special security border armed army air ground naval military rebel"
    " separatist coalition occupation riot paramilitary islamist communist".split()
)
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


@cache
def _force_phrases() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in tables.cue_words()["force"])
