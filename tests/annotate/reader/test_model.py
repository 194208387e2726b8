from collections.abc import Mapping, Sequence

import numpy as np

from sayso.annotate.reader import attributing, telling
from sayso.annotate.reader.model import Model
from sayso.annotate.reader.scores import Distances
from sayso.annotate.reader.thresholds import Calibration, Thresholds
from sayso.annotate.sentences import ANNOTATOR as SENTENCES
from tests.annotate.reader.made import HEADS, POINTERS, ROLES, tokenizer
from tests.factory import reading


class Echo:
    """A session that tells for each word only which piece it was asked about."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def run(self, names: Sequence[str], inputs: Mapping[str, np.ndarray]) -> list[np.ndarray]:
        assert list(names) == ["tags", "asks", "answers", "points", "pointed"]
        self.asked.append(len(inputs["pieces"]))
        pieces = inputs["pieces"][inputs["first"]].astype(np.float32)
        widths = (31, len(ROLES) * 2, 2, len(POINTERS) * 2, 2)
        return [np.repeat(pieces[:, None], width, axis=1) for width in widths]


def model(session: Echo) -> Model:
    return Model(
        session=session,
        tokenizer=tokenizer(),
        heads=HEADS,
        roles=Distances(names=ROLES, table=np.zeros((len(ROLES), 29), dtype=np.float32)),
        pointers=Distances(names=POINTERS, table=np.zeros((len(POINTERS), 29), dtype=np.float32)),
        thresholds=Thresholds(),
        calibrations={"events": Calibration(), "attributions": Calibration()},
    )


def sentenced(text: str):
    return SENTENCES.annotate([reading(text)])[0]


def test_every_word_of_a_long_text_is_scored_once_in_order():
    session = Echo()
    text = " ".join(f"Kesh fell on day {n}. Shells hit Orlo." for n in range(120))
    scores = model(session).scores(sentenced(text))
    assert len(session.asked) > 2
    assert scores.tags[:, 0].tolist() == scores.words.pieces[scores.words.first].tolist()


def test_a_long_text_is_decoded_in_sections_that_begin_with_a_sentence():
    text = " ".join(f"Kesh fell on day {n}. Shells hit Orlo." for n in range(900))
    scores = model(Echo()).scores(sentenced(text))
    sections = list(scores.sections())
    starts = np.concatenate([section.words.starts for section in sections])
    assert len(sections) > 2
    assert starts.tolist() == scores.words.starts.tolist()
    assert {text[section.words.starts[0] :][:5] for section in sections} <= {"Kesh ", "Shell"}
    assert {len(section.asks) == len(section.words) for section in sections} == {True}


def test_a_text_is_shown_to_the_encoder_once_for_all_decoders():
    session = Echo()
    opened = model(session)
    opened.scores(sentenced("Kesh fell."))
    opened.scores(sentenced("Kesh fell."))
    assert len(session.asked) == 1


def test_a_text_without_words_has_no_findings():
    opened = model(Echo())
    for annotator in (attributing.annotator(lambda: opened), telling.annotator(lambda: opened)):
        (read,) = annotator.annotate([sentenced(" \n ")])
        assert (read.attributions, read.events) == ((), ())


def test_a_window_that_repeats_is_run_once():
    session, again = Echo(), Echo()
    repeated = model(session).scores(sentenced("[ " * 20_000))
    assert len(session.asked) < 10
    # The same words at once, by a model that looks for no repetition in so short a text.
    few = model(again).scores(sentenced("[ " * 900))
    assert len(again.asked) > 2
    assert np.array_equal(repeated.tags[:900], few.tags)


def test_scores_of_long_texts_are_forgotten_sooner():
    opened = model(Echo())
    texts = [sentenced(f"Day {n}. " + "Kesh fell. " * 9_000) for n in range(3)]
    first, *_, last = [opened.scores(text) for text in texts]
    assert opened.scores(texts[2]) is last
    assert opened.scores(texts[0]) is not first
