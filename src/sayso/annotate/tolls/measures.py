"""Measures: numbers that count no one and nothing hit, such as ages, dates, distances and money."""

from collections.abc import Sequence

from sayso.annotate.words import Class, Word

_MONTHS = (
    "january february march april may june july august september october november december jan feb mar apr"
    " jun jul aug sep sept oct nov dec"
)
UNITS = frozenset(
    "acres am barrel barrels block calibre caliber cents cm cubic day days degrees dlr dlrs dollar dollars"
    " euro euros feet foot francs gallons gmt gram grams hectares hour hours inch inches kg kgs kilogram"
    " kilograms kilometer kilometers kilometre kilometres kilos km kms knots lb lbs liters litres marks"
    " megawatts meter meters metre metres mile miles minute minutes mln mm month months mph kph night"
    " nights noon o'clock occasions p.m p.m. pct percent % per peso pesos pm points pound pounds rupee"
    " rupees seats second seconds square stories storeys street time times ton tonne tonnes tons volts"
    " votes watts a.m a.m. avenue week weekend weekends weeks yard yards year year-old years years-old"
    " yen yo yr yr-old yrs".split()
) | frozenset(_MONTHS.split())
"""What a number measures when one of these follows it."""

_STREETS = frozenset(
    "avenue ave boulevard blvd circle court crescent drive highway lane parkway place road rd route street st"
    " terrace trail".split()
)
_STREET_REACH = 4
_DIRECTIONS = frozenset("north south east west northeast northwest southeast southwest".split())

_MONEY = frozenset("$ £ € ¥ rs rs. inr us$ usd".split())
# "may" is left out: "may 12" is rarer than "may" before "kill".
_DATED = (frozenset(_MONTHS.split()) - {"may"}) | _MONEY
_LABELS = frozenset(
    "aged age apartment apt article chapter class cr flight grade highway level no number page phase"
    " resolution route section since version".split()
)
# "Called 911": a number that is dialled.
_CALLS = frozenset("call calls called calling dial dialed dialled phoned".split())
_FRACTIONS = frozenset(
    "half quarter quarters third thirds fifth fifths tenth tenths percent cent % majority".split()
)
_BEFORE_YEAR = frozenset("in of since until from by early late and to the during , between".split())
_AFTER_YEAR = frozenset(["", ",", ".", ")"])
_HYPHENATED = (
    "year",
    "month",
    "km",
    "meter",
    "day",
    "hour",
    "minute",
    "foot",
    "mile",
    "ton",
    "kg",
    "inch",
    "mm",
)


def is_measure(words: Sequence[Word], first: int, after: int) -> bool:
    """Whether the number in words `[first, after)` is an age, a date, a distance, money or a label."""
    before = _lower(words, first - 1)
    following = _lower(words, after)
    if before in _DATED or before in _LABELS:
        return True
    if following in UNITS and not (following == "may" and not words[after].is_name):
        return True
    if following == "-" and _lower(words, after + 1).startswith(_HYPHENATED):
        return True
    if _is_share(words, first):
        return True
    if _is_address(words, after) or _is_of_month(words, first) or before in _CALLS:
        return True
    number = words[after - 1].text
    is_year = len(number) == 4 and number.isdecimal() and 1900 <= int(number) <= 2099
    return is_year and (before in _BEFORE_YEAR or following in _AFTER_YEAR)


def _is_share(words: Sequence[Word], first: int) -> bool:
    """Whether a number is only the whole of a share: "a quarter of a million", "one in three of the 90"."""
    if _lower(words, first - 1) == "in":
        return _lower(words, first - 2) == "one"
    of = first - 1 - (_lower(words, first - 1) in {"the", "all", "some"})
    is_one_in = (_lower(words, of - 3), _lower(words, of - 2)) == ("one", "in")
    is_fraction = _lower(words, of - 1) in _FRACTIONS or is_one_in
    return _lower(words, of) == "of" and is_fraction


def _is_of_month(words: Sequence[Word], first: int) -> bool:
    """Whether the number is the year of "7 May 89"."""
    is_may = _lower(words, first - 1) == "may" and first > 1 and words[first - 2].cls is Class.NUMBER
    return is_may and words[first].text.isdecimal()


def _is_address(words: Sequence[Word], after: int) -> bool:
    """Whether the number before word `after` is a house's or a road's: "12 Elm Street", "319 south of"."""
    if _lower(words, after) in _DIRECTIONS and _lower(words, after + 1) == "of":
        return True
    for at in range(after, min(len(words), after + _STREET_REACH)):
        word = words[at]
        if not word.is_name or word.text.isupper() or word.cls is not Class.OPEN:
            return False
        if at > after and word.lower in _STREETS:
            return True
    return False


def _lower(words: Sequence[Word], at: int) -> str:
    return words[at].lower if 0 <= at < len(words) else ""
