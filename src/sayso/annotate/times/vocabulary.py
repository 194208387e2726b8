"""The words that time expressions are made of, each with what it means."""

from collections.abc import Mapping

MONTHS: Mapping[str, int] = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip

DOUBTFUL_MONTHS = frozenset({"may", "march", "mar", "jan", "dec", "sep", "jun", "jul", "aug"})
"""Also verbs, names and other abbreviations: months only beside a day, a year or a word such as "in"."""

WEEKDAYS: Mapping[str, int] = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
    "tues": 2, "thurs": 4, "thur": 4,
}  # fmt: skip

SHORT_WEEKDAYS: Mapping[str, int] = {
    "mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip
"""Words of their own too ("sat", "the sun"): weekdays only where a date follows."""

WEEKDAYS_PLURAL: Mapping[str, int] = {
    f"{name}s": number for name, number in WEEKDAYS.items() if name.endswith("day")
}

CLOCK_UNITS: Mapping[str, str] = {
    "second": "S", "seconds": "S", "minute": "M", "minutes": "M", "mins": "M", "hour": "H", "hours": "H",
    "hrs": "H",
}  # fmt: skip

UNITS: Mapping[str, str] = {
    "day": "D", "days": "D", "week": "W", "weeks": "W", "month": "M", "months": "M", "quarter": "Q",
    "quarters": "Q", "year": "Y", "years": "Y", "yr": "Y", "yrs": "Y", "decade": "E", "decades": "E",
    "century": "C", "centuries": "C", "fortnight": "F", "fortnights": "F",
}  # fmt: skip
"""TIMEX3's letters; E decade, C century and F fortnight are turned into years and weeks in durations."""

SEASONS: Mapping[str, str] = {
    "spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI",
}  # fmt: skip

DAYPARTS: Mapping[str, str] = {
    "morning": "MO", "mornings": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "afternoon": "AF",
    "afternoons": "AF", "evening": "EV", "evenings": "EV", "dusk": "EV", "sunset": "EV", "nightfall": "EV",
    "night": "NI", "nights": "NI", "daytime": "DT",
}  # fmt: skip

POINTS: Mapping[str, str] = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}

ZONES: Mapping[str, str] = {
    "gmt": "Z", "utc": "Z", "z": "Z", "zulu": "Z",
    "est": "", "edt": "", "cst": "", "cdt": "", "mst": "", "mdt": "", "pst": "", "pdt": "", "et": "",
    "pt": "", "ct": "", "cet": "+01:00", "cest": "+02:00", "eet": "+02:00", "eest": "+03:00", "msk": "+03:00",
    "bst": "", "ist": "", "jst": "+09:00", "wib": "+07:00", "pkt": "+05:00", "aest": "+10:00",
}  # fmt: skip
"""Offsets from UTC; empty where the letters name more than one zone, or TimeBank leaves the zone out."""

CITIES: Mapping[str, str] = {
    "moscow": "", "kyiv": "", "kiev": "", "london": "", "paris": "", "berlin": "", "jerusalem": "",
    "israel": "", "gaza": "", "beirut": "", "damascus": "", "cairo": "", "eastern": "", "pacific": "",
    "tehran": "", "ankara": "", "istanbul": "", "baghdad": "", "beijing": "+08:00",
    "kabul": "+04:30", "islamabad": "+05:00", "karachi": "+05:00", "delhi": "+05:30", "india": "+05:30",
    "dhaka": "+06:00", "bangkok": "+07:00", "tokyo": "+09:00", "seoul": "+09:00", "nairobi": "+03:00",
    "khartoum": "", "lagos": "+01:00",
}  # fmt: skip
"""Whose time is said ("3 a.m. Kyiv time"), with the offset where it has been one for decades."""

NAMED_DAYS: Mapping[str, tuple[int, int]] = {
    "christmas": (12, 25),
    "halloween": (10, 31),
}

REFERENCES: Mapping[str, str] = {
    "now": "PRESENT_REF", "nowadays": "PRESENT_REF", "currently": "PRESENT_REF", "presently": "PRESENT_REF",
    "recently": "PAST_REF", "lately": "PAST_REF",
}  # fmt: skip

FREQUENCIES: Mapping[str, str] = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W",
    "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y",
    "biweekly": "P2W", "biennial": "P2Y",
}  # fmt: skip

PREDICATE_VERBS = frozenset(
    "have be not also well yet still never face need die lead cause help seem".split()
)
"""What follows "may" the verb and never "May" the month."""

PAST_FORMS = frozenset(
    "said told was were had did began came went took left made met won lost fell rose held got gave saw "
    "found broke brought sent spoke stood struck fought fled shot hit led ran sat sold bought grew knew "
    "kept set put cut became felt wrote thought".split()
)
"""Past forms without -ed that reports use most."""

COUNTED = frozenset(
    "people persons civilians soldiers troops men women children police officers rebels militants refugees "
    "homes houses families dead wounded injured victims casualties killed others members workers students "
    "prisoners fighters residents villagers protesters passengers dollars euros pounds votes jobs points "
    "shares cars vehicles tanks tons tonnes miles kilometers kilometres km meters metres feet acres hectares "
    "barrels rupees cases deaths percent pct".split()
)
"""What a number before it counts: "1988 people" is no year."""
