"""Figures of one incident: the agreement matrix and the map, on the page and by themselves."""

import xml.etree.ElementTree as ElementTree

import pytest
from fastapi.testclient import TestClient

from sayso.annotate.places import Place
from sayso.web.figures.bars import bars
from sayso.web.figures.grid import STANCES
from sayso.web.figures.ladder import ladder
from sayso.web.figures.worldmap import Spot, worldmap
from sayso.web.views.mouths import Said

SVG = "{http://www.w3.org/2000/svg}"


def _id(client: TestClient) -> str:
    return str(client.get("/incidents.json").json()["incidents"][0]["id"])


def _drawn(client: TestClient, name: str) -> ElementTree.Element:
    answer = client.get(f"/embed/incidents/{_id(client)}/{name}.svg")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    return ElementTree.fromstring(answer.text)  # noqa: S314 - drawn by ourselves


def test_the_matrix_has_a_cell_for_each_field_and_source_with_a_sign_and_a_label(client: TestClient):
    story = client.get(f"/incidents/{_id(client)}.json").json()
    drawn = _drawn(client, "matrix")
    cells = [one for one in drawn.iter(f"{SVG}rect") if one.get("class", "").startswith("cell")]
    assert len(cells) == len(story["matrix"]) * len(story["sources"])
    signs = [one.text for one in drawn.iter(f"{SVG}text") if one.get("class") == "sign"]
    told = [cell["stance"] for line in story["matrix"] for cell in line["cells"]]
    assert signs == [STANCES[stance][0] for stance in told]
    labels = [one.get("aria-label") for one in drawn.iter(f"{SVG}a")]
    assert "the Central Hospital, killed: 15; differs from 1" in labels


def test_every_value_of_the_matrix_figure_is_in_its_table(client: TestClient):
    story = client.get(f"/incidents/{_id(client)}.json").json()
    page = client.get(f"/incidents/{_id(client)}").text
    table = page[page.index('<table class="matrix">') :]
    for line in story["matrix"]:
        for cell in line["cells"]:
            assert cell["beside"] in table


def test_an_incident_is_on_a_map_with_a_circle_of_how_exactly_its_place_is_known(client: TestClient):
    story = client.get(f"/incidents/{_id(client)}.json").json()
    (scene,) = story["scenes"]
    assert (scene["place"], scene["precision_km"], len(scene["claims"])) == ("Orlo", 5.0, 3)
    drawn = _drawn(client, "map")
    assert [one.get("class") for one in drawn.iter(f"{SVG}circle")].count("precision") == 1
    features = client.get(f"/incidents/{_id(client)}.geojson").json()["features"]
    assert features[0]["geometry"]["coordinates"] == [-121.8, -47.6]


def test_towns_are_named_where_there_is_room_and_within_the_area():
    asked: list[tuple[float, ...]] = []

    def towns(*area: float) -> list[Place]:
        asked.append(area)
        return [
            Place(name=name, country=None, feature="city", latitude=y, longitude=x, radius_km=1.0)
            for name, x, y in (("Vell", 10.4, 50.4), ("Hidden", 10.4, 50.4), ("Orlo", 10.0, 50.0))
        ]

    spot = Spot(
        longitude=10.0, latitude=50.0, name="Orlo", count=1, precision_km=9.0, href="/x", about="Orlo"
    )
    drawn = worldmap([spot], title="A map", towns=towns, least=3.0)
    assert drawn is not None
    ((west, south, east, north),) = asked
    assert west < 10 < east
    assert south < 50 < north
    assert ">Vell<" in drawn
    assert "Hidden" not in drawn
    assert [drawn.count(f">{name}</text>") for name in ("Vell", "Orlo")] == [1, 1]


def test_towns_come_from_the_gazetteer_for_the_shown_area_only(client: TestClient):
    area = {"west": 2.0, "south": 48.5, "east": 2.7, "north": 49.1, "limit": 5}
    found = client.get("/towns.geojson", params=area).json()["features"]
    assert found[0]["properties"]["name"] == "Paris"
    assert len(found) == 5
    assert all(2.0 <= one["geometry"]["coordinates"][0] <= 2.7 for one in found)


@pytest.mark.parametrize("area", [{"west": "nan"}, {"north": 99}, {"limit": 0}])
def test_an_area_that_is_none_is_a_problem(client: TestClient, area: dict[str, object]):
    asked = {"west": 1, "south": 1, "east": 2, "north": 2} | area
    assert client.get("/towns.geojson", params=asked).status_code == 422


def test_the_axis_is_broken_where_days_are_left_out():
    days = [("2031-05-03", 4), ("2031-05-04", 2), ("2031-05-09", 1)]
    drawn = bars(days, title="Claims", noun="claim", href="/claims?since={}", id="days")
    assert drawn is not None
    figure = ElementTree.fromstring(str(drawn))  # noqa: S314 - drawn by ourselves
    axes = [one for one in figure.iter(f"{SVG}line") if one.get("class") == "axis"]
    ends = [(float(one.get("x1", "")), float(one.get("x2", ""))) for one in axes]
    assert len(ends) == 2
    assert ends[0][1] < ends[1][0]
    assert [one.get("data-day") for one in figure.iter(f"{SVG}a")] == [day for day, _ in days]


def _said(number: int) -> Said:
    name = f"the Regional Directorate-General for Civil Protection of District {number}"
    return Said(
        field="killed", source=f"s-{number}", name=name, lane=number, claim=f"c-{number}", document="d-1",
        outlet="Orlan Press", published="2031-05-03", phrase=str(number), words=str(number), low=number,
        high=number, whole=True, copy=False,
    )  # fmt: skip


@pytest.mark.parametrize(("many", "named"), [(3, 3), (30, 30), (60, 40)])
def test_a_ladder_of_many_sources_keeps_their_names_within_it(many: int, named: int):
    drawn = ladder([_said(number) for number in range(1, many + 1)], field="killed", title="A strike")
    assert drawn is not None
    figure = ElementTree.fromstring(str(drawn))  # noqa: S314 - drawn by ourselves
    labels = [one for one in figure.iter(f"{SVG}text") if one.get("class", "").startswith("label")]
    heights = [float(one.get("y", "")) for one in labels]
    assert len(labels) == named
    assert 0 < min(heights) <= max(heights) < float(figure.get("height", ""))
    assert len(list(figure.iter(f"{SVG}a"))) == many


def test_a_figure_by_itself_brings_its_own_ground(client: TestClient):
    style = client.get(f"/embed/incidents/{_id(client)}/matrix.svg").text
    assert ":root.figure { background: var(--fig-paper); }" in style
