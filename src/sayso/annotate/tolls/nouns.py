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
                "abbot academic academician accountant activist actor adivasi admin alderman ambassador"
                " ambulanceman apprentice architect artist athlete attorney auctioneer aunt baby bailiff"
                " baker banker barber barista barmaid barman barrister bartender beekeeper beggar biker"
                " bishop blogger boater bodyguard bouncer boyfriend brother brother-in-law businessman"
                " businesswoman busker butcher bystander cabbie cameraman camerawoman campaigner camper"
                " campesino candidate caretaker carpenter cartoonist cashier chauffeur chef chieftain"
                " child churchgoer citizen civil-servant civilian classmate cleaner clergyman cleric"
                " clerk client climber co-pilot columnist commuter concertgoer congressman congresswoman"
                " consul contractor cook copilot correspondent councillor councilman councilor"
                " councilwoman cousin cowboy customer cyclist dancer daughter daughter-in-law deacon"
                " demonstrator dentist deputy devotee diner diplomat doctor driver"
                " editor electrician employee engineer evacuee ex-boyfriend ex-girlfriend ex-husband"
                " ex-mayor ex-minister ex-wife executive expat expatriate family farmer farmhand"
                " farmworker father father-in-law fiance fiancee fiancé fiancée firefighter fireman"
                " firewoman fisherman fishmonger flatmate footballer foreigner friar girl girlfriend"
                " goatherd governor grandchild granddaughter grandfather grandmother grandparent"
                " grandson guest hairdresser half-brother half-sister handyman hawker headman headmaster"
                " headmistress headteacher herder herdsman hiker historian holidaymaker homeowner"
                " household housekeeper housemate housewife humanitarian hunter husband idp imam infant"
                " inhabitant intern interpreter islander janitor jesuit jogger journalist judge juror"
                " kid kindergartner laborer labourer landlady landlord landowner lawmaker lawyer"
                " lecturer legislator lifeguard lineman magistrate maid manager marcher matriarch mayor"
                " mechanic medic merchant midwife migrant miner minister minor missionary monk mother"
                " mother-in-law motorist mourner muezzin mufti mukhiya mullah musician nanny neighbor"
                " neighbour nephew newborn newsman newsreader niece nomad non-combatant noncombatant"
                " novelist nun nurse onlooker organiser organizer orphan painter paramedic parent"
                " parishioner parliamentarian passenger passer-by passerby pastor pastoralist patient"
                " patriarch peasant peddler pedestrian pharmacist photographer photojournalist physician"
                " pilgrim player plumber politician porter pradhan preacher premier preschooler priest"
                " professor prosecutor protester protestor publisher pupil rabbi railwayman rancher"
                " receptionist refugee relative reporter rescuer resident responder retiree returnee"
                " reveler reveller rickshaw-puller roommate ruler sarpanch schoolboy schoolchild"
                " schoolgirl schoolkid schoolmate scientist secretary seminarian senator settler"
                " sharecropper shepherd shepherdess shopkeeper shopper sibling singer sister"
                " sister-in-law solicitor son son-in-law spectator spouse stepbrother stepdaughter"
                " stepfather stepmother stepsister stepson stevedore steward stewardess striker student"
                " surgeon tailor teacher teammate technician technologist tenant toddler tourist"
                " townsman townspeople trader trainee translator traveler traveller tribal tribesman"
                " tribeswoman trucker uncle unionist vendor veterinarian vice-president villager"
                " volunteer voter waiter waitress watchman watchwoman weaver welder widow widower wife"
                " woman worker worshiper worshipper writer youngster"
            ),
            Group.MILITARY: (
                "admiral airman airwoman brigadier cadet captain colonel commando conscript corporal"
                " corpsman draftee general guardsman gunner havildar infantryman jawan lancer"
                " legionnaire lieutenant major marine naik paratrooper peacekeeper peshmerga pilot"
                " private ranger reservist rifleman sailor sapper seaman sentry sepoy sergeant"
                " serviceman servicemember servicewoman sf soldier sub-sergeant subedar subsergeant"
                " troop trooper"
            ),
            Group.POLICE: (
                "carabinieri carabiniere constable cop detective gendarme patrolman police policeman"
                " policewoman sheriff sub-inspector"
            ),
            Group.INSURGENTS: (
                "abductor arsonist assailant attacker bandit bomber cadre contra dacoit ex-rebel"
                " extremist facilitator fedayeen fighter guerilla guerrilla gunman hijacker insurgent"
                " islamist jihadi jihadist khariji khwarij kidnapper maoist militant militiaman mujahid"
                " mujahideen naxal naxalite paramilitary rebel rustler separatist subversive"
                " suicide-bomber taliban terrorist ultra warlord"
            ),
            Group.PEOPLE: (
                "accomplice accused adolescent adult ally arrest associate body boy burglar captive"
                " carjacker casualty collaborator colleague companion convict corpse couple crew"
                " crew-member crewman crewmember criminal dead dealer death defector defendant deserter"
                " detainee duo elder fatality female friend fugitive gentleman hostage human immigrant"
                " individual informant informer injured injury inmate intruder juvenile lad lady life"
                " looter male man martyr mercenary murderer national native occupant other partygoer"
                " pensioner people person prisoner rioter robber shooter smuggler sniper soul survivor"
                " suspect teen teen-ager teenager thief trafficker trio twin victim vigilante wounded"
                " youth"
            ),
            Group.BUILDINGS: (
                "apartment bakery bank bar barracks block branch building bunker business cafe church"
                " cinema clinic college compound consulate depot dormitory dwelling embassy"
                " establishment facility factory flat garage hangar headquarters hideout home hospital"
                " hotel house hut jail kindergarten kiosk library mall mansion market mill mosque museum"
                " office orphanage palace petrol-station pharmacy plant premises prison residence"
                " restaurant school shack shelter shop station store structure supermarket temple tent"
                " theater theatre tower-block university villa warehouse"
            ),
            Group.VEHICLES: (
                "aeroplane aircraft airliner airplane ambulance apc barge bicycle boat bulldozer bus car"
                " carriage carrier convoy craft destroyer drone ferry fighter-jet freighter frigate gunboat"
                " gunship helicopter humvee jeep jet locomotive lorry minibus motorbike motorcycle pickup"
                " plane sedan ship speedboat submarine supertanker suv tank tanker taxi tractor trailer"
                " train trawler truck van vehicle vessel wagon warplane warship"
            ),
            Group.OTHER: (
                "animal antenna bird box bridge buffalo cable cache camel camp canal cattle checkpoint"
                " cow crop dam dog donkey door encampment farm fence field fish gate generator goat"
                " grave hamlet highway horse launcher line mast monument mortar mule object outpost"
                " pipeline platform pole position post property pylon railway refinery rig road rocket"
                " sheep site stall stand statue stockpile stronghold substation system target tower"
                " track transformer tree tunnel wall weapon well window"
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
