"""The gazetteer and the choice between places of one name."""

import json
import multiprocessing
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate import tables
from sayso.annotate.places import (
    Gazetteer,
    GazetteerOptions,
    PlaceName,
    cache_folder,
    choices,
    countries,
    country_of_nationality,
    fingerprint,
    name_key,
    resolve,
    shared,
)
from sayso.annotate.places import build as places_build
from sayso.annotate.places.additions import Additions
from sayso.annotate.places.build import build
from sayso.annotate.places.place import distance_km
from sayso.errors import UsageError

INVENTED = Path(__file__).parent / "invented.csv"
TOWN = {
    "geonameid": 1,
    "name": "Orlo-sur-Mer",
    "latitude": 1.5,
    "longitude": 2.5,
    "countrycode": "FR",
    "population": 900,
    "admin1code": "11",
    "alternatenames": ["Orlomère", "orlo", "ORL", "Орло"],
}


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return shared(GazetteerOptions(additions=(INVENTED,)))


def test_name_key_ignores_case_accents_apostrophes_and_hyphens() -> None:
    assert name_key("Nagorno-Karabakh") == name_key("NAGORNO  KARABAKH")
    assert name_key("Côte d’Ivoire") == name_key("cote d'ivoire")


@given(st.text())
def test_name_key_of_a_name_key_is_itself(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


def test_every_country_has_a_code_of_three_letters_and_words_of_its_own() -> None:
    assert all(len(code) == 3 and code.isupper() for code in countries())
    assert len(countries()) > 200
    bearers = Counter(
        key
        for country in countries().values()
        for key in {name_key(name) for name in (country.name, *country.aliases)}
    )
    assert [name for name, count in bearers.items() if count > 1] == []


def test_adjectives_and_peoples_lead_to_their_country() -> None:
    known = country_of_nationality()
    assert [known[name_key(word)] for word in ("Azerbaijani", "Israelis", "Danes", "South Korean")] == [
        "AZE",
        "ISR",
        "DNK",
        "KOR",
    ]
    assert known["kurdish"] is None


def test_build_keeps_names_in_every_script_but_no_codes(tmp_path: Path) -> None:
    build(tmp_path / "small.sqlite", towns=[TOWN])
    small = Gazetteer(tmp_path / "small.sqlite", Additions(places={}, demonyms={}), "")
    found = small.lookup("ORLO SUR MER")
    assert [(place.name, place.country, place.geonames) for place in found] == [("Orlo-sur-Mer", "FRA", 1)]
    assert small.lookup("orlomere") == small.lookup("Орло") == found
    assert small.lookup("Orl") == small.lookup("orlo") == ()
    small.close()


def test_lookup_puts_countries_first_then_the_more_populous(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Georgia")[0].feature in ("country", "province")
    paris = gazetteer.lookup("Paris")
    assert paris[0].country == "FRA"
    populations = [place.population for place in paris if place.feature == "city"]
    assert populations == sorted(populations, reverse=True)


def test_lookup_of_what_is_no_place_is_empty(gazetteer: Gazetteer) -> None:
    assert (
        gazetteer.lookup("Xyzzyqwv") == gazetteer.lookup("") == gazetteer.lookup("'; DROP TABLE name") == ()
    )


def test_lookup_finds_what_the_user_added(gazetteer: Gazetteer) -> None:
    (orlo, *_) = gazetteer.lookup("ourlo")
    assert (orlo.name, orlo.country, orlo.latitude, orlo.population) == ("Orlo", "VLM", 10.5, 120000)
    assert gazetteer.is_own(orlo)
    assert gazetteer.demonyms == {"Velmarian": "VLM", "Velmarians": "VLM"}


def test_fingerprint_tells_additions_apart(gazetteer: Gazetteer, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text("name\nOrlo\n", encoding="utf-8")
    added = fingerprint(GazetteerOptions(additions=(other,)))
    assert len({gazetteer.fingerprint, fingerprint(), added}) == 3
    assert gazetteer.fingerprint == fingerprint(GazetteerOptions(additions=(INVENTED,)))


def test_open_falls_back_where_its_folder_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    elsewhere = Gazetteer.open(GazetteerOptions(folder=tmp_path / "file" / "sayso"))
    assert elsewhere.lookup("Paris")
    elsewhere.close()


@pytest.fixture
def quickly_built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places_build, "towns_of_geonames", lambda: iter([TOWN]))


@pytest.mark.usefixtures("quickly_built")
def test_open_builds_a_file_anew_that_was_cut_short_or_is_none(tmp_path: Path) -> None:
    options = GazetteerOptions(folder=tmp_path, added=tmp_path)
    first = Gazetteer.open(options)
    first.close()
    whole = first.path.read_bytes()
    for damaged in (whole[: len(whole) // 2], b"", b"no database" * 500):
        first.path.write_bytes(damaged)
        again = Gazetteer.open(options)
        assert [place.geonames for place in again.lookup("Orlo-sur-Mer")] == [1]
        again.close()


@pytest.mark.usefixtures("quickly_built")
def test_lookup_builds_a_file_anew_whose_pages_are_damaged(tmp_path: Path) -> None:
    options = GazetteerOptions(folder=tmp_path, added=tmp_path)
    path = Gazetteer.open(options).path
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
    damaged = Gazetteer.open(options)
    assert [place.geonames for place in damaged.lookup("Orlo-sur-Mer")] == [1]
    damaged.close()


@pytest.mark.usefixtures("quickly_built")
def test_two_processes_may_build_at_once(tmp_path: Path) -> None:
    forked = multiprocessing.get_context("fork")
    builders = [forked.Process(target=_open_and_look, args=(tmp_path,)) for _ in range(2)]
    for builder in builders:
        builder.start()
    for builder in builders:
        builder.join(timeout=120)
    assert [builder.exitcode for builder in builders] == [0, 0]
    assert [path.suffix for path in tmp_path.iterdir()] == [".sqlite"]


def _open_and_look(folder: Path) -> None:
    opened = Gazetteer.open(GazetteerOptions(folder=folder, added=folder))
    sys.exit(not opened.lookup("Orlo-sur-Mer"))


def test_open_takes_the_file_that_is_there(gazetteer: Gazetteer, tmp_path: Path) -> None:
    (tmp_path / gazetteer.path.name).write_bytes(gazetteer.path.read_bytes())
    whole = Gazetteer.open(GazetteerOptions(folder=tmp_path))
    assert whole.path.parent == tmp_path
    assert whole.lookup("Paris") == gazetteer.lookup("Paris")
    whole.close()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("town,country\nOrlo,VLM\n", "needs a header"),
        ("name,latitude,longitude\nOrlo,north,40\n", "line 2"),
        ("name,latitude,longitude\nOrlo,95,40\n", "not a point"),
        ("name,latitude\nOrlo,9\n", "not a point"),
        ("name,population\nOrlo,-4\n", "below zero"),
    ],
)
def test_additions_that_make_no_sense_name_the_place_of_the_mistake(
    tmp_path: Path, content: str, said: str
) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        Gazetteer.open(GazetteerOptions(additions=(file,)))


def test_additions_that_are_not_there_are_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot read"):
        Gazetteer.open(GazetteerOptions(additions=(tmp_path / "none.csv",)))


def test_cache_folder_follows_the_environment() -> None:
    assert cache_folder({"XDG_CACHE_HOME": "/somewhere"}) == Path("/somewhere/sayso")
    assert (
        cache_folder({"XDG_CACHE_HOME": "relative"}) == cache_folder({}) == Path.home() / ".cache" / "sayso"
    )


def _resolved(gazetteer: Gazetteer, *names: PlaceName, **spoken_of: int) -> dict[str, str | None]:
    found = resolve(names, countries=spoken_of, gazetteer=gazetteer)
    return {key: place.country for key, place in found.items()}


def test_resolve_follows_what_the_text_says_holds_a_place(gazetteer: Gazetteer) -> None:
    texas = resolve([PlaceName(name="Paris", within=("Texas",))], countries={}, gazetteer=gazetteer)
    assert texas["paris"].division == "TX"
    assert _resolved(gazetteer, PlaceName(name="Paris")) == {"paris": "FRA"}
    assert _resolved(gazetteer, PlaceName(name="Brackwater", within=("Tessandra",))) == {"brackwater": "VLM"}


def test_resolve_follows_the_country_that_the_report_speaks_of(gazetteer: Gazetteer) -> None:
    assert _resolved(gazetteer, PlaceName(name="Tripoli"), LBN=5) == {"tripoli": "LBN"}
    assert _resolved(gazetteer, PlaceName(name="Tripoli"), LBY=5) == {"tripoli": "LBY"}


def test_resolve_abstains_on_a_small_town_that_nothing_speaks_for(gazetteer: Gazetteer) -> None:
    assert _resolved(gazetteer, PlaceName(name="Pokrovsk")) == {}
    assert _resolved(gazetteer, PlaceName(name="Pokrovsk"), UKR=3) == {"pokrovsk": "UKR"}


def test_resolve_does_not_depend_on_the_order_of_names(gazetteer: Gazetteer) -> None:
    names = [PlaceName(name=name) for name in ("Tripoli", "Sidon", "Paris", "Orlo", "Georgia")]
    assert _resolved(gazetteer, *names) == _resolved(gazetteer, *reversed(names))


def test_choices_come_with_their_candidates_best_first(gazetteer: Gazetteer) -> None:
    (choice,) = choices([PlaceName(name="Paris")], countries={"USA": 1}, gazetteer=gazetteer).values()
    scores = [one.score for one in choice.candidates]
    assert choice.place == choice.candidates[0].place
    assert scores == sorted(scores, reverse=True)
    assert len(scores) > 5


def test_distance_is_that_of_the_globe(gazetteer: Gazetteer) -> None:
    paris, london = gazetteer.lookup("Paris")[0], gazetteer.lookup("London")[0]
    assert distance_km(paris, london) == pytest.approx(343, abs=5)
    assert distance_km(paris, gazetteer.lookup("Danube")[0]) == float("inf")


def test_tables_keep_their_columns() -> None:
    for file, columns in json.loads(_COLUMNS).items():
        assert list(tables.rows(file)[0]) == columns


_COLUMNS = """{
 "abbreviations.tsv": ["name", "short"],
 "forces.tsv": ["name", "aliases", "sector", "country", "source"],
 "leaders.tsv": ["name", "aliases", "country", "title", "since", "until", "source"],
 "past_leaders.tsv": ["name", "aliases", "country", "title", "since", "until", "source"],
 "armed_groups.tsv": ["name", "aliases", "sector", "countries", "source"],
 "bodies.tsv": ["name", "aliases", "sector", "country", "source"],
 "countries.tsv": ["iso3", "name", "aliases", "adjectives", "people", "latitude", "longitude"],
 "cues.tsv": ["role", "words"],
 "party_words.tsv": ["sector", "words"],
 "peoples.tsv": ["name", "aliases", "country"],
 "regions.tsv": ["name", "aliases", "feature", "country", "latitude", "longitude", "radius_km"],
 "weapons.tsv": ["name"]
}"""


def test_lookup_knows_provinces_districts_and_shortened_states(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Helmand")[0].feature == "province"
    assert {place.feature for place in gazetteer.lookup("Laurel County")} == {"district"}
    assert [place.name for place in gazetteer.lookup("W. Va.")] == ["West Virginia"]
    assert gazetteer.lookup("Ind.") != gazetteer.lookup("ind")


def test_disputed_territories_belong_to_no_state_in_any_of_their_entries(gazetteer: Gazetteer) -> None:
    for name in ("Crimea", "Nagorno-Karabakh", "Abkhazia", "Transnistria", "Artsakh"):
        areas = [place for place in gazetteer.lookup(name) if not place.is_town]
        assert {place.country for place in areas} == {None}, name


def test_resolve_lets_ambiguous_names_settle_each_other(gazetteer: Gazetteer) -> None:
    # Towns of one county, each of which has larger namesakes elsewhere.
    names = [PlaceName(name=name) for name in ("Paris", "Reno", "Blossom", "Deport", "Roxton")]
    found = resolve(names, countries={"USA": 1}, gazetteer=gazetteer)
    assert {place.division for key, place in found.items() if key != "paris"} == {"TX"}


def test_resolve_follows_the_kind_that_the_wording_tells(gazetteer: Gazetteer) -> None:
    asked = PlaceName(name="Kandahar", kinds=frozenset(("province", "region")))
    assert resolve([asked], countries={}, gazetteer=gazetteer)["kandahar"].feature == "province"


@given(
    st.permutations(("Tripoli", "Sidon", "Paris", "Orlo", "Georgia", "Pokrovsk", "Brackwater", "Tessandra"))
)
def test_resolve_gives_any_order_of_names_the_same_places(names: list[str]) -> None:
    gazetteer = shared(GazetteerOptions(additions=(INVENTED,)))
    asked = [PlaceName(name=name) for name in names]
    in_order = sorted(asked, key=lambda one: one.name)
    found = resolve(asked, countries={"UKR": 1, "LBN": 2}, gazetteer=gazetteer)
    assert found == resolve(in_order, countries={"LBN": 2, "UKR": 1}, gazetteer=gazetteer)


@given(
    st.lists(st.sampled_from(("Tripoli", "Paris", "Orlo", "Pokrovsk", "Xyzzyqwv", "Springfield")), max_size=6)
)
def test_resolve_returns_only_places_that_go_by_the_name(names: list[str]) -> None:
    gazetteer = shared(GazetteerOptions(additions=(INVENTED,)))
    found = resolve([PlaceName(name=name) for name in names], countries={}, gazetteer=gazetteer)
    assert all(place in gazetteer.lookup(key) for key, place in found.items())
