"""Attributing: what the reader finds said, each once, with its form, its speaker's name and its place."""

from collections.abc import Callable, Sequence

from sayso.annotate.annotator import Annotator, Layer, each
from sayso.annotate.attributions.answers import answering, is_answer
from sayso.annotate.attributions.bare import with_bare
from sayso.annotate.attributions.cueing import cueing_in
from sayso.annotate.attributions.drawing import drawn_out
from sayso.annotate.attributions.forms import form_of
from sayso.annotate.attributions.hearsay import with_hearsay
from sayso.annotate.attributions.labels import labelled
from sayso.annotate.attributions.nesting import nested
from sayso.annotate.attributions.posts import posted
from sayso.annotate.attributions.reach import within_sentence
from sayso.annotate.attributions.relays import relayed
from sayso.annotate.attributions.settling import settled
from sayso.annotate.attributions.sources import shortest
from sayso.annotate.attributions.speakers import named
from sayso.annotate.attributions.statements import stated, to_last_point
from sayso.annotate.attributions.turns import with_turns
from sayso.annotate.attributions.verdicts import with_checked
from sayso.annotate.quotations import Quotation, quotations_in
from sayso.annotate.reader.edges import times_in, without_time
from sayso.annotate.reader.model import Model
from sayso.annotate.reader.said import Said, said_in
from sayso.annotate.words import words_of
from sayso.model import Attribution, Form, Near, Reading, Span, changed


def attributed(reading: Reading, *, model: Model) -> Reading:
    """The reading with its attributions.

    Rules for cue verbs and quotation marks stood here beside the model until it had read 1,900 reports; on
    those kept back they no longer earned their 700 lines (F1 .78 with them, .77 without).
    """
    quotations = list(quotations_in(reading.text))
    found = _printed(reading, _told(reading, model, quotations), quotations)
    found = [changed(one, form=form_of(reading.text, one, quotations)) for one in found]
    # Of two about the same words, whoever answers comes after whoever told them.
    found.sort(key=lambda one: (one.content.start, -one.content.end, is_answer(reading.text, one)))
    found = nested(reading.text, found)
    names = named(reading.text, found, mentions=reading.mentions, offices=reading.offices)
    who = (changed(one, who=name) for one, name in zip(found, names, strict=True))
    return changed(reading, attributions=tuple(who))


def _told(reading: Reading, model: Model, quotations: Sequence[Quotation]) -> list[Attribution]:
    """What verbs and quotation marks tell, found by the model and settled sentence by sentence."""
    text, sentences = reading.text, reading.sentences
    surely, times = model.calibrations["attributions"], times_in(reading)
    cueing = [verb.start for sentence in sentences for verb in cueing_in(words_of(text, sentence))]
    heard = (
        Attribution(
            source=_source(one, reading, times),
            who=None,
            cue=one.cue,
            content=one.content,
            form=Form.INDIRECT,
            confidence=surely(one.confidence),
        )
        for one in said_in(model.scores(reading), thresholds=model.thresholds, cueing=cueing)
    )
    near = (within_sentence(text, one, sentences=sentences, quotations=quotations) for one in heard)
    found = [changed(one, content=without_time(text, one.content, times) or one.content) for one in near]
    found = [to_last_point(text, one) for one in settled(text, found, quotations)]
    found = drawn_out(text, answering(text, found), sentences=sentences)
    found = relayed(text, found, mentions=reading.mentions, sentences=sentences)
    return with_hearsay(text, found, sentences=sentences)


def _printed(
    reading: Reading, found: Sequence[Attribution], quotations: Sequence[Quotation]
) -> list[Attribution]:
    """The attributions with what is set out in print: talks, labels, statements, posts and fact checks."""
    text, mentions = reading.text, reading.mentions
    found = with_turns(text, found, mentions=mentions)
    found = labelled(text, found, mentions=mentions, quotations=quotations, sentences=reading.sentences)
    found = with_checked(text, posted(text, stated(text, found, mentions=mentions)))
    return with_bare(text, found, quotations=quotations)


def _source(said: Said, reading: Reading, times: Near[Span]) -> Span | None:
    """Who is named for it, and no more: of "14:52 Army says", the army."""
    named = said.source and without_time(reading.text, said.source, times)
    return named and shortest(reading.text, named, reading.mentions)


def annotator(model: Callable[[], Model]) -> Annotator:
    """The annotator that finds who says what; its model is opened with the first text."""
    return Annotator(
        name="said",
        reads=frozenset({Layer.SENTENCES, Layer.TIMES, Layer.MENTIONS, Layer.OFFICES}),
        writes=frozenset({Layer.ATTRIBUTIONS}),
        annotate=each(lambda reading: attributed(reading, model=model())),
    )
