"""Nouns: the table of whom or what a report counts, each noun once, in the singular."""

from collections.abc import Mapping

from sayso.model import Group

__all__ = ["COUNTED", "DESCRIBING", "GROUP_OF", "IRREGULAR", "MARKERS", "NEVER", "ROLES"]


def _by_word(words: Mapping[Group, str]) -> dict[str, Group]:
    return {word: group for group, listed in words.items() for word in listed.split()}


ROLES: Mapping[str, Group] = _by_word(
    {
        Group.CIVILIANS: (
            "inspector official leader chief staff supporter guard adviser advisor veteran aide envoy"
            " delegate representative director president owner"
        ),
        Group.MILITARY: "officer commander force recruit",
        Group.INSURGENTS: "operative combatant element",
        Group.PEOPLE: "member personnel agent head",
    }
)
"""Heads that any side can have; the words around them decide, and where none does, this table."""

MARKERS: Mapping[str, Group] = _by_word(
    {
        Group.CIVILIANS: "civilian innocent union party peasant",
        Group.MILITARY: (
            "army military navy soldier soldiers infantry troop paratroopers forces marine bsf brigade"
            " battalion regiment platoon garrison"
        ),
        Group.POLICE: "police policeman crpf",
        Group.INSURGENTS: (
            "insurgent insurgents rebel rebels guerrilla guerrillas militant militia terrorist suicide"
            " armed taliban haqqani isil isis da'esh daesh al-qaeda maoist"
        ),
    }
)
"""Words that say, before or after a head, which side it is on: "army officer", "members of the militia"."""

DESCRIBING = frozenset(MARKERS)
"""Nouns that, in front of another word, rather describe it: "a Taliban facilitator"."""

COUNTED = frozenset(
    "casualty fatality dead wounded injured death injury arrest victim body corpse other life hostage"
    " prisoner detainee captive suspect martyr".split()
)
"""Nouns that count people, without saying which."""

NEVER = frozenset(
    "count estimate figure list news release report statement tally toll total accident agreement"
    " ambition amendment area assault attack attempt attention audience ball base battle bid bill"
    " blow bomb border call campaign capital career case cease-fire celebration chance city clash"
    " coast conflict conspiracy country coup crisis deal debate decline demonstration dispute device"
    " district dream drift dump economy effort election explosion explosive fight film fire flight"
    " front game goal gun hill hope idea ied image incident invasion island issue law lead match"
    " measure meeting mission money motion movie mutiny number offensive operation order peak photo"
    " picture plan plot plunge point port price process program programme project proposal protest"
    " province raid rally rate rebellion record region request resolution revolt riot rise risk"
    " rumour scene seat series share shot slide spirit spread squad state strike summit supply"
    " territory threat time title town trade trend truce uprising valley video village vote war"
    " warrant way weekend world year zone".split()
)
"""Nouns that verbs of killing, taking and crushing are said of without anyone being hit: "killed a bill"."""

GROUP_OF: Mapping[str, Group] = {
    **_by_word(
        {
            Group.CIVILIANS: (
                "academic activist actor adivasi ambassador artist athlete attorney aunt baby banker"
                " bartender bishop bodyguard bouncer boyfriend brother businessman businesswoman bystander"
                " cameraman campesino caretaker cashier child citizen civil-servant civilian clergyman"
                " cleric clerk commuter congressman consul contractor cook correspondent councillor"
                " councilor cousin customer cyclist daughter demonstrator deputy devotee diplomat doctor"
                " driver editor electrician employee engineer evacuee executive expatriate family farmer"
                " father fiance fiancee fisherman foreigner girl girlfriend governor grandchild"
                " granddaughter grandfather grandmother grandparent grandson guest herder hiker homeowner"
                " household housewife humanitarian husband imam infant inhabitant jesuit jogger journalist"
                " judge kid laborer labourer landlord lawmaker lawyer lecturer legislator magistrate manager"
                " marcher mayor mechanic medic merchant migrant miner minister minor missionary monk mother"
                " motorist mourner neighbor neighbour nephew newborn newsman niece non-combatant"
                " noncombatant nun nurse paramedic parent passenger patient passer-by passerby pastor"
                " peasant pedestrian photographer physician pilgrim player plumber politician premier priest"
                " professor prosecutor protester protestor publisher pupil refugee relative reporter"
                " resident roommate ruler schoolboy schoolchild schoolgirl scientist secretary senator"
                " settler shepherd shopkeeper shopper sibling singer sister son spouse stepdaughter"
                " stepfather stepmother stepson striker student teacher technician technologist tenant"
                " toddler tourist trader tribal tribesman trucker uncle unionist vendor villager volunteer"
                " waiter waitress watchman widow wife woman worker worshiper worshipper writer youngster"
            ),
            Group.MILITARY: (
                "airman brigadier cadet captain colonel commando conscript corporal general guardsman"
                " gunner infantryman jawan legionnaire lieutenant major marine paratrooper peacekeeper"
                " pilot private ranger reservist sailor sf sentry sergeant servicemember serviceman"
                " servicewoman soldier sub-sergeant subsergeant troop trooper"
            ),
            Group.POLICE: (
                "carabinieri carabiniere constable cop detective gendarme patrolman police policeman"
                " policewoman sheriff sub-inspector"
            ),
            Group.INSURGENTS: (
                "assailant attacker bandit bomber cadre contra dacoit extremist facilitator fighter"
                " guerilla guerrilla gunman hijacker insurgent jihadi jihadist kidnapper maoist militant"
                " militiaman mujahid mujahideen naxal naxalite paramilitary rebel separatist subversive"
                " suicide-bomber taliban terrorist ultra"
            ),
            Group.PEOPLE: (
                "adolescent adult arrest body boy burglar captive carjacker casualty colleague companion"
                " convict corpse couple crew crew-member crewman crewmember criminal dead dealer death"
                " detainee duo elder fatality female friend hostage human immigrant individual injured"
                " injury inmate intruder juvenile life male man martyr murderer national native occupant"
                " other partygoer pensioner people person prisoner robber shooter smuggler soul survivor"
                " suspect teen teenager thief trafficker trio twin victim wounded youth"
            ),
            Group.BUILDINGS: (
                "apartment bakery bank bar barracks block branch building bunker business cafe church cinema"
                " clinic college compound consulate dormitory dwelling embassy establishment facility"
                " factory flat garage hangar headquarters home hospital hotel house hut jail kindergarten"
                " kiosk library mall mansion market mill mosque museum office orphanage palace"
                " petrol-station pharmacy plant premises prison residence restaurant school shack shelter"
                " shop station store structure supermarket temple theater theatre tower-block university"
                " villa warehouse"
            ),
            Group.VEHICLES: (
                "aeroplane aircraft airliner airplane ambulance apc barge bicycle boat bulldozer bus car"
                " carriage carrier convoy craft destroyer drone ferry fighter-jet freighter frigate gunboat"
                " gunship helicopter humvee jeep jet locomotive lorry minibus motorbike motorcycle pickup"
                " plane sedan ship speedboat submarine supertanker suv tank tanker taxi tractor trailer"
                " train trawler truck van vehicle vessel wagon warplane warship"
            ),
            Group.OTHER: (
                "animal antenna bird box buffalo camel bridge cable cache canal cattle cow crop dam dog"
                " donkey door farm fence field fish gate generator goat grave hamlet highway horse launcher"
                " line mast monument mortar mule object pipeline platform pole position post property pylon"
                " railway refinery rig road rocket sheep site stall stand statue stockpile substation system"
                " target tower track transformer tree tunnel wall weapon well window"
            ),
        }
    ),
    **ROLES,
}
"""The group that each noun names."""

IRREGULAR: Mapping[str, str] = dict(
    pair.split(":")
    for pair in (
        "aircraft:aircraft barracks:barracks bodies:body buses:bus carabinieri:carabinieri cattle:cattle"
        " children:child clergy:priest crew:crew dead:dead families:family fish:fish"
        " headquarters:headquarters injured:injured lives:life men:man mujahideen:mujahideen"
        " mujahidin:mujahideen passers-by:passer-by passersby:passerby people:people personnel:personnel"
        " police:police premises:premises sheep:sheep staff:staff taliban:taliban troops:troop wives:wife"
        " women:woman wounded:wounded youths:youth"
    ).split()
)
"""The singular of each plural that no rule makes."""
