"""Casting: all mentions of a document folded into its entities, places first, people last."""

from collections.abc import Mapping

from sayso.annotate.entities.bodies import enter_bodies
from sayso.annotate.entities.cast import BODIES, Cast
from sayso.annotate.entities.located import Setting, setting_of
from sayso.annotate.entities.people import enter_people
from sayso.annotate.entities.sites import enter_nationalities, enter_places
from sayso.annotate.parties import Party, heard_in, known_parties
from sayso.annotate.places import Gazetteer, name_key
from sayso.model import MentionKind, Reading


def cast_of(
    reading: Reading,
    *,
    gazetteer: Gazetteer,
    known: Mapping[str, Party] | None = None,
    setting: Setting | None = None,
) -> Cast:
    """Fold a document's mentions into entities.

    `known` are parties by name key, by default those of our tables; `setting` is where the names of the
    document lie, where that is already worked out.
    """
    parties = known_parties() if known is None else known
    setting = setting or setting_of(reading, gazetteer=gazetteer, known=parties)
    cast = Cast(reading=reading, gazetteer=gazetteer, known=heard_in(setting.countries, parties))
    cast.focus = setting.focus
    enter_places(cast, setting)
    enter_nationalities(cast)
    enter_bodies(cast, setting)
    enter_people(cast)
    for at, _, name in cast.named_mentions((MentionKind.PERSON, *BODIES)):
        cast.by_name[name_key(name)] = cast.of_mention[at]
    return cast
