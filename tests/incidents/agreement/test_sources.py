from dataclasses import replace

import pytest

from sayso.incidents.agreement.sources import Newsroom, Speaker, folded
from sayso.model import Outlet, Party, Report, Site

OUTLETS = {
    "Orlan Agency": Outlet(name="Orlan Agency", country="XOR"),
    "Karst Bureau": Outlet(name="Karst Bureau", country="XKA"),
}
REPORTS = {
    "wire": Report(document="wire", outlet="Tessera Wire"),
    "paper": Report(document="paper", outlet="Orlo Courant"),
    "agency": Report(document="agency", outlet="Orlan Agency"),
    "bureau": Report(document="bureau", outlet="Karst Bureau"),
    "release": Report(document="release", outlet="Interior Ministry Press Service"),
}
NEWSROOM = Newsroom(reports=REPORTS, copies={"paper": "wire"}, outlets=OUTLETS)


def speaker(
    document: str, *chain: str | None, country: str | None = None, body: str | None = None
) -> Speaker:
    parties = [Party(words=words, country=country, body=body) for words in chain]
    return NEWSROOM.speaker(parties, document)


def names(*speakers: Speaker) -> set[str]:
    return {source.name for source in folded(speakers).values()}


def test_the_outlets_own_voice_is_the_outlet() -> None:
    assert names(speaker("wire")) == {"Tessera Wire"}


def test_a_copys_own_voice_is_its_origins_outlet() -> None:
    assert names(speaker("paper"), speaker("wire")) == {"Tessera Wire"}


def test_the_innermost_speaker_is_the_source() -> None:
    assert names(speaker("wire", "Orlan Agency", "the Interior Ministry", "witnesses")) == {
        "witnesses (Tessera Wire)"
    }


def test_nobody_is_whoever_says_so() -> None:
    assert names(speaker("wire", "the mayor of Orlo", None)) == {"the mayor of Orlo"}
    assert names(speaker("wire", None)) == {"Tessera Wire"}


def test_several_who_speak_for_one_body_are_that_body() -> None:
    doctor = speaker("wire", "A doctor at St. Mara hospital")
    assert names(doctor) == {"A doctor at St. Mara hospital"}
    assert names(doctor, speaker("wire", "Hospital director Jan Ovrek")) == {"St. Mara hospital"}
    assert names(doctor, speaker("wire", "a nurse at St. Mara hospital")) == {"St. Mara hospital"}


def test_local_media_stay_themselves() -> None:
    assert names(speaker("wire", "local media")) == {"local media (Tessera Wire)"}


def test_local_media_in_a_copy_are_the_origin() -> None:
    assert names(speaker("paper", "local media")) == {"Tessera Wire"}


def test_an_outlet_that_speaks_of_itself_is_itself() -> None:
    assert names(speaker("wire", "this station"), speaker("wire", "Tessera Wire")) == {"Tessera Wire"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            speaker("agency", "the Interior Ministry"),
            speaker("wire", "the Orlan Interior Ministry", country="XOR"),
        ),
        (speaker("wire", "Orla's Defence Ministry"), speaker("wire", "the Orlan Defence Ministry")),
        (speaker("wire", "the Defence Ministry in Dorn"), speaker("wire", "the Defence Ministry")),
        (speaker("wire", "ministry spokesman Colonel Harl Desk"), speaker("wire", "the Defence Ministry")),
        (speaker("release"), speaker("wire", "the Interior Ministry")),
        (speaker("wire", "Talm"), speaker("wire", "Yoren Talm")),
        (speaker("wire", "a police spokesman"), speaker("wire", "the city police")),
        (speaker("wire", "Dr Mirr", body="the Central Hospital"), speaker("wire", "the Central Hospital")),
        (speaker("wire", "the railway"), speaker("wire", "Orlan Railways")),
        (speaker("wire", "Karst", country="XKA"), speaker("wire", "the Karstan army", country="XKA")),
    ],
)
def test_one_source_under_two_names(one: Speaker, other: Speaker) -> None:
    assert len(names(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (speaker("agency", "the Interior Ministry"), speaker("bureau", "the Interior Ministry")),
        (speaker("wire", "the Interior Ministry"), speaker("wire", "the Defence Ministry")),
        (speaker("wire", "the Central Hospital"), speaker("wire", "Saint Orra hospital")),
        (speaker("wire", "the Interior Ministry"), speaker("wire", "police")),
        (speaker("wire", "witnesses"), speaker("agency", "witnesses")),
        (speaker("wire", "Yoren Talm"), speaker("wire", "Oska Talm")),
        (speaker("wire"), speaker("agency")),
        (
            speaker("wire", "the Karstan army", country="XKA"),
            speaker("wire", "the Orlan army", country="XOR"),
        ),
    ],
)
def test_two_sources_that_look_alike(one: Speaker, other: Speaker) -> None:
    assert len(folded([one, other]).values()) == 2
    assert len({source.id for source in folded([one, other]).values()}) == 2


def test_one_ministry_in_ten_outlets_is_one_source() -> None:
    said = [
        NEWSROOM.speaker([Party(words="the Interior Ministry")], f"outlet-{number}") for number in range(10)
    ]
    assert len({source.id for source in folded(said).values()}) == 1


def test_folding_does_not_depend_on_order() -> None:
    said = [
        speaker("wire", words)
        for words in (
            "the ministry",
            "the Interior Ministry",
            "the Defence Ministry",
            "police",
            "Talm",
            "Yoren Talm",
        )
    ]
    assert {one: each.id for one, each in folded(said).items()} == {
        one: each.id for one, each in folded(said[::-1]).items()
    }


def test_one_name_that_tells_its_country_is_one_source_though_the_country_was_found_once() -> None:
    known = speaker("bureau", "the Defence Ministry in Orlan", country="XOR")
    unknown = speaker("wire", "the Defence Ministry in Orlan")
    assert len(names(known, unknown, speaker("wire", "Orlan Defence Ministry", country="XOR"))) == 1


def test_a_ministry_named_by_its_town_is_that_of_the_country_where_reports_put_the_town() -> None:
    orlo = Site(words="Orlo", country="XOR")
    mapped = {**REPORTS, "wire": replace(REPORTS["wire"], setting=(orlo,))}
    chains = (
        [Party(words="the Defence Ministry in Orlo")],
        [Party(words="Orla's Defence Ministry", country="XOR")],
    )
    for reports, many in ((mapped, 1), (REPORTS, 2)):
        newsroom = Newsroom(reports=reports, outlets=OUTLETS)
        assert len(names(*(newsroom.speaker(chain, "wire") for chain in chains))) == many


def test_a_town_that_reports_put_in_two_countries_tells_nothing() -> None:
    both = (Site(words="Orlo", country="XOR"), Site(words="Orlo", country="XKA"))
    newsroom = Newsroom(reports={**REPORTS, "wire": replace(REPORTS["wire"], setting=both)})
    assert newsroom.speaker([Party(words="the Defence Ministry in Orlo")], "wire").country is None
