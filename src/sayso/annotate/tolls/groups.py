"""Groups: whom or what a phrase counts, told by its nouns."""

from collections.abc import Mapping, Sequence

from sayso.model import Group

_NOUNS: Mapping[Group, str] = {
    Group.CIVILIANS: (
        "civilian resident villager inhabitant citizen child kid youngster student pupil schoolboy schoolgirl"
        " schoolchild peasant farmer campesino worker laborer labourer employee miner fisherman shepherd journalist"
        " reporter newsman cameraman photographer correspondent editor publisher writer priest jesuit nun"
        " missionary bishop cleric imam monk pastor clergyman teacher professor lecturer doctor nurse medic paramedic"
        " physician lawyer attorney judge prosecutor magistrate politician deputy senator mayor minister"
        " councilor councillor lawmaker congressman legislator governor diplomat ambassador consul premier"
        " tourist passenger bystander passer-by passerby pedestrian commuter motorist customer shopper shopkeeper"
        " trader merchant vendor businessman businesswoman banker executive manager engineer technician contractor"
        " activist unionist demonstrator protester protestor marcher striker refugee evacuee migrant"
        " pilgrim worshipper worshiper devotee mourner volunteer aid-worker humanitarian wife husband daughter son"
        " mother father brother sister relative widow family household infant toddler girl woman housewife"
        " tribal tribesman adivasi tribesperson guest noncombatant non-combatant bodyguard driver minor"
        " secretary technologist scientist academic artist singer actor player athlete"
        " expatriate foreigner settler herder trucker trucker guard watchman civil-servant"
    ),
    Group.MILITARY: (
        "soldier troop serviceman servicewoman servicemember sailor marine airman trooper paratrooper conscript"
        " sergeant lieutenant captain major colonel corporal subsergeant sub-sergeant general brigadier private"
        " cadet commando infantryman jawan peacekeeper pilot gunner sentry legionnaire reservist ranger warplane-crew"
        " guardsman blue-helmet"
    ),
    Group.POLICE: (
        "policeman policewoman police constable gendarme cop patrolman carabinieri carabiniere sub-inspector"
        " detective sheriff trooper-police"
    ),
    Group.INSURGENTS: (
        "rebel guerrilla guerilla insurgent militant terrorist extremist fighter militiaman gunman jihadist jihadi"
        " separatist maoist naxal naxalite naxalist taliban mujahid mujahideen bomber attacker paramilitary contra"
        " bandit ultra cadre facilitator assailant hijacker kidnapper suicide-bomber dacoit subversive"
    ),
    Group.PEOPLE: (
        "person people individual man boy youth teenager teen adult human body corpse victim soul passer survivor life"
        " friend other hostage prisoner detainee captive suspect inmate convict casualty fatality dead wounded"
        " injured death injury arrest colleague companion occupant crew crewman crewmember crew-member"
        " head pensioner elder native national immigrant murderer criminal thief robber trafficker smuggler dealer"
    ),
    Group.BUILDINGS: (
        "building house home apartment flat dwelling hut shack school hospital clinic church mosque temple shop store"
        " office hotel restaurant bank branch station barracks headquarters factory plant mill warehouse market"
        " supermarket tower-block block mall cafe bar bunker shelter facility embassy consulate villa mansion palace"
        " establishment business premises garage hangar prison jail pharmacy bakery cinema theater theatre museum"
        " library university college compound structure residence petrol-station kiosk"
    ),
    Group.VEHICLES: (
        "vehicle car truck lorry bus minibus van jeep motorcycle motorbike bicycle ambulance taxi train wagon carriage"
        " tank carrier apc ship boat vessel tanker supertanker ferry trawler frigate destroyer submarine warship"
        " barge craft speedboat gunboat aircraft plane airplane aeroplane airliner jet warplane fighter-jet helicopter"
        " gunship drone bulldozer tractor trailer locomotive pickup convoy patrol-boat bomber-plane freighter humvee"
    ),
    Group.OTHER: (
        "bridge tower pylon pole post pipeline transformer platform rig line road highway tunnel tank-farm object"
        " window door system target mast antenna well refinery dam canal field farm cow cattle sheep goat animal"
        " horse stand stall tree crop stockpile cache weapon rocket launcher mortar box position railway track"
        " generator cable substation property fence wall gate monument statue grave mullet fish whale bird site"
    ),
}
_IRREGULAR = {
    "children": "child", "women": "woman", "men": "man", "people": "people", "wives": "wife", "lives": "life",
    "police": "police", "dead": "dead", "personnel": "personnel", "clergy": "priest", "buses": "bus",
    "families": "family", "bodies": "body", "cattle": "cattle", "aircraft": "aircraft", "troops": "troop",
    "youths": "youth", "jesuits": "jesuit", "premises": "premises", "barracks": "barracks", "crew": "crew",
    "headquarters": "headquarters", "injured": "injured", "wounded": "wounded", "staff": "staff", "sheep": "sheep",
    "taliban": "taliban", "mujahideen": "mujahideen", "mujahidin": "mujahideen", "carabinieri": "carabinieri",
    "passersby": "passerby", "passers-by": "passer-by", "fish": "fish",
}  # fmt: skip
# Heads that any side can have: what stands before or after them decides.
_ROLES: Mapping[str, Group] = {
    "inspector": Group.CIVILIANS, "member": Group.PEOPLE, "officer": Group.MILITARY, "official": Group.CIVILIANS, "leader": Group.CIVILIANS,
    "commander": Group.MILITARY, "chief": Group.CIVILIANS, "personnel": Group.PEOPLE, "staff": Group.CIVILIANS,
    "operative": Group.INSURGENTS, "supporter": Group.CIVILIANS, "force": Group.MILITARY, "agent": Group.PEOPLE,
    "guard": Group.CIVILIANS, "head": Group.PEOPLE, "adviser": Group.CIVILIANS, "advisor": Group.CIVILIANS,
    "combatant": Group.INSURGENTS, "recruit": Group.MILITARY, "veteran": Group.CIVILIANS,
    "element": Group.INSURGENTS, "aide": Group.CIVILIANS, "envoy": Group.CIVILIANS, "representative": Group.CIVILIANS,
    "delegate": Group.CIVILIANS, "director": Group.CIVILIANS, "president": Group.CIVILIANS, "owner": Group.CIVILIANS,
}  # fmt: skip
_MARKERS: Mapping[str, Group] = {
    "civilian": Group.CIVILIANS, "innocent": Group.CIVILIANS, "army": Group.MILITARY, "military": Group.MILITARY,
    "navy": Group.MILITARY, "soldier": Group.MILITARY, "infantry": Group.MILITARY, "troop": Group.MILITARY,
    "soldiers": Group.MILITARY, "crpf": Group.POLICE, "bsf": Group.MILITARY, "paratroopers": Group.MILITARY,
    "police": Group.POLICE, "policeman": Group.POLICE, "insurgent": Group.INSURGENTS, "rebel": Group.INSURGENTS,
    "guerrilla": Group.INSURGENTS, "guerrillas": Group.INSURGENTS, "taliban": Group.INSURGENTS,
    "militant": Group.INSURGENTS, "terrorist": Group.INSURGENTS, "militia": Group.INSURGENTS,
    "isil": Group.INSURGENTS, "isis": Group.INSURGENTS, "al-qaeda": Group.INSURGENTS, "insurgents": Group.INSURGENTS,
    "union": Group.CIVILIANS, "party": Group.CIVILIANS, "peasant": Group.CIVILIANS, "forces": Group.MILITARY,
    "haqqani": Group.INSURGENTS, "maoist": Group.INSURGENTS, "suicide": Group.INSURGENTS, "rebels": Group.INSURGENTS,
    "da'esh": Group.INSURGENTS, "daesh": Group.INSURGENTS, "armed": Group.INSURGENTS, "marine": Group.MILITARY,
}  # fmt: skip
DESCRIBING = frozenset(_MARKERS)
"""Nouns that, in front of another word, rather describe it: "a Taliban facilitator"."""
_GROUP_OF: Mapping[str, Group] = {
    noun: group for group, nouns in _NOUNS.items() for noun in nouns.split()
} | dict(_ROLES)
# Their nouns count people, but which people only the words around them tell.
_COUNT_NOUNS = frozenset(
    "casualty fatality dead wounded injured death injury arrest victim body corpse other life hostage prisoner"
    " detainee captive suspect".split()
)

PERSONS = frozenset({Group.CIVILIANS, Group.MILITARY, Group.POLICE, Group.INSURGENTS, Group.PEOPLE})
THINGS = frozenset({Group.BUILDINGS, Group.VEHICLES, Group.OTHER})


def singular(word: str) -> str:
    """The singular of a noun in lower case, as far as the tables need it: "families" gives "family"."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _GROUP_OF:
        return word
    for ending, instead in (
        ("men", "man"),
        ("women", "woman"),
        ("ies", "y"),
        ("ches", "ch"),
        ("xes", "x"),
        ("s", ""),
    ):
        if word.endswith(ending) and word[: -len(ending)] + instead in _GROUP_OF:
            return word[: -len(ending)] + instead
    return word


def group_of_noun(word: str) -> Group | None:
    """The group that a noun in lower case names; None for a noun that the tables do not know."""
    return _GROUP_OF.get(singular(word))


def is_plural(word: str) -> bool:
    """Whether a word in lower case looks like a plural noun."""
    return (word in _IRREGULAR and word not in {"staff"}) or (
        word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")) and len(word) > 3
    )


def group_of(words: Sequence[str], complement: Sequence[str] = ()) -> Group | None:
    """Whom or what a phrase counts, from its words in lower case and those after its "of".

    The last noun decides, unless it is one that any side can have ("members", "casualties", "three men"): then
    the words around it do. None where no word tells.
    """
    known = [noun for word in words if (noun := singular(word)) in _GROUP_OF]
    if not known:
        return None
    head = known[-1]
    group = _GROUP_OF[head]
    if group in THINGS and singular(words[-1]) != head:
        return None  # a bus conductor
    if head not in _ROLES and head not in _COUNT_NOUNS and group is not Group.PEOPLE:
        return group
    sides = [side for word in (*words, *complement) if (side := _side(word, head)) is not None]
    return sides[0] if sides else group


def _side(word: str, head: str) -> Group | None:
    """The side that a word beside the head noun names: "army", "of the guerrillas"."""
    if word in _MARKERS:
        return _MARKERS[word]
    noun = singular(word)
    group = _GROUP_OF.get(noun)
    if noun == head or noun in _ROLES or noun in _COUNT_NOUNS or group is Group.PEOPLE or group in THINGS:
        return None
    return group


def side_of(words: Sequence[str]) -> Group | None:
    """The side that some words name, whatever they say of it: "on the army", "among the troops"."""
    sides = (
        _MARKERS.get(word) or _GROUP_OF.get(singular(word)) for word in words if singular(word) not in _ROLES
    )
    return next((side for side in sides if side in PERSONS and side is not Group.PEOPLE), None)
