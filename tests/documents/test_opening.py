import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.documents.opening import Opening, opening

BODY = "Two soldiers were hurt when shells fell on the market, the town council said."

# (opening as printed, place, date, agency): places and agencies are invented
DATELINES = [
    ("ORLO, 23 Aug 88 (VNP) -- [Text] ", "ORLO", "1988-08-23", "VNP"),
    ("   VESK (TARNIA), 3 SEPT 89 (RADIO VESK\nNETWORK) -- [REPORT] [EXCERPTS] ",
     "VESK (TARNIA)", "1989-09-03", "RADIO VESK NETWORK"),
    ("PORT ORLO, NO DATE (VNP) -- [EDITORIAL REPORT] [TEXT] ", "PORT ORLO", None, "VNP"),
    ("ORLO, Tarnia, Oct. 14 — ", "ORLO, Tarnia", None, None),
    ("ORLO, Tarnia (VNP) -- ", "ORLO, Tarnia", None, "VNP"),
    ("ORLO -- ", "ORLO", None, None),
    ("ORLO, April 7 - ", "ORLO", None, None),
    ("ORLO, Tarnia (July 14, 2012) — ", "ORLO, Tarnia", "2012-07-14", None),
    ("ORLO, Tarnia (July 14, 2012)\n", "ORLO, Tarnia", "2012-07-14", None),
    ("ORLO, March 3 (Veskpress) : ", "ORLO", None, "Veskpress"),
    ("(Veskpress) - ", None, None, "Veskpress"),
    ("(Orlo, May 3, 2031) – ", "Orlo", "2031-05-03", None),
    ("(Orlo, Tarnia, 3 May 2031) – ", "Orlo, Tarnia", "2031-05-03", None),
    ("ORLO/VESK (Veskpress) - ", "ORLO/VESK", None, "Veskpress"),
    ("Orlo (VNP) – ", "Orlo", None, "VNP"),
    ("ORLO. Oct 14 (Veskpress) - ", "ORLO", None, "Veskpress"),
    ("ORLO, October 14, 2031. /VNP/. ", "ORLO", "2031-10-14", "VNP"),
    ("ORLO, 14th October, 2031 (VNP) -- ", "ORLO", "2031-10-14", "VNP"),
    ("Orlo, Oct 14, VNP – ", "Orlo", None, "VNP"),
    ("Orlo, VNP- ", "Orlo", None, "VNP"),
    ("Oct 14 (VNP) - ", None, None, "VNP"),
    ("14 October 2031, Orlo – ", "Orlo", "2031-10-14", None),
    ("PORT ORLO, Oct 14: ", "PORT ORLO", None, None),
    ("ORLO, Monday — ", "ORLO", None, None),
    ("ORLO, Tarnia, Oct. 14\n\nBy Ada Lunn – Veskpress:\n\n", "ORLO, Tarnia", None, "Veskpress"),
    ("LAHORE: ", "LAHORE", None, None),
    ("lahore: ", "lahore", None, None),
    ("ST. ORLO (VNP) _ ", "ST. ORLO", None, "VNP"),
    ("O'RLO, Tarnia (VNP)_ ", "O'RLO, Tarnia", None, "VNP"),
    ("Orlo (vnp) – ", "Orlo", None, "vnp"),
    ("ORLO, OCT 14, VESKPRESS. ", "ORLO", None, "VESKPRESS"),
    ("Posted on October 14, 2031 by admin\n\n", None, "2031-10-14", None),
    ("Tue 14 Oct 2031 10.20 BST\n\n", None, "2031-10-14", None),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "place", "date", "agency"), DATELINES)
def test_opening_reads_datelines(
    printed: str, place: str | None, date: str | None, agency: str | None
) -> None:
    text = printed + (BODY.lower() if printed.islower() else BODY)
    dateline = opening(text).dateline
    assert dateline is not None
    assert (dateline.place, dateline.date, dateline.agency) == (place, date, agency)
    assert dateline.span.of(text) == printed.strip()


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "Orlo said on Monday that its army – the region's largest – had withdrawn.",
        "On 14 October 2031 - a Tuesday - shells fell on Orlo.",
        "BOOM: Five dead in Orlo after the market was shelled on Monday.",
        "UPDATE: Five dead in Orlo after the market was shelled on Monday.",
        "ANALYSIS — Why the truce in Orlo will not hold beyond the coming winter.",
        "VNP: Tarnia must lead on the refugee crisis, says the council of towns.",
        "The minister (left) - seen here in Orlo - denied it, and so did his aide.",
        "Governor Ada Lunn (R-Orlo) — the first to speak — called for calm.",
        "TWO HURT IN ORLO - COUNCIL SAYS SHELLS FELL ON THE MARKET AGAIN AT NOON",
        "May says the truce holds: nobody in Orlo believes her any more.",
        "",
        "\n\n \n",
    ],
)
def test_opening_takes_no_ordinary_sentence_for_a_dateline(text: str) -> None:
    assert opening(text) == Opening()


def test_opening_leaves_the_headline_before_the_dateline_outside_it() -> None:
    text = f"SHELLS FALL ON ORLO MARKET\n\nORLO, March 3 (VNP) - {BODY}"
    found = opening(text)
    assert found.title == "SHELLS FALL ON ORLO MARKET"
    assert found.dateline is not None
    assert found.dateline.span.of(text) == "ORLO, March 3 (VNP) -"


def test_opening_keeps_the_speaker_named_in_brackets_in_the_report() -> None:
    text = "ORLO, 3 Jan 90 (VNP) -- [Speech] [Text] [Lunn] Citizens, we shall rebuild."
    dateline = opening(text).dateline
    assert dateline is not None
    assert text[dateline.span.end :].lstrip().startswith("[Lunn]")


@pytest.mark.parametrize(
    ("header", "outlet", "byline", "published"),
    [
        (" date 2031-10-14 By Veskpress", "Veskpress", None, "2031-10-14"),
        ("By Ada Lunn\nStaff writer", None, "Ada Lunn", None),
        ("By Ada Lunn\nOrlo News, Port Vesk", "Orlo News", "Ada Lunn", None),
        ("By ADA LUNN, VNP", "VNP", "ADA LUNN", None),
        ("Published: 14 October 2031 10:30 GMT", None, None, "2031-10-14"),
        ("This story is from October 14, 2031", None, None, "2031-10-14"),
        ("Source: VNP\nDate: 14 Oct 2031\nAuthor: Ada Lunn", "VNP", "Ada Lunn", "2031-10-14"),
    ],
)
def test_opening_reads_header_lines(
    header: str, outlet: str | None, byline: str | None, published: str | None
) -> None:
    text = f"{header}\n\n{BODY}"
    found = opening(text)
    assert (found.outlet, found.byline, found.published) == (outlet, byline, published)
    assert found.dateline is not None
    assert found.dateline.span.of(text) == header.strip()


def test_opening_reads_fields_and_keeps_their_title_in_the_report() -> None:
    text = f"TITLE: Shells fall on Orlo Source: VNP LINK: https://vnp.example/orlo\n{BODY}"
    found = opening(text)
    assert (found.title, found.outlet, found.url) == (
        "Shells fall on Orlo",
        "VNP",
        "https://vnp.example/orlo",
    )
    assert found.dateline is not None
    assert found.dateline.span.of(text) == "Source: VNP LINK: https://vnp.example/orlo"


def test_opening_takes_the_year_of_a_release_number_of_the_same_month() -> None:
    text = f"2031-10-S-027\nFor Immediate Release\n\nORLO, Tarnia (Oct. 14) - {BODY}"
    assert opening(text).published == "2031-10-14"
    assert opening(text.replace("2031-10-S", "2031-02-S")).published is None


def test_opening_reads_a_dateline_below_the_byline() -> None:
    text = f"Shells fall on Orlo market again\nBy Ada Lunn\nORLO, Tarnia (VNP) -- {BODY}"
    found = opening(text)
    assert found.title == "Shells fall on Orlo market again"
    assert (found.byline, found.outlet) == ("Ada Lunn", "VNP")
    assert found.dateline is not None
    assert found.dateline.span.of(text) == "By Ada Lunn\nORLO, Tarnia (VNP) --"


@pytest.mark.parametrize(
    "byline",
    ["By Our Correspondent", "By our special correspondent", "BY STAFF REPORTER", "By a staff writer"],
)
def test_opening_takes_a_byline_that_names_nobody_for_no_outlet(byline: str) -> None:
    found = opening(f"Shells fall on Orlo market again\n\n{byline}\n\nORLO — {BODY}")
    assert (found.byline, found.outlet) == (None, None)


@given(st.text(max_size=300))
def test_opening_span_lies_in_the_text(text: str) -> None:
    dateline = opening(text).dateline
    assert dateline is None or dateline.span.of(text).strip()


def test_opening_reads_the_front_matter_and_headings_of_markdown() -> None:
    fields = "title: \"Nine die in Orlo\"\nauthor: 'Ilsa Marn'\ndate: 2031-05-03"
    matter = f"---\n{fields}\n---\n\nNine people died in Orlo.\n"
    said = opening(matter)
    assert (said.title, said.byline, said.published) == ("Nine die in Orlo", "Ilsa Marn", "2031-05-03")
    said = opening(
        "# Nine die in Orlo ##\n\n*By Ilsa Marn*\n\n**May 3, 2031**\n\nNine people died in Orlo.\n"
    )
    assert (said.title, said.byline, said.published) == ("Nine die in Orlo", "Ilsa Marn", "2031-05-03")


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("MINISTRY OF DEFENCE OF TARN\nPRESS RELEASE No. 88", "MINISTRY OF DEFENCE OF TARN"),
        ("Border Observer Mission\nSituation report No. 12", "Border Observer Mission"),
        ("Press Service of the General Staff\nCommuniqué", "Press Service of the General Staff"),
        ("Mayor appeals to the government\nPress release", None),
        ("Border Observer Mission\nTwelve shells fell", None),
    ],
)
def test_opening_takes_a_body_above_press_release_for_who_gives_it_out(head: str, outlet: str | None) -> None:
    found = opening(f"{head}\n14 November 2034\n\nThe enemy attacked Velm at night. Nobody was hurt.")
    assert found.outlet == outlet
    assert found.published == "2034-11-14"
