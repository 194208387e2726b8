import pytest

from sayso.annotate.entities.sides import on_their_sides
from sayso.annotate.sentences import sentences_in
from sayso.model import Argument, Attribution, Event, EventType, Form, Reading, Span
from sayso.model.document import Dateline
from tests import factory


def sides(
    text: str,
    trigger: str,
    *,
    actors: tuple[str, ...],
    recipients: tuple[str, ...] = (),
    dateline: str = "",
    said: tuple[Attribution, ...] = (),
) -> tuple[list[str], list[str]]:
    """Who did it and to whom, by their words, once what is told in `text` was put right."""

    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    event = Event(
        trigger=at(trigger),
        type=EventType.ASSAULT,
        actors=tuple(Argument(span=at(words)) for words in actors),
        recipients=tuple(Argument(span=at(words)) for words in recipients),
    )
    head = Dateline(span=at(dateline), place=dateline.split(",")[0]) if dateline else None
    document = factory.document(text, dateline=head)
    reading = Reading(
        document=document, sentences=tuple(sentences_in(text)), attributions=said, events=(event,)
    )
    told = on_their_sides(reading).events[0]
    return [one.span.of(text) for one in told.actors], [one.span.of(text) for one in told.recipients]


@pytest.mark.parametrize(
    ("headline", "trigger", "victim"),
    [
        ("Parliament stormed in Orlo", "stormed", "Parliament"),
        ("Governor assassinated", "assassinated", "Governor"),
        ("BISHOP OF ORLO SHOT DEAD", "SHOT DEAD", "BISHOP OF ORLO"),
        ("March goes on, marcher beaten by police", "beaten", "marcher"),
    ],
)
def test_on_their_sides_takes_the_subject_of_a_headline_for_the_victim(headline, trigger, victim):
    assert sides(headline, trigger, actors=(victim,)) == ([], [victim])


def test_on_their_sides_takes_where_a_headline_says_it_was_for_no_victim():
    assert sides("Mayor shot in Kesh", "shot", actors=("Mayor",), recipients=("Kesh",)) == ([], ["Mayor"])


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("Rebels captured town in Orlo", "captured", "Rebels"),
        ("Rebels captured him.", "captured", "Rebels"),
        ("The rebels stormed in.", "stormed", "The rebels"),
        ("Police say rebels who stormed in fled", "stormed", "rebels"),
        ("Guards shoot at crowd", "shoot", "Guards"),
    ],
)
def test_on_their_sides_leaves_those_who_do_it(text: str, trigger: str, actor: str):
    assert sides(text, trigger, actors=(actor,)) == ([actor], [])


def test_on_their_sides_takes_the_town_of_the_dateline_for_nobody():
    text = "KESH, May 9 - Police shot at the crowd in Orlo."
    found = sides(text, "shot", actors=("Police", "KESH"), recipients=("crowd",), dateline="KESH, May 9")
    assert found == (["Police"], ["crowd"])


def test_on_their_sides_leaves_whoever_a_long_dateline_holds_beside_its_town():
    text = "KESH, May 9 (talk with Ana Oro) - Guards shot at the crowd."
    found = sides(text, "shot", actors=("Ana Oro",), dateline="KESH, May 9 (talk with Ana Oro)")
    assert found == (["Ana Oro"], [])


def test_on_their_sides_leaves_out_parties_of_a_further_mention_where_the_telling_sentence_names_some():
    text = "Gunmen shot two monks in Orlo. Last year soldiers attacked a school."
    first, other = Span(0, 6), Span(text.index("soldiers"), text.index(" attacked"))
    event = Event(
        trigger=Span(text.index("shot"), text.index("shot") + 4),
        also=(Span(text.index("attacked"), text.index("attacked") + 8),),
        type=EventType.ASSAULT,
        actors=(Argument(span=first), Argument(span=other)),
        recipients=(Argument(span=Span(text.index("a school"), len(text) - 1)),),
    )
    sentences = tuple(sentences_in(text))
    reading = Reading(document=factory.document(text), sentences=sentences, events=(event,))
    told = on_their_sides(reading).events[0]
    assert [one.span for one in told.actors] == [first]
    assert [one.span.of(text) for one in told.recipients] == ["a school"]


def test_on_their_sides_tells_parties_of_two_sectors_apart():
    text = "Rebels and government troops clashed with police and officers in Orlo."
    found = sides(
        text,
        "clashed",
        actors=("Rebels and government troops",),
        recipients=("police and officers",),
    )
    assert found == (["Rebels", "government troops"], ["police and officers"])


@pytest.mark.parametrize(
    ("told", "actors"),
    [
        ("Six monks were released on Friday.", []),
        ("Six monks were released by them on Friday.", ["soldiers"]),
        ("They released six monks on Friday.", ["soldiers"]),
    ],
)
def test_on_their_sides_names_nobody_of_another_sentence_for_what_was_done(told: str, actors: list[str]):
    assert sides(f"{told} The soldiers held a woman.", "released", actors=("soldiers",)) == (actors, [])


@pytest.mark.parametrize(
    ("text", "trigger", "victim", "actors"),
    [
        ("The Front said five of its men had been killed.", "killed", "five of its men", []),
        ("The Front said five were shot and 100 more arrested.", "arrested", "100 more", []),
        ("The Front said soldiers were killed by its men.", "killed", "soldiers", ["The Front"]),
        ("The Front said it had killed soldiers.", "killed", "soldiers", ["The Front"]),
        ("The Front said it fled after a strike on an envoy.", "strike", "an envoy", []),
        ("The Front said it fled after its strike on an envoy.", "strike", "an envoy", ["The Front"]),
    ],
)
def test_on_their_sides_takes_nobody_for_the_doer_of_what_he_only_says_befell_others(
    text: str, trigger: str, victim: str, actors: list[str]
):
    content = Span(text.index("said") + 5, len(text) - 1)
    said = Attribution(
        source=Span(0, 9), who="The Front", cue=Span(10, 14), content=content, form=Form.INDIRECT
    )
    assert sides(text, trigger, actors=("The Front",), recipients=(victim,), said=(said,))[0] == actors


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Residents, driven from Orlo by a gang, stoned a convoy.", "stoned", ("Residents",), ()),
        ("A march was called by a gang after the siege of Orlo.", "siege", (), ()),
        ("Villagers, who were beaten by guards, were freed.", "freed", (), ("Villagers",)),
        ("The captives were handed over to the council.", "handed over", (), ("The captives",)),
        ("The captives were freed for a ransom paid by a bank.", "freed", (), ("The captives",)),
        ("Two barns were torched by dawn farmers said.", "torched", (), ("Two barns",)),
    ],
)
def test_on_their_sides_takes_whom_another_verb_has_for_its_doer_for_nobody(
    text, trigger, actors, recipients
):
    others = tuple(words for words in ("a gang", "guards", "the council", "farmers") if words in text)
    assert sides(text, trigger, actors=(*actors, *others), recipients=recipients) == (
        list(actors),
        list(recipients),
    )


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("An attack carried out by rebels killed two.", "killed", ("rebels",)),
        ("In a raid led by the guard two were shot dead by police.", "shot dead", ("the guard", "police")),
        ("Aides heard remarks made by Oro calling for a ban.", "calling for", ("Aides", "Oro")),
        ("He was shot by rebels.", "shot", ("rebels",)),
    ],
)
def test_on_their_sides_leaves_doers_behind_the_verb_that_they_belong_to(text, trigger, actors):
    assert sides(text, trigger, actors=actors) == (list(actors), [])


def test_on_their_sides_takes_the_subject_of_a_passive_for_whom_it_was_done_to():
    text = "By nightfall soldiers were surrounded by rebels."
    assert sides(text, "surrounded", actors=("soldiers", "rebels")) == (["rebels"], ["soldiers"])


def test_on_their_sides_takes_who_backs_a_party_for_no_doer():
    text = 'They fought the guard, supported by scouts, and rebels led by "General" Oro.'
    actors = ("the guard", "scouts", "rebels", 'General" Oro')
    assert sides(text, "fought", actors=actors) == (["the guard", "rebels"], [])
    text = "Fire was exchanged by the guard, backed by scouts, and rebels."
    assert sides(text, "exchanged", actors=("the guard", "scouts", "rebels")) == (["the guard", "rebels"], [])


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        ("Shells fired from rebel positions hit Kesh.", "fired", (["rebel positions"], [])),
        ("They took guns from rebel positions.", "took", ([], ["rebel positions"])),
    ],
)
def test_on_their_sides_takes_whom_shells_were_fired_from_for_the_doer(text, trigger, told):
    assert sides(text, trigger, actors=(), recipients=("rebel positions",)) == told
