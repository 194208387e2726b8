import pytest

from sayso import demo
from sayso.incidents.copies import CopyIndex, CopyKind, OriginBy, copies_in, copy_groups
from sayso.incidents.copies.owners import Owner, Owners
from sayso.model import Document, Span
from tests import factory

LEAD = "Two shells hit the covered market of Orlo on Monday and killed four traders, the town's clinic said."
SCHOOL = "Residents carried the wounded to the school on the hill, where a nurse treated them on its floor."
GOVERNOR = (
    "The governor of Velt province said an inquiry had begun and asked both armies to leave the road alone."
)
HARBOUR = (
    "Fishermen who were mending nets by the lower harbour counted three flashes before the power went out."
)
BRIDGE = "The stone bridge that joins the two halves of the town had been shut to lorries since the floods."
STORY = "\n\n".join((LEAD, SCHOOL, GOVERNOR, HARBOUR, BRIDGE))
OTHER = (
    "The clinic in Orlo counted four dead after a market was struck at noon, while the army spoke of two and "
    "said that the shells had come from the far bank of the river, where nobody has lived since the floods."
)
FAR = (
    "Parliament in Merrowe voted late on Tuesday to raise the tax on salt and lamp oil by a tenth.",
    "The finance minister told deputies that the treasury would be empty by the first week of the harvest.",
    "Opposition members left the chamber before the count and sang on the steps until the guards came.",
)


def report(id: str, text: str, **known: object) -> Document:
    return factory.document(text, **({"id": id, "published": "2031-05-03", "outlet": id} | known))


def only(documents):
    (group,) = copies_in(documents)
    return group


def test_copies_in_joins_reprints_and_briefs_but_not_another_telling():
    group = only(
        [
            report("tessera", STORY),
            report("daily", STORY.replace("Monday", "Monday morning"), published="2031-05-04"),
            report("radio", LEAD + " " + SCHOOL, published="2031-05-04"),
            report("monitor", OTHER),
        ]
    )
    assert group.origin == "tessera"
    assert {id: copy.kind for id, copy in group.members.items()} == {
        "daily": CopyKind.VERBATIM,
        "radio": CopyKind.BRIEF,
    }


def test_a_brief_cut_from_a_story_six_times_as_long_is_found():
    long = "\n\n".join((LEAD, SCHOOL, GOVERNOR, HARBOUR, BRIDGE, *FAR, OTHER))
    group = only([report("tessera", long), report("radio", SCHOOL, published="2031-05-04")])
    assert group.members["radio"].kind is CopyKind.BRIEF
    assert group.members["radio"].share == 1.0


def test_a_report_that_takes_in_a_flash_and_goes_on_is_an_excerpt():
    flash = LEAD + " " + SCHOOL
    full = "\n\n".join((LEAD, SCHOOL, *FAR, GOVERNOR, HARBOUR))
    group = only([report("wire", flash), report("daily", full, published="2031-05-04")])
    assert group.origin == "wire"
    assert group.members["daily"].kind is CopyKind.EXCERPT


def test_capitals_and_dashes_do_not_hide_a_copy():
    assert only([report("a", STORY), report("b", STORY.upper().replace(",", " --"))]).members


def test_one_long_quotation_in_both_does_not_make_a_copy():
    said = (
        "“We stood in the square until dark and nobody came to tell us where our children were, and then a "
        "soldier read the names from a sheet of paper that was wet through with rain”"
    )
    one = f"A mother from the lower town spoke to us by the well this morning. {said}, she told our reporter."
    other = (
        f"Grief turned to anger in Orlo as survivors gathered outside the district office. {said}, said one."
    )
    assert copies_in([report("a", one), report("b", other)]) == []


def test_a_round_up_does_not_join_the_stories_that_it_holds():
    other = "\n\n".join(FAR)
    market = "\n\n".join((LEAD, SCHOOL, GOVERNOR))
    round_up = f"What the papers say\n\n{market}\n\n{other}\n\n{HARBOUR} {BRIDGE}"
    reports = [
        report("courant", market),
        report("courant-copy", market, published="2031-05-04"),
        report("gazette", other),
        report("digest", round_up, published="2031-05-05"),
    ]
    index = CopyIndex()
    index.add(reports)
    assert copy_groups(index.groups()) == {"courant": "courant", "courant-copy": "courant"}
    sources = {passage.source for passage in index.mixtures()["digest"]}
    assert sources == {"courant", "gazette"}


def test_two_briefs_from_two_ends_of_a_story_are_both_copies_of_it():
    group = only(
        [
            report("tessera", STORY),
            report("a", LEAD + " " + SCHOOL, published="2031-05-04"),
            report("b", HARBOUR + " " + BRIDGE, published="2031-05-04"),
        ]
    )
    assert group.origin == "tessera"
    assert set(group.members) == {"a", "b"}


def test_a_chain_of_texts_each_a_little_like_the_last_is_no_one_group():
    parts = (LEAD, SCHOOL, GOVERNOR, HARBOUR, BRIDGE, *FAR)
    chain = [
        report(str(at), "\n".join(parts[at : at + 3]), published=f"2031-05-0{at + 1}") for at in range(6)
    ]
    groups = copy_groups(copies_in(chain))
    assert groups["0"] != groups.get("5")


@pytest.mark.parametrize(
    "credited",
    [
        STORY + "\n\n(TW)",
        STORY + " (Tessera Wire)",
        STORY + "\n\n© 2031 Tessera Wire",
        "By Tessera Wire\n\n" + STORY,
        STORY + "\n\nTessera Wire",
        STORY + "\n\nSource: Tessera Wire",
        STORY + "\n\nFirst published by Tessera Wire.",
    ],
)
def test_the_origin_is_who_is_credited_though_another_was_earlier(credited):
    group = only(
        [
            report("wire", STORY, outlet="Tessera Wire", published="2031-05-04"),
            report("daily", credited, outlet="Luminde Gazette", published="2031-05-03"),
        ]
    )
    assert (group.origin, group.origin_by, group.credit) == ("wire", OriginBy.CREDITED, "Tessera Wire")


def test_the_origin_is_the_earliest_else_the_most_complete():
    early = only([report("late", STORY, published="2031-05-05"), report("early", LEAD + SCHOOL)])
    assert (early.origin, early.origin_by) == ("early", OriginBy.EARLIEST)
    full = only([report("part", STORY[:420]), report("whole", STORY)])
    assert (full.origin, full.origin_by) == ("whole", OriginBy.MOST_COMPLETE)


def test_an_agency_whose_own_report_is_missing_is_still_whose_voice_it_is():
    group = only([report("a", "ORLO (Reuters) - " + STORY), report("b", STORY + " (Reuters)")])
    assert group.credit == "Reuters"
    assert group.owner == "Reuters"


def test_the_owner_is_the_roof_over_the_origin():
    owners = Owners((Owner(outlet="Evening Dornath", owner="Lamp House"),))
    (group,) = copies_in(
        [report("a", STORY, outlet="Evening Dornath"), report("b", STORY, published="2031-05-04")],
        owners=owners,
    )
    assert group.owner == "Lamp House"


def test_a_copy_quotes_what_it_added_and_what_it_dropped():
    added = (
        "Our own correspondent saw the roof of the fish hall lying in the street beside an overturned cart."
    )
    copied = "\n\n".join((LEAD, SCHOOL, added, HARBOUR, BRIDGE))
    documents = {"wire": report("wire", STORY), "daily": report("daily", copied, published="2031-05-04")}
    copy = only(documents.values()).members["daily"]
    assert [span.of(copied) for span in copy.added] == [added.rstrip(".")]
    (dropped,) = (span.of(STORY) for span in copy.dropped)
    assert dropped in GOVERNOR
    assert len(dropped) > len(GOVERNOR) - 5


def test_a_later_version_has_its_new_toll_as_its_own():
    updated = STORY.replace("killed four traders", "killed seven traders")
    copy = only([report("wire", STORY), report("update", updated, outlet="wire", published="2031-05-04")])
    found = copy.members["update"]
    at = updated.index("seven")
    assert found.kind is CopyKind.VERBATIM
    assert found.adds(Span(at, at + 5))
    assert not found.adds(Span(0, 5))


def test_a_retelling_that_names_its_source_is_a_rewrite_and_one_that_does_not_is_none():
    original = report("wire", STORY, outlet="Tessera Wire")
    retold = (
        "Four traders in the covered market of Orlo were killed by shells on Monday, {} reports. "
        "A nurse treated wounded residents on the classroom floor of the hill school. The governor of Velt "
        "province has begun an inquiry. Fishermen at the harbour, mending their nets, counted three flashes."
    )
    crediting = report("radio", retold.format("Tessera Wire"), outlet="Radio Ilvane", published="2031-05-04")
    silent = report("herald", retold.format("our reporter"), outlet="Velt Herald", published="2031-05-04")
    late = report("late", retold.format("Tessera Wire"), outlet="Velt Herald", published="2031-05-09")
    assert {id: copy.kind for id, copy in only([original, crediting]).members.items()} == {
        "radio": CopyKind.REWRITE
    }
    assert copies_in([original, silent]) == []
    assert copies_in([original, late]) == []


def test_naming_an_outlet_beside_ones_own_report_is_no_rewrite():
    original = report("wire", STORY, outlet="Tessera Wire")
    own = (
        "Four traders died in the covered market of Orlo on Monday, we found. A nurse treated wounded "
        "residents in the hill school. The governor of Velt province said an inquiry had begun. A camera of "
        "Tessera Wire stood broken by the harbour, where fishermen mending nets counted flashes."
    )
    assert copies_in([original, report("herald", own, outlet="Velt Herald", published="2031-05-04")]) == []


def test_copies_in_finds_nothing_among_unrelated_reports():
    assert copies_in([factory.document("One."), factory.document("Two shells fell.")]) == []
    assert copies_in([]) == []


def test_the_demonstration_has_the_copies_that_its_truth_file_says():
    documents = [
        factory.document(
            row["text"], **{key: row[key] for key in ("id", "title", "outlet", "url", "published")}
        )
        for row in demo.dispatches()
    ]
    expected = {
        group["origin"]: {member["id"]: member["kind"] for member in group["members"]}
        for group in demo.truth()["syndication"]
    }
    found = {
        group.origin: {id: copy.kind.value for id, copy in group.members.items()}
        for group in copies_in(documents)
    }
    assert found == expected
