"""Dumps of GeoNames and the NGA and CSV files, added to the gazetteer for good."""

import zipfile
from pathlib import Path

import pytest

from sayso.annotate.places import GazetteerOptions, add, fingerprint, shared
from sayso.annotate.places.added import FILE, folder_of_data
from sayso.errors import UsageError


def _geonames(number: int, name: str, others: str, *, kind: str = "P\tPPL", people: int = 300) -> str:
    rest = f"{kind}\tSD\t\t47\t\t\t\t{people}\t500\t\tAfrica/Khartoum\t2020-01-01"
    return f"{number}\t{name}\t{name}\t{others}\t13.5\t25.25\t{rest}\n"


GEONAMES = (
    _geonames(900000001, "Qarravane", "Garravane,Qarravān,QRV")
    + "a line that makes no sense\n"
    + _geonames(900000002, "Jebel Vennar", "", kind="T\tMT", people=0)
    + _geonames(900000003, "Vennar Road", "", kind="R\tRD", people=0)
    + _geonames(900000004, "Nowhere", "").replace("13.5", "north")
)
NGA = (
    "RC\tUFI\tUNI\tLAT\tLONG\tDSG\tFC\tCC1\tADM1\tFULL_NAME_RO\tFULL_NAME_ND_RO\n"
    "1\t77\t1\t13\t25\tPPL\tP\tSU\t47\tUmm Vennār\tUmm Vennar\n"
    "1\t77\t2\t13\t25\tPPL\tP\tSU\t47\tHillat Vennār\tHillat Vennar\n"
)


@pytest.fixture
def kept(tmp_path: Path) -> GazetteerOptions:
    return GazetteerOptions(added=tmp_path / "kept")


def _add(tmp_path: Path, content: str, name: str = "XX.txt") -> int:
    (tmp_path / name).write_text(content, encoding="utf-8")
    return add(tmp_path / name, folder=tmp_path / "kept")


def test_add_makes_the_places_of_geonames_known_at_once(tmp_path: Path, kept: GazetteerOptions) -> None:
    assert shared(kept).lookup("Qarravane") == ()
    assert _add(tmp_path, GEONAMES) == 2
    (town,) = shared(kept).lookup("garravane")
    assert (town.name, town.country, town.feature, town.division) == ("Qarravane", "SDN", "city", "47")
    assert (town.latitude, town.longitude, town.population, town.geonames) == (13.5, 25.25, 300, 900000001)
    assert [place.feature for place in shared(kept).lookup("Jebel Vennar")] == ["mountains"]
    assert not shared(kept).is_own(town)


def test_add_joins_the_names_that_the_nga_gives_one_place(kept: GazetteerOptions, tmp_path: Path) -> None:
    assert _add(tmp_path, NGA) == 1
    assert shared(kept).lookup("Umm Vennar") == shared(kept).lookup("Hillat Vennār")
    assert [place.country for place in shared(kept).lookup("Umm Vennar")] == ["SDN"]


def test_add_reads_zipped_dumps(kept: GazetteerOptions, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "XX.zip", "w") as packed:
        packed.writestr("readme.txt", "short")
        packed.writestr("XX.txt", GEONAMES)
    assert add(tmp_path / "XX.zip", folder=tmp_path / "kept") == 2
    assert shared(kept).lookup("Qarravane")


def test_add_takes_places_written_by_hand_for_own(tmp_path: Path, kept: GazetteerOptions) -> None:
    content = "name,aliases,country,latitude,longitude\nVennar Cross,V. Cross,SDN,13.25,25.5\n"
    assert _add(tmp_path, content, "mine.csv") == 1
    (town,) = shared(kept).lookup("v cross")
    assert shared(kept).is_own(town)


def test_add_adds_a_dump_once(kept: GazetteerOptions, tmp_path: Path) -> None:
    assert _add(tmp_path, GEONAMES) == _add(tmp_path, GEONAMES, "again.txt") == 2
    assert len(shared(kept).lookup("Qarravane")) == 1


def test_add_tells_how_far_it_is_and_changes_the_fingerprint(tmp_path: Path, kept: GazetteerOptions) -> None:
    before, told = fingerprint(kept), list[int]()
    (tmp_path / "XX.txt").write_text(GEONAMES, encoding="utf-8")
    add(tmp_path / "XX.txt", folder=tmp_path / "kept", progress=told.append)
    assert told == [2]
    assert fingerprint(kept) != before


@pytest.mark.parametrize(
    "content", ["", "nothing of the kind\n", "\t" * 18 + "\n", "name,latitude\nOrlo,9\n"]
)
def test_a_dump_that_cannot_be_used_leaves_nothing_behind(tmp_path: Path, content: str) -> None:
    _add(tmp_path, GEONAMES)
    kept = (tmp_path / "kept" / FILE).read_bytes()
    with pytest.raises(UsageError):
        _add(tmp_path, content, "bad.csv")
    assert (tmp_path / "kept" / FILE).read_bytes() == kept


def test_a_dump_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot read"):
        add(tmp_path / "none.txt", folder=tmp_path)


def test_places_are_added_in_the_folder_for_data() -> None:
    assert folder_of_data({"XDG_DATA_HOME": "/somewhere"}) == Path("/somewhere/sayso")
    assert folder_of_data({"XDG_DATA_HOME": "relative"}) == Path.home() / ".local" / "share" / "sayso"
