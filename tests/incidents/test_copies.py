from sayso.incidents import copies_in
from sayso.model import content_id
from tests import factory

STORY = (
    "Two shells hit the market of Orlo on Monday and killed four traders, the town's clinic said. "
    "Residents carried the wounded to the school, where a nurse treated them on the floor. "
    "The governor of Velt province said an inquiry had begun and asked both armies to keep away."
)
BRIEF = "Two shells hit the market of Orlo on Monday and killed four traders, the town's clinic said."
OTHER = "The clinic in Orlo counted four dead after a market was struck, while the army spoke of two."


def documents():
    def made(name: str, text: str, published: str):
        return factory.document(text, id=content_id("d", name), published=published, outlet=name)

    return [
        made("tessera", STORY, "2031-05-03"),
        made("daily", STORY.replace("Monday", "Monday morning"), "2031-05-04"),
        made("radio", BRIEF, "2031-05-03"),
        made("monitor", OTHER, "2031-05-03"),
    ]


def test_copies_in_joins_reprints_and_briefs_but_not_another_telling():
    tessera, daily, radio, monitor = (document.id for document in documents())
    (group,) = copies_in(documents())
    assert group.origin == tessera
    assert set(group.members) == {daily, radio}
    assert group.members[radio] == 1.0
    assert monitor not in group.members


def test_copies_in_does_not_depend_on_order():
    shuffled = documents()
    shuffled.reverse()
    assert copies_in(shuffled) == copies_in(documents())


def test_copies_in_finds_nothing_among_unrelated_reports():
    assert copies_in([factory.document("One."), factory.document("Two shells fell.")]) == []
