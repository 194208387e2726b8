from sayso.cli.voices import voices_in
from tests.cli.readings import TEXT, market_reading


def test_voices_in_begins_with_the_outlet_and_follows_the_text():
    chains = [heard.chain for heard in voices_in(market_reading())]
    assert chains == [(), ("Mayor Ines Varga",), ("Mayor Ines Varga", "the army")]


def test_voices_in_gives_every_event_to_the_voice_that_says_so():
    heard = {voice.chain: voice for voice in voices_in(market_reading())}
    assert [one.event.trigger.of(TEXT) for one in heard[()].passages[0].versions] == ["Shells fell"]
    denied = heard["Mayor Ines Varga", "the army"].passages[0]
    assert [one.event.assertion.value for one in denied.versions] == ["denied"]


def test_voices_in_quotes_the_outlet_by_sentence():
    own = voices_in(market_reading())[0]
    assert [passage.span.of(TEXT) for passage in own.passages] == [
        "Shells fell on the market of Orlo on Tuesday."
    ]
