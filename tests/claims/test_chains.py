from sayso.claims import chain_of
from sayso.model import Attribution, Form, Span, Voice


def said(who: str | None, parent: int | None = None) -> Attribution:
    return Attribution(
        source=Span(0, 3), who=who, cue=Span(4, 8), content=Span(9, 20), form=Form.INDIRECT, parent=parent
    )


def test_chain_of_the_outlets_own_voice_is_empty():
    assert chain_of(None, [said("police")]) == ()


def test_chain_of_runs_from_the_outlets_nearest_source_to_the_first_speaker():
    attributions = [
        said("a witness", parent=2),
        said("nobody asked"),
        said("police", parent=3),
        said("Orlo Post"),
    ]
    assert [voice.who for voice in chain_of(0, attributions)] == ["Orlo Post", "police", "a witness"]


def test_chain_of_keeps_the_words_of_each_voice():
    expected = Voice(who=None, source=Span(0, 3), cue=Span(4, 8), form=Form.INDIRECT)
    assert chain_of(0, [said(None)]) == (expected,)


def test_chain_of_is_cut_where_parents_lead_back():
    attributions = [said("one", parent=1), said("two", parent=0)]
    assert [voice.who for voice in chain_of(0, attributions)] == ["two", "one"]
