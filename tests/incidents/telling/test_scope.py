import pytest

from sayso.incidents.telling.scope import scope_of
from sayso.model import Scope, Span


@pytest.mark.parametrize(
    ("text", "toll", "scope"),
    [
        ("Shells killed seven people in Orlo.", "seven people", Scope.WHOLE),
        ("He counted 40 wounded, eleven of them children.", "eleven", Scope.PART),
        ("The blast killed 12, including three children.", "three children", Scope.PART),
        ("Among the dead were two nurses.", "two nurses", Scope.PART),
        ("Nine people remain in hospital.", "Nine people", Scope.PART),
        ("Nine people are being treated in hospital.", "Nine people", Scope.WHOLE),
        ("Four patients are in a critical state.", "Four patients", Scope.PART),
        ("Four of them seriously.", "Four", Scope.PART),
        ("“I saw six bodies before they sent us away,” he said.", "six bodies", Scope.PART),
        ("The mortuary received 15 bodies.", "15 bodies", Scope.WHOLE),
        ("It has killed 300 people since the start of the war.", "300 people", Scope.WINDOW),
        ("It has killed 30 people since Monday.", "30 people", Scope.WINDOW),
        ("Some 40 people were killed this week.", "40 people", Scope.WINDOW),
        ("In the past month 90 people died there.", "90 people", Scope.WINDOW),
        ("Shelling kills 20 people a day.", "20 people", Scope.WINDOW),
        ("The third strike this week killed 12 people.", "12 people", Scope.WHOLE),
        ("A shell killed nine people, the worst attack since Monday.", "nine people", Scope.WHOLE),
        ("Fourteen people were hurt in separate fires across Orlo.", "Fourteen people", Scope.WINDOW),
        ("The car bomb killed five cadets in the capital a day earlier.", "five cadets", Scope.WHOLE),
        ("The army raised its count from three to five.", "three", Scope.EARLIER),
        ("The army raised its count from three to five.", "five", Scope.WHOLE),
        ("An earlier toll of nine was wrong.", "nine", Scope.EARLIER),
        ("Seven were killed, up from four.", "four", Scope.EARLIER),
        ("The ministry had earlier put the toll at six.", "six", Scope.EARLIER),
        ("Seven people have been missing since Sunday.", "Seven people", Scope.WHOLE),
        ("The toll rose to 14 after five people died of their wounds.", "five people", Scope.PART),
        ("The toll rose to 14 after five people died of their wounds.", "14", Scope.WHOLE),
        ("Two more bodies were found, bringing the death toll to at least nine.", "Two", Scope.PART),
        ("Two more bodies were found, bringing the death toll to at least nine.", "nine", Scope.WHOLE),
        ("The death toll rose to 14 and 30 people were injured.", "30 people", Scope.WHOLE),
        ("Three people died. The toll of the other blast rose to 14.", "Three people", Scope.WHOLE),
        ("It was quiet. Since Monday nobody has fired. Two people died in Orlo.", "Two people", Scope.WHOLE),
    ],
)
def test_scope_of(text: str, toll: str, scope: Scope) -> None:
    start = text.index(toll)
    assert scope_of(text, Span(start, start + len(toll))) is scope
