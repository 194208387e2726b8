"""What the words around a trigger say of it: denied, planned, possible, demanded, or nothing."""

import pytest

from sayso.annotate.events.assertions import assertion_of
from sayso.annotate.events.denials import may_deny
from sayso.annotate.events.lexicon import VERBS
from sayso.annotate.events.triggers import Trigger
from sayso.annotate.words import words_in
from sayso.model import Assertion, EventType, Span


def put(marked: str, *, cue: str | None = None) -> Assertion:
    """How a sentence puts the words between its brackets."""
    start, end = marked.index("["), marked.index("]") - 1
    words = list(words_in(marked.replace("[", "").replace("]", "")))
    own = [at for at, word in enumerate(words) if start <= word.start < end]
    is_verb = words[own[0]].lower in VERBS
    trigger = Trigger(own[0], own[-1], own[-1], "", EventType.OTHER, is_verb)
    return assertion_of(words, trigger, cue=cue)


@pytest.mark.parametrize(
    "marked",
    [
        "Velmaria denied that its artillery had [shelled] Orlo.",
        "The front denied [attacking] the convoy.",
        "The front denied it intended to [attack] the convoy.",
        "The front denied planning to [attack] the convoy.",
        "The group issued a denial that it had [kidnapped] the engineers.",
        "The governor dismissed reports of an [attack] on the dam.",
        "Officials rejected claims that troops had [burned] the village.",
        "The presidency refuted allegations that it had [arrested] the editor.",
        "It is not true that our soldiers [burned] houses.",
        "Reports that the army [withdrew] from Kesh are untrue.",
        "No [attack] took place in Kesh.",
        "There were no [arrests] during the march.",
        "The battery hadn't [fired] on the town.",
        "The army has not launched any [attack] on Kesh.",
        "They did not make any [arrests].",
        "Velmaria does not want to [withdraw].",
        "The minister refused to [sign] the accord.",
        "Neither side [attacked] on Sunday.",
        "Neither Kesh nor Orlo [surrendered].",
        "No prisoners were [released].",
        "Not a single soldier was [killed].",
        "The shells [hit] nothing.",
        "There is no sign of a [truce].",
        "The party has no plans to [meet] the front.",
        "The ministry ruled out [talks] with the front.",
        "The mediators called off the [talks].",
        "The [talks] planned for Thursday in Sarn have been called off.",
        "The envoys failed to reach an [agreement] on the dam.",
        "The front is no longer [shelling] Orlo.",
        "The council decided not to [impose] a curfew.",
        "The council decided against [imposing] a curfew.",
        "The dockers voted against a new [strike].",
        "Velmaria has yet to [sign] the accord.",
        "The [visit], due on Saturday, has been cancelled.",
    ],
)
def test_what_is_denied(marked: str):
    assert put(marked) is Assertion.DENIED


@pytest.mark.parametrize(
    "marked",
    [
        "The army denied any involvement in the [killing] of two monks.",
        "The minister denied the [charges].",
        "The ferry's owner does not deny that it was [attacked].",
        "Police did not hesitate to [shoot].",
        "Not only soldiers [attacked] the depot.",
        "Had they not been [arrested], they would have fled.",
        "The curfew was not [lifted] until May.",
        "There is no doubt rebels [attacked] the town.",
        "Troops of No 4 battalion [fled].",
        "The front rejected the accord and [attacked] Orlo.",
        "The army, which had not commented, [shelled] Kesh.",
        "They deny the town a road to [attack] from.",
        "The front withdrew its men and [shelled] Kesh.",
        "The colonel denied ordering the [massacre].",
        "The front denied being behind the [attack].",
        "He denied he knew anything about the [sale] of arms.",
        "The army denied it had fled and said the [attack] had failed.",
        "The mayor insisted that rebels [attacked] first.",
        "The planned march was [banned] by police.",
        "The proposed law [angered] many.",
        "No group claimed the [attack].",
        "No [attack] since 2029 has killed so many people.",
        "No raid has ever [killed] as many people in Orlo.",
        "No country backed its [invasion].",
        "Rebels failed to [storm] the garrison.",
        "The [visit], which angered many, went ahead.",
        "Two men were [arrested] the next day.",
        "The mayor urged the front to end the [siege].",
        "The front [must answer] for it.",
        "The army denied that it had fired and [accused] the front.",
        "The army denied that it had fired and accused the front of [shelling] Kesh.",
    ],
)
def test_what_a_denial_beside_it_leaves_standing(marked: str):
    assert put(marked) is Assertion.HAPPENED


@pytest.mark.parametrize(
    ("marked", "assertion"),
    [
        ("The front will [punish] them.", Assertion.PLANNED),
        ("The envoy is to [travel] to Sarn.", Assertion.PLANNED),
        ("They agreed on [talks] next week.", Assertion.PLANNED),
        ("The mayor wants to [ban] marches.", Assertion.PLANNED),
        ("They want the army to [leave].", Assertion.CALLED_FOR),
        ("The bishop asked the rebels to [free] them.", Assertion.CALLED_FOR),
        ("He urged them to say whether they would [attack].", Assertion.PLANNED),
        ("The rebels might [destroy] the bridge.", Assertion.POSSIBLE),
        ("Roads were closed due to [flooding].", Assertion.HAPPENED),
        ("When asked about the [attack] he left.", Assertion.HAPPENED),
        ("He would resign after the [defeat].", Assertion.HAPPENED),
        ("Judges of the appeals court [overturned] the verdict.", Assertion.HAPPENED),
        ("Troops detained a suspected rebel during a [raid].", Assertion.HAPPENED),
        ("The [visit] may be called off.", Assertion.HAPPENED),
        ("The bishop called on the rebels to [free] them.", Assertion.CALLED_FOR),
        ("The bishop renewed his call to [free] them.", Assertion.CALLED_FOR),
        ("She called the mayor to [congratulate] him.", Assertion.HAPPENED),
        ("The front [will punish] them.", Assertion.PLANNED),
        ("[Talks] between the front, the bishop and the army will resume.", Assertion.PLANNED),
        ("The next [round] could be held in autumn.", Assertion.PLANNED),
        ("A further [round] could be held in autumn.", Assertion.POSSIBLE),
        ("A [vote], which is due in May, divides them.", Assertion.PLANNED),
        ("They vowed to find the gunmen and [punish] them.", Assertion.PLANNED),
        ("Police foiled a plot to [kill] the bishop.", Assertion.PLANNED),
        ("They called for a [truce].", Assertion.CALLED_FOR),
        ("The town lives in fear of new [clashes].", Assertion.POSSIBLE),
        ("In fear of their lives they [fled].", Assertion.HAPPENED),
        ("He is accused of [burning] a shop.", Assertion.POSSIBLE),
        ("Provided that the rebels [disarm], talks will go on.", Assertion.POSSIBLE),
        ("The council would not rule out [sending] troops.", Assertion.POSSIBLE),
        ("The front would have [shelled] the bridge.", Assertion.POSSIBLE),
        ("He hoped the front would [leave] Kesh.", Assertion.CALLED_FOR),
        ("The dockers called a one-day [strike] for Thursday.", Assertion.PLANNED),
        ("The front [declared a general strike] from Monday.", Assertion.PLANNED),
        ("He called the vote an [attack] on the poor.", Assertion.HAPPENED),
        ("[Talks] begin on Monday.", Assertion.PLANNED),
        ("The [visit], which starts tomorrow, is his first.", Assertion.PLANNED),
        ("The [talks], which open the way to peace, went on.", Assertion.HAPPENED),
        ("Police arrested 30 activists ahead of Friday's [summit].", Assertion.PLANNED),
        ("Troops arrived on the eve of the [strike].", Assertion.PLANNED),
        ("[Sanctions] could follow.", Assertion.POSSIBLE),
        ("Two officers face [trial].", Assertion.PLANNED),
        ("The editor [faces jail].", Assertion.PLANNED),
        ("The editor could face a long [sentence].", Assertion.POSSIBLE),
        ("The editor faces [charges].", Assertion.HAPPENED),
        ("The editor faced the court and its [sentence].", Assertion.HAPPENED),
        ("The [trial], which starts today, is his second.", Assertion.PLANNED),
        ("The editor sought political [asylum] in Sorn.", Assertion.CALLED_FOR),
        ("They are negotiating a lasting [truce].", Assertion.CALLED_FOR),
        ("They are negotiating with the front in the [siege].", Assertion.HAPPENED),
        ("The council is considering a [ban] on marches.", Assertion.POSSIBLE),
        ("I want to [thank] the people of Orlo.", Assertion.HAPPENED),
        ("The mayor wants to [thank] the people of Orlo.", Assertion.PLANNED),
        ("Suspected rebels [placed a charge] on the track.", Assertion.HAPPENED),
        ("Suspected rebels have [upped attacks].", Assertion.HAPPENED),
        ("Shops are shut due to the fierce [clashes].", Assertion.HAPPENED),
        ("The front has [voted] against a truce next week.", Assertion.HAPPENED),
        ("They hold the [camp] next to the bridge.", Assertion.HAPPENED),
        ("In his column Will [urged] a truce.", Assertion.HAPPENED),
        ("The front vowed to retaliate for the [raid].", Assertion.HAPPENED),
        ("The bishop demanded a probe into the [killing].", Assertion.HAPPENED),
        ("His men would not leave until the rebels had [laid down] their arms.", Assertion.POSSIBLE),
        ("The men did not leave until the rebels had [disarmed].", Assertion.HAPPENED),
    ],
)
def test_the_nearest_word_of_its_own_clause_decides(marked: str, assertion: Assertion):
    assert put(marked) is assertion


@pytest.mark.parametrize(
    ("marked", "cue", "assertion"),
    [
        ("the army [leave] Kesh", "demanded that", Assertion.CALLED_FOR),
        ("the army [shelled] Kesh", "denied that", Assertion.DENIED),
        ("the army [shelled] Kesh", "did not deny that", Assertion.HAPPENED),
        ("it took part in the [shelling]", "denied that", Assertion.HAPPENED),
        ("the men who [fled] be let in", "demanded that", Assertion.HAPPENED),
        ("villages that have been [shelled] get aid", "asked that", Assertion.HAPPENED),
        ("the guards be [punished]", "demanded that", Assertion.CALLED_FOR),
        ("a [truce] in Kesh", "called for", Assertion.CALLED_FOR),
        ("tents for Kesh at a [meeting]", "pledged", Assertion.HAPPENED),
    ],
)
def test_a_cue_says_it_of_what_is_said_and_not_of_what_that_mentions(
    marked: str, cue: str, assertion: Assertion
):
    assert put(marked, cue=cue) is assertion


@pytest.mark.parametrize(
    ("text", "trigger", "can"),
    [
        ("The mayor refused to meet them.", "meet", True),
        ("The mayor met them.", "met", False),
        ("The dockers called it off.", "called", True),
        ("The dockers called a strike.", "strike", False),
        ("Rebels hit the port; the navy denies it.", "hit", False),
        ("Rebels hit the port, but no ship was sunk.", "hit", False),
        ("Rebels hit the port, but no ship was sunk.", "sunk", True),
    ],
)
def test_a_statement_that_can_deny_has_a_word_for_it(text: str, trigger: str, can: bool):
    pin = Span(text.index(trigger), text.index(trigger) + len(trigger))
    assert may_deny(list(words_in(text)), pin) is can


@pytest.mark.parametrize(
    "marked",
    [
        "The front postponed the [talks].",
        "An [exchange] of bodies has been put off.",
        "[Talks] postponed between Kesh and Orlo",
        "The [visit], due on Saturday, was postponed to June.",
        "A [meeting] of the envoys has been delayed.",
    ],
)
def test_what_is_put_off_is_still_to_come(marked: str):
    assert put(marked) is Assertion.PLANNED


@pytest.mark.parametrize(
    "marked",
    [
        "[Talks] called off as truce fails",
        "The [summit] was postponed indefinitely.",
        "[Visit] cancelled",
    ],
)
def test_what_is_called_off_for_good_is_denied(marked: str):
    assert put(marked) is Assertion.DENIED


@pytest.mark.parametrize("marked", ["The [strike] delayed flights.", "The [raid] may be called off."])
def test_what_puts_off_other_things_or_may_be_called_off_is_neither(marked: str):
    assert put(marked) is Assertion.HAPPENED


@pytest.mark.parametrize(
    "marked",
    [
        "The front insists that Kesh first [free] its men.",
        "The court recommended that he be [pardoned].",
        "The accord requires that each side [withdraw].",
    ],
)
def test_what_somebody_insists_be_done_is_called_for(marked: str):
    assert put(marked) is Assertion.CALLED_FOR


@pytest.mark.parametrize(
    "marked", ["The front will answer any [attack].", "They warned against any further [incursion]."]
)
def test_any_deed_is_but_possible(marked: str):
    assert put(marked) is Assertion.POSSIBLE


@pytest.mark.parametrize(
    "marked", ["Troops were sent to Kesh to [crush] the revolt.", "Police were deployed to [disperse] them."]
)
def test_what_forces_are_sent_to_do_is_planned(marked: str):
    assert put(marked) is Assertion.PLANNED
