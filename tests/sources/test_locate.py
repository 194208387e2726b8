"""What the user's words name."""

import os
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.model import Reason, Refusal
from sayso.sources import Kind, Locator, locate


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("b/two.txt", "b/one.txt", "a.txt", ".hidden", "b/.git/config"):
        path = tmp_path / "orlo" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Nothing happened.")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def origins(*given: str) -> list[str]:
    return [each.origin for each in locate(given)]


def only(given: str) -> Locator | Refusal:
    (located,) = locate([given])
    return located


def test_locate_walks_folders_in_order_and_skips_hidden_files(folder: Path) -> None:
    assert origins("orlo") == ["orlo/a.txt", "orlo/b/one.txt", "orlo/b/two.txt"]


def test_locate_keeps_the_path_as_given(folder: Path) -> None:
    assert origins("./orlo/a.txt", str(folder / "orlo/a.txt")) == [
        "./orlo/a.txt",
        str(folder / "orlo/a.txt"),
    ]


def test_locate_expands_globs_each_file_once(folder: Path) -> None:
    assert origins("orlo/**") == ["orlo/a.txt", "orlo/b/one.txt", "orlo/b/two.txt"]
    assert origins("orlo/b/*o*.txt") == ["orlo/b/one.txt", "orlo/b/two.txt"]


def test_locate_prefers_a_file_whose_name_looks_like_a_glob(folder: Path) -> None:
    (folder / "a[1].txt").write_text("x")
    assert origins("a[1].txt") == ["a[1].txt"]


def test_locate_does_not_follow_links_to_folders(folder: Path) -> None:
    (folder / "orlo/b/up").symlink_to(folder / "orlo")
    located = list(locate(["orlo"]))
    assert [each.origin for each in located if isinstance(each, Refusal)] == ["orlo/b/up"]
    assert len(located) == 3 + 1
    assert "orlo/b/up/b/one.txt" in origins("orlo/b/up")


def test_locate_refuses_what_lies_in_a_folder_and_is_no_file(folder: Path) -> None:
    os.mkfifo(folder / "orlo/pipe")
    (folder / "orlo/torn").symlink_to("nowhere")
    located = list(locate(["orlo"]))
    refused = {each.origin: each.reason for each in located if isinstance(each, Refusal)}
    assert refused == {"orlo/pipe": Reason.UNREADABLE, "orlo/torn": Reason.NOT_FOUND}
    assert len(located) == 5


def test_locate_refuses_a_folder_that_it_may_not_look_into(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir = os.scandir

    def closed(path: str) -> object:
        if path == "orlo/b":
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    allowed, refused = locate(["orlo"])
    assert allowed.origin == "orlo/a.txt"
    assert refused == Refusal(origin="orlo/b", reason=Reason.UNREADABLE, detail="Permission denied")


def test_locate_names_standard_input_and_the_web() -> None:
    assert only("-") == Locator(origin="-", kind=Kind.STDIN)
    assert only("HTTPS://orlo.test/a") == Locator(origin="HTTPS://orlo.test/a", kind=Kind.URL)


@pytest.mark.parametrize("given", ["nowhere.txt", "no*where", "", "a\0b", "x" * 5000, "[", "/dev/null/x"])
def test_locate_refuses_what_names_nothing(folder: Path, given: str) -> None:
    refusal = only(given)
    assert isinstance(refusal, Refusal)
    assert (refusal.origin, refusal.reason) == (given, Reason.NOT_FOUND)


def test_locate_refuses_an_empty_folder(folder: Path) -> None:
    (folder / "void").mkdir()
    refusal = only("void")
    assert isinstance(refusal, Refusal)
    assert refusal.reason is Reason.NOT_FOUND


@pytest.mark.parametrize("given", ["ftp://orlo.test/a", "file:///etc/hostname", "gopher://orlo.test"])
def test_locate_refuses_other_schemes(given: str) -> None:
    refusal = only(given)
    assert isinstance(refusal, Refusal)
    assert refusal.reason is Reason.ADDRESS_REFUSED


def test_locate_spells_out_a_name_that_is_no_text_and_can_still_open_it(folder: Path) -> None:
    Path(os.fsdecode(b"orlo/bad_\xff.txt")).write_text("x")
    located = next(each for each in locate(["orlo"]) if "bad" in each.origin)
    assert isinstance(located, Locator)
    assert located.origin == "orlo/bad_\\xff.txt"
    assert located.target is not None
    assert Path(located.target).read_text() == "x"
    assert pickle.loads(pickle.dumps(located)) == located  # noqa: S301 - our own bytes


def test_locate_tells_of_a_file_that_goes_while_others_are_read(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Ten people died in Orlo.")
    found = locate([str(tmp_path)])
    assert isinstance(next(found), Locator)
    (tmp_path / "b.txt").unlink()
    [gone] = found
    assert isinstance(gone, Refusal)
    assert (gone.reason, gone.detail) == (Reason.NOT_FOUND, "it was there when the folder was listed")


@pytest.fixture
def shaft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Folders in folders, more than Python's stack is deep and than a path may be long."""
    top = tmp_path / "top"
    top.mkdir()
    monkeypatch.chdir(top)
    for _ in range(2_100):
        Path("a").mkdir()
        os.chdir("a")
        if Path("..").samefile(top):
            Path("one.txt").write_text("Ten people died in Orlo.")
    yield top
    for _ in range(2_100):
        os.chdir("..")
        for file in Path("a").glob("*.txt"):
            file.unlink()
        Path("a").rmdir()


def test_locate_goes_as_deep_as_paths_do_and_tells_where_they_end(shaft: Path) -> None:
    found = list(locate([str(shaft)]))
    assert [Path(each.origin).name for each in found if isinstance(each, Locator)] == ["one.txt"]
    [closed] = [each for each in found if isinstance(each, Refusal)]
    assert (closed.reason, closed.detail) == (Reason.UNREADABLE, "File name too long")


def test_locate_tells_of_a_folder_that_may_not_be_entered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    (tmp_path / "orlo.txt").write_text("Ten people died in Orlo.")
    monkeypatch.setattr(Path, "is_file", closed)
    [refused] = locate([str(tmp_path)])
    assert isinstance(refused, Refusal)
    assert (refused.reason, refused.detail) == (Reason.UNREADABLE, "Permission denied")
