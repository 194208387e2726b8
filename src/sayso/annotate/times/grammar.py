"""The grammar of time expressions: every pattern that is read, and the function that knows what it means."""

from collections.abc import Callable, Mapping, Sequence

from sayso.annotate.times import (
    clock,
    days,
    feasts,
    figures,
    fiscal,
    joins,
    lengths,
    months,
    narrowing,
    ordinals,
    references,
    relative,
    years,
)
from sayso.annotate.times import vocabulary as words
from sayso.annotate.times.patterns import Grammar, Phrase, Rule
from sayso.annotate.times.scene import Found, Scene
from sayso.annotate.times.tokens import Labels, base_labels

__all__ = ["GRAMMAR", "MACROS", "RULES"]

Means = Callable[[Phrase, Scene], Found | None]

CATEGORIES: Mapping[str, Sequence[str]] = {
    "MONTH": tuple(words.MONTHS),
    "WEEKDAY": tuple(words.WEEKDAYS),
    "SHORT_WEEKDAY": tuple(words.SHORT_WEEKDAYS),
    "WEEKDAYS": tuple(words.WEEKDAYS_PLURAL),
    "UNIT": tuple(words.UNITS),
    "UNITS": tuple(unit for unit in words.UNITS if unit.endswith(("s", "ies"))),
    "CLOCK_UNIT": tuple(words.CLOCK_UNITS),
    "CLOCK_UNITS": tuple(unit for unit in words.CLOCK_UNITS if unit.endswith("s")),
    "SEASON": tuple(words.SEASONS),
    "DAYPART": tuple(words.DAYPARTS),
    "DAYPARTS": tuple(part for part in words.DAYPARTS if part.endswith("s") and part != "daybreaks"),
    "POINT": tuple(words.POINTS),
    "ZONE": tuple(words.ZONES),
    "FEAST": tuple(words.NAMED_DAYS),
    "REFERENCE": tuple(words.REFERENCES),
    "FREQUENCY": tuple(words.FREQUENCIES),
    "CITY": tuple(words.CITIES),
    "DECADE_WORD": tuple(years.TENS_OF),
}

MACROS: Mapping[str, str] = {
    "DAY_NUMBER": "DAY | NTH_DAY",
    "YEAR_NUMBER": "YEAR | YEAR_WORD",
    "TO": "HYPHEN | to | through | until | till | and | or",
    "ANY_UNIT": "UNIT | CLOCK_UNIT",
    "AMOUNT": "COUNT (TO COUNT)? FRACTION? more? | COUNT and a half | (a | an) half | half (a | an)? "
    "| a | an | one HYPHEN half | (a | the)? couple of? | (a | the)? last? few more? | several more? | many "
    "| HUNDREDS of | another COUNT?",
    "SIDE": "last | past | this past | next | this | this coming",
    "ON_WEEKDAY": "(WEEKDAY | SHORT_WEEKDAY) COMMA? the?",
    "DAYS": "the? DAY_NUMBER ((COMMA DAY_NUMBER)* COMMA? TO the? DAY_NUMBER)?",
    "OF_YEAR": "COMMA? of? YEAR_NUMBER | of? (this | last | next) year",
    "QUARTER": "HYPHEN? NTH_QUARTER HYPHEN? quarter",
    "IN_ZONE": "CITY time | local? (hours | hrs)? (ZONED | ZONE) | local? (hours | hrs) | local time "
    "| OPEN (local time | ZONED | ZONE) CLOSE",
    "ELSEWHERE": "OPEN (CLOCK | HOURS_MINUTES) IN_ZONE CLOSE",
    "WHEN": "ago | earlier | later | previously | hence | from now | before that | from today",
    "WORKING": "trading | business | working | consecutive | full | straight",
}
"""Categories that stand for a pattern of their own."""

RULES: Sequence[Rule[Means]] = (
    # Whole dates in figures.
    Rule("ISO", figures.iso_date),
    Rule("NUMERIC", figures.numeric_date),
    Rule("DTG", figures.date_time_group),
    Rule("PART of? YEAR | FISCAL", ordinals.short_part),
    Rule("DAY HYPHEN MONTH HYPHEN (YEAR | SHORT_YEAR)", days.calendar_day),
    # Days of a month.
    Rule("the? week (ending | ended | to) (the | on)? ON_WEEKDAY? "
         "(DAY_NUMBER of? MONTH (COMMA? YEAR)? | MONTH DAY_NUMBER (COMMA YEAR)?)", days.week_to),
    Rule("ON_WEEKDAY? DAYS of? MONTH (COMMA? of? YEAR | APOSTROPHE? SHORT_YEAR)", days.calendar_day),
    Rule("ON_WEEKDAY? MONTH DAYS OF_YEAR", days.calendar_day),
    Rule("(this coming)? ON_WEEKDAY? MONTH DAY_WORD (COMMA? YEAR_NUMBER)?", days.calendar_day),
    Rule("(last | this | next) year COMMA? on? (DAYS of? MONTH | MONTH DAYS)", days.calendar_day),
    Rule("ON_WEEKDAY? SIDE? MONTH DAYS", days.calendar_day),
    Rule("ON_WEEKDAY? DAYS of? MONTH (of? (this | last | next) year)?", days.calendar_day),
    Rule("the? (ORDINAL | last | final) (WEEKDAY | day | week | weekend) (of | in) MONTH OF_YEAR?",
         ordinals.nth_of_month),
    # Months, seasons, quarters, years, decades, centuries.
    Rule("MONTH (OF_YEAR | APOSTROPHE SHORT_YEAR)", months.month_and_year),
    Rule("SIDE MONTH", months.sided_month),
    Rule("(the | SIDE)? SEASON (of? YEAR)?", months.season),
    Rule("the? year HYPHEN? (ago | earlier) (QUARTER | quarter | period | figure | level)?",
         fiscal.year_before),
    Rule("the? (same | comparable | corresponding) (quarter | period) of? "
         "((a | the) year (ago | earlier) | last year | the previous year | YEAR)?", fiscal.year_before),
    Rule("(the | this | its | their)? YEAR? fiscal? QUARTER of? fiscal? (YEAR | (this | last | next) year)?",
         months.quarter),
    Rule("(this | last | next) year POSSESSIVE fiscal? QUARTER", months.quarter),
    Rule("the? (NTH_QUARTER | last | latter) half of (YEAR | (the | this | last | next) year)",
         months.half_year),
    Rule("the? (NTH_QUARTER | last | latter) half of MONTH OF_YEAR?", ordinals.half_of_month),
    Rule("the? (first | opening | last | final | closing) COUNT UNITS of (YEAR | (the | this | last | next) "
         "year)", ordinals.first_units),
    Rule("the? YEAR (quarter | period)", fiscal.quarter_of_year),
    Rule("last year POSSESSIVE quarter", fiscal.quarter_of_year),
    Rule("the latest? (quarter | period)", fiscal.known_quarter),
    Rule("the? year YEAR_NUMBER", years.year),
    Rule("fiscal year? YEAR", years.year),
    Rule("the? DECADE", years.decade),
    Rule("the DECADE_WORD", years.decade),
    Rule("the? ORDINAL HYPHEN? century", years.century),
    # Days named from the report, and parts of them.
    Rule("the? day (before | after) (yesterday | tomorrow)", relative.day_word),
    Rule("(yesterday | tomorrow | last | this) DAYPART", relative.night_word),
    Rule("(overnight | the night) ((from | of)? WEEKDAY)? (into | to) WEEKDAY "
         "| the night between WEEKDAY and WEEKDAY", relative.overnight_into),
    Rule("tonight | overnight", relative.night_word),
    Rule("(COUNT | a few | several) (nights | mornings | evenings) ago", relative.nights_ago),
    Rule("yesterday | today | tomorrow", relative.day_word),
    # Weekdays.
    Rule("(COUNT | a | one) (week | weeks) ago on? WEEKDAY", days.week_ago),
    Rule("(the | SIDE)? (good friday | palm sunday | ash wednesday | easter (sunday | monday)? "
         "| thanksgiving day?) YEAR?", feasts.moving_feast),
    Rule("(every | each) other? (WEEKDAY | weekend) DAYPART?", lengths.repeated),
    Rule("the? (last | past | next | this | coming | previous | following | that | same) WEEKDAY",
         days.sided_weekday),
    Rule("WEEKDAYS DAYPART? | WEEKDAY DAYPARTS", lengths.weekdays),
    Rule("WEEKDAY", days.weekday),
    Rule("(the | SIDE) weekend", relative.sided_weekend),
    Rule("(FEAST | new year POSSESSIVE) (day | eve)? YEAR?", feasts.named_day),
    # Times of day.
    Rule("CLOCK IN_ZONE? (in the (morning | afternoon | evening))? ELSEWHERE?", clock.clock_time),
    Rule("HOURS_MINUTES IN_ZONE? ELSEWHERE?", clock.clock_time),
    Rule("MILITARY IN_ZONE?", clock.military_time),
    Rule("HOUR (o APOSTROPHE clock)? (in the | at) (morning | afternoon | evening | night)",
         clock.spoken_hour),
    Rule("HOUR o APOSTROPHE clock", clock.spoken_hour),
    Rule("POINT", clock.point),
    # Repeated times.
    Rule("(once | twice | COUNT times) (a | an | per | each | every) ANY_UNIT", lengths.rate),
    Rule("(once | twice | COUNT times)? FREQUENCY", lengths.frequency),
    Rule("(every | each) other? AMOUNT? (ANY_UNIT | DAYPART | MONTH | SEASON)", lengths.repeated),
    # Distances.
    Rule("AMOUNT HYPHEN? ANY_UNIT (or so)? WHEN", relative.distance),
    Rule("(UNITS | CLOCK_UNITS) (ago | later)", references.vague_distance),
    Rule("AMOUNT UNIT (APOSTROPHE | POSSESSIVE) time", relative.distance),
    # Lengths that end or begin with the report.
    Rule("(the | a)? ORDINAL (straight | consecutive | successive) (day | week | month | year | night)",
         ordinals.nth_running),
    Rule("(the | a)? ORDINAL (day | week | month | year | night) (running | in a row)", ordinals.nth_running),
    Rule("((the | this)? (last | past | next | coming) | the (previous | following | preceding)) "
         "AMOUNT HYPHEN? WORKING? ANY_UNIT", lengths.duration_from_report),
    Rule("the? past ANY_UNIT", lengths.length_of_one),
    Rule("recent years | past years | recent (months | weeks | days) and (months | years)", references.past),
    Rule("the? (recent | past | last) (UNITS | CLOCK_UNITS)", lengths.length_of_one),
    Rule("the? coming (years | months | weeks | days | quarters)", references.future),
    Rule("the? (years | months | weeks | days) ahead", lengths.length_of_one),
    # Units counted from the report or from what was spoken of.
    Rule("(last | this | next | the? current | the latest) (fiscal | calendar)? UNIT", relative.sided_unit),
    Rule("the (week | month | year) before last", relative.before_last),
    Rule("(the | that)? (same | very) (day | week | month | year)", relative.narrated_unit),
    Rule("that (day | week | month | year | quarter)", relative.narrated_unit),
    Rule("the? (next | following | previous | preceding) (day | week | month | year | quarter)",
         relative.narrated_unit),
    Rule("the (day | week | month | year) (before | after | earlier)", relative.narrated_unit),
    Rule("(that | that same | the same | the next | the following | the previous) DAYPART",
         relative.narrated_daypart),
    Rule("the DAYPART (before | after)", relative.narrated_daypart),
    Rule("the DAYPART", relative.narrated_daypart),
    Rule("the? (end | rest | beginning | start | remainder | course) of the "
         "(week | month | year | quarter | decade | century)", relative.unit_of_report),
    Rule("the full? (fiscal | calendar)? year (ended | ending)", lengths.length_of_one),
    Rule("the full (fiscal | calendar)? year | the fiscal year", relative.unit_of_report),
    Rule("the year", fiscal.whole_year),
    Rule("(early | late | earlier | later) (on | in)? (the | that) day", relative.time_of_same_day),
    Rule("the? (early | first | opening | last | final | closing) days of (which | that month | the month)",
         relative.days_of_month),
    Rule("(early | late | earlier | later) in the (week | month | year)", relative.unit_of_report),
    Rule("the? end of YEAR", years.year),
    Rule("YEAR? year HYPHEN? end | year POSSESSIVE end", fiscal.year_end),
    # Lengths.
    Rule("one day", references.some_day),
    Rule("AMOUNT HYPHEN? WORKING? ANY_UNIT (and a half)? (HYPHEN (old | long))?", lengths.duration),
    Rule("(decades | months | weeks | days | hours) HYPHEN (long | old) | years HYPHEN long",
         lengths.length_of_one),
    Rule("(day | week | month | hour) HYPHEN (long | old) | year HYPHEN long", lengths.length_of_one),
    Rule("UNITS | hours | minutes", lengths.bare_plural),
    # Years alone, months alone, parts of a day beside a date.
    Rule("YEAR", years.year),
    Rule("MONTH", months.month_alone),
    Rule("DAYPART", clock.daypart),
    # Present, past, future.
    Rule("(right | until | by)? now", references.reference),
    Rule("(more | most | very)? recently", references.reference),
    Rule("REFERENCE", references.reference),
    Rule("at present | at the moment | these days | at this time | the present time?", references.present),
    Rule("the? current", references.present),
    Rule("the recent? past | long ago", references.past),
    Rule("the (near | foreseeable | immediate | not HYPHEN too HYPHEN distant)? future", references.future),
)  # fmt: skip
"""Of the rules that fit at one place, the first whose meaning takes it wins: longer ones come first."""


def _labels() -> Labels:
    labels = base_labels()
    for category, known in CATEGORIES.items():
        labels.know(known, category)
    return labels


GRAMMAR: Grammar[Means] = Grammar(
    RULES,
    macros=MACROS,
    beside={"glue": joins.GLUE, "hedge": joins.HEDGE, **narrowing.MODIFIERS, **narrowing.BOUNDS},
    labels=_labels(),
)
