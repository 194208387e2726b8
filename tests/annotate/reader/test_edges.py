from sayso.annotate.reader.edges import Pinned
from sayso.model import Span
from tests import factory


def test_pinned_ends_an_argument_where_its_paragraph_does():
    text = "Rebels seize town\n\nKESH, May 9 - They came at dawn."
    found = Pinned.of(factory.reading(text), []).arguments([Span(text.index("town"), text.index(","))])
    assert [one.span.of(text) for one in found] == ["town"]


def test_pinned_keeps_an_argument_whose_line_is_wrapped():
    text = "They shot the governor\nof Orlo."
    whole = Span(text.index("the"), text.index("."))
    assert [one.span for one in Pinned.of(factory.reading(text), []).arguments([whole])] == [whole]
