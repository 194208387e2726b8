import csv
import io

import pytest
from fastapi.testclient import TestClient

from sayso.web.pages import PAGES

LISTS = [page for page in PAGES if not page.of_one]


def _stories(client: TestClient) -> list[dict[str, object]]:
    return client.get("/incidents.json").json()["incidents"]


@pytest.mark.parametrize("page", LISTS, ids=lambda page: page.name)
def test_every_page_is_there_for_people_programs_and_spreadsheets(client: TestClient, page):
    assert "<main" in client.get(page.path).text
    assert client.get(f"{page.stem}.json").headers["content-type"] == "application/json"
    assert client.get(f"{page.stem}.csv").headers["content-type"].startswith("text/csv")


@pytest.mark.parametrize("page", LISTS, ids=lambda page: page.name)
def test_the_api_gives_what_the_page_gives_as_json(client: TestClient, page):
    path = "/overview" if page.path == "/" else page.path
    assert client.get(f"/api/v1{path}").json() == client.get(f"{page.stem}.json").json()


def test_overview_counts_and_names_what_differs(client: TestClient):
    view = client.get("/index.json").json()
    assert (view["documents"], view["claims"], view["outlets"]) == (3, 6, 3)
    assert [row["status"] for row in view["contested"]] == ["contested"]


def test_incident_says_who_said_a_figure_first_and_who_differs(client: TestClient):
    view = client.get(f"/incidents/{_stories(client)[0]['id']}.json").json()
    values = {value["phrase"]: value for value in view["values"]}
    assert values["11"]["first"]["name"] == "the Interior Ministry"
    assert [one["name"] for one in values["11"]["differ"]] == ["the Central Hospital"]
    assert values["at least 7"]["later"]["phrase"] == "11"
    assert values["at least 7"]["differ"] == []


def test_incident_summary_holds_every_source_and_its_figures(client: TestClient):
    view = client.get(f"/incidents/{_stories(client)[0]['id']}.json").json()
    words = " ".join(sentence["words"] for sentence in view["summary"])
    assert "at least 7, then 11 (the Interior Ministry)" in words
    assert "15 (the Central Hospital)" in words
    assert all(sentence["claims"] for sentence in view["summary"])


def test_incident_page_draws_the_ladder_with_every_number(client: TestClient):
    page = client.get(f"/incidents/{_stories(client)[0]['id']}").text
    assert 'class="figure ladder"' in page
    for number in (">≥7<", ">11<", ">15<"):
        assert number in page


def test_spreadsheet_of_an_incident_has_a_row_for_each_figure(client: TestClient):
    text = client.get(f"/incidents/{_stories(client)[0]['id']}.csv").text
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["phrase"] for row in rows if row["field"] == "killed"] == ["at least 7", "11", "15"]


def test_claims_facets_count_under_the_other_filters(client: TestClient):
    view = client.get("/claims.json", params={"kind": "toll"}).json()
    facets = {
        facet["name"]: {one["value"]: one["count"] for one in facet["choices"]} for facet in view["facets"]
    }
    assert view["total"] == 3
    assert facets["kind"] == {"event": 3, "toll": 3}
    assert facets["outlet"] == {"Tessera Wire": 1, "Halinform": 1, "Orlan Press": 1}


def test_claims_filters_combine_with_search_and_days(client: TestClient):
    asked = {"q": "hospital", "kind": ["event", "toll"], "since": "2031-05-05"}
    assert client.get("/claims.json", params=asked).json()["total"] == 2
    assert client.get("/claims.json", params=asked | {"until": "2031-05-04"}).json()["total"] == 0


@pytest.mark.parametrize("path", ["/claims", "/documents", "/incidents"])
def test_lists_go_page_by_page_and_back(client: TestClient, path: str):
    first = client.get(f"{path}.json", params={"limit": 1}).json()
    rows = next(value for value in first.values() if isinstance(value, list))
    assert len(rows) == 1
    if first["after"] is None:
        assert first["total"] == 1
        return
    second = client.get(f"{path}.json", params={"limit": 1, "after": first["after"]}).json()
    assert second != first
    back = client.get(f"{path}.json", params={"limit": 1, "before": second["before"]}).json()
    assert back == first


def test_documents_are_searched_and_the_words_shown(client: TestClient):
    view = client.get("/documents.json", params={"q": "eleven"}).json()
    assert [row["outlet"] for row in view["documents"]] == ["Halinform"]
    assert "eleven people" in view["documents"][0]["snippet"]


def test_document_json_holds_marks_with_their_words(client: TestClient):
    id = client.get("/documents.json").json()["documents"][0]["document"]
    view = client.get(f"/documents/{id}.json").json()
    assert {mark["layer"] for mark in view["marks"]} == {
        "content",
        "date",
        "event",
        "party",
        "place",
        "source",
        "toll",
    }
    assert all(view["text"][mark["start"] : mark["end"]] == mark["words"] for mark in view["marks"])


@pytest.mark.parametrize("path", ["/documents/d-nothing", "/incidents/INC-none", "/nowhere"])
def test_what_is_not_there_is_not_found(client: TestClient, path: str):
    assert client.get(path).status_code == 404
    told = client.get(f"{path}.json")
    assert told.status_code == 404
    assert told.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["/claims.json", "/map.geojson", "/embed/map.svg"])
@pytest.mark.parametrize(
    ("day", "status", "words"),
    [
        ("yesterday", 422, "a day is written as"),
        ("2031-13", 422, "there is no 2031-13"),
        ("2031-02-30", 422, "there is no 2031-02-30"),
        ("0000", 422, "there is no 0000"),
    ],
)
def test_senseless_questions_are_problems(client: TestClient, path: str, day: str, status: int, words: str):
    told = client.get(path, params={"since": day})
    assert told.status_code == status
    assert words in told.text


@pytest.mark.parametrize("path", ["/api/v1/claims", "/api/v1/incidents", "/api/v1/codebook"])
def test_the_api_refuses_a_filter_with_a_slip_in_its_name(client: TestClient, path: str):
    told = client.get(path, params={"effct": "killed"})
    assert (told.status_code, told.headers["content-type"]) == (422, "application/problem+json")
    assert "no parameter 'effct' here" in told.json()["detail"]


def test_the_api_names_the_filters_that_there_are(client: TestClient):
    assert "effect" in client.get("/api/v1/claims?effct=killed").json()["detail"]
    assert client.get("/api/v1/claims?effect=killed").status_code == 200


@pytest.mark.parametrize(
    ("path", "filter", "known"),
    [
        ("claims", "type", "ASSAULT"),
        ("claims", "effect", "killed"),
        ("incidents", "status", "contested"),
        ("map.geojson", "status", "denied"),
    ],
)
def test_a_code_that_there_is_not_is_refused_with_those_that_there_are(
    client: TestClient, path: str, filter: str, known: str
):
    told = client.get(f"/api/v1/{path}", params={filter: "NOPE"})
    assert told.status_code == 422
    assert told.json()["detail"].startswith(f"{filter}: Input should be ")
    assert known in told.json()["detail"]
    assert client.get(f"/api/v1/{path}", params={filter: known}).status_code == 200


def test_a_body_that_is_no_json_is_named_as_such(own: TestClient):
    told = own.post("/api/v1/decisions", content=b"{", headers={"content-type": "application/json"})
    assert told.json()["detail"] == "body: JSON decode error"


def test_a_spreadsheet_without_rows_still_names_its_columns(client: TestClient):
    whole = client.get("/claims.csv").text.splitlines()
    nothing = client.get("/claims.csv", params={"q": "nobody says this"}).text.splitlines()
    assert nothing == whole[:1]


def test_a_page_does_not_mind_what_a_link_brings_along(client: TestClient):
    assert client.get("/claims?utm_source=letter").status_code == 200


def test_an_unchanged_answer_is_not_sent_again(client: TestClient):
    first = client.get("/claims.json")
    again = client.get("/claims.json", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_map_gives_geojson_of_placed_incidents(client: TestClient):
    features = client.get("/map.geojson").json()["features"]
    assert [one["geometry"]["coordinates"] for one in features] == [[-121.8, -47.6]]


@pytest.mark.parametrize("name", ["timeline", "sources", "map"])
def test_figures_stand_alone_with_their_own_style(client: TestClient, name: str):
    answer = client.get(f"/embed/{name}.svg")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert "sha256-" in answer.headers["content-security-policy"]


def test_a_search_of_documents_honours_outlets_languages_and_days(client: TestClient):
    def found(**asked: str) -> list[str]:
        answer = client.get("/documents.json", params={"q": "market", **asked}).json()
        assert answer["total"] == len(answer["documents"])
        return sorted(row["outlet"] for row in answer["documents"])

    assert found() == ["Halinform", "Orlan Press", "Tessera Wire"]
    assert found(outlet="Halinform") == ["Halinform"]
    assert found(since="2031-05-04") == ["Halinform", "Orlan Press"]
    assert found(until="2031-05-04", outlet="Orlan Press") == []
    assert found(language="en", since="2031-05-05") == ["Orlan Press"]
    assert found(language="fr") == []


def test_a_search_of_documents_has_facets_of_what_it_found(client: TestClient):
    answer = client.get("/documents.json", params={"q": "surgeons"}).json()
    outlets = next(facet for facet in answer["facets"] if facet["name"] == "outlet")
    assert [(one["value"], one["count"]) for one in outlets["choices"]] == [("Orlan Press", 1)]
    assert "best first" in client.get("/documents", params={"q": "surgeons"}).text


@pytest.mark.parametrize(
    "path", ["/documents.json?q=market", "/documents.json?q=type:assault", "/parties.json", "/sources.json"]
)
def test_pages_of_every_list_go_by_cursor_there_and_back(client: TestClient, path: str):
    name = path.split("/")[1].split(".")[0]
    rows = {"documents": "documents", "parties": "parties", "sources": "outlets"}[name]
    joint = "&" if "?" in path else "?"
    whole = client.get(path).json()[rows]
    seen, cursor, views = [], "", []
    while cursor is not None:
        views.append(client.get(f"{path}{joint}limit=1" + (f"&after={cursor}" if cursor else "")).json())
        seen += views[-1][rows]
        cursor = views[-1]["after"]
    assert seen == whole
    assert len(whole) > 2
    assert client.get(f"{path}{joint}limit=1&before={views[-1]['before']}").json()[rows] == views[-2][rows]


def test_the_kinds_of_a_map_count_what_is_on_it(client: TestClient):
    view = client.get("/map.json").json()
    (statuses,) = view["facets"]
    assert sum(choice["count"] for choice in statuses["choices"]) == view["total"] == 1
