"""Tolls of invented reports in the styles of armies, disasters and the press of many countries."""

import pytest

from tests.annotate.tolls_read import read_tolls

ARMY = [
    ("Own losses: 2 KIA, 3 WIA.", "2: killed 2 people; 3: injured 3 people"),
    ("Enemy losses: 14 killed and 20 wounded.", "14: killed 14 people; 20: injured 20 people"),
    (
        "OWN LOSSES: ONE SOLDIER KILLED AND FOUR WOUNDED.",
        "ONE SOLDIER: killed 1 military; FOUR: injured 4 military",
    ),
    ("Our forces killed or wounded 12 of the enemy.", "12 of the enemy: casualties 12 people"),
    ("The brigade suffered 12 casualties.", "12 casualties: casualties 12 military"),
    (
        "Troops eliminated 14 militants and destroyed two pick-up trucks.",
        "14 militants: killed 14 insurgents; two pick-up trucks: destroyed 2 vehicles",
    ),
    (
        "Two terrorists were gunned down and one soldier embraced martyrdom.",
        "Two terrorists: killed 2 insurgents; one soldier: killed 1 military",
    ),
    (
        "The rebels lost 30 men and two tanks in the assault.",
        "30 men: killed 30 insurgents; two tanks: destroyed 2 vehicles",
    ),
    ("Air defence downed nine of 12 drones.", "nine of 12 drones: destroyed 9 vehicles"),
    (
        "Air defences shot down 27 of the 31 drones launched overnight.",
        "27 of the 31 drones: destroyed 27 vehicles",
    ),
    (
        "Five soldiers were killed in action, bringing the toll to 14.",
        "Five soldiers: killed 5 military; 14: killed 14 people",
    ),
    (
        "Between 20 and 30 insurgents were killed in the raid.",
        "Between 20 and 30 insurgents: killed 20-30~ insurgents",
    ),
    ("The army said it had killed up to 40 rebels.", "up to 40 rebels: killed -40 insurgents"),
    (
        "Three soldiers and as many rebels were killed.",
        "Three soldiers: killed 3 military; as many rebels: killed 3 insurgents",
    ),
    (
        "A patrol came under fire 12 km north of Tarn; one conscript is missing.",
        "one conscript: missing 1 military",
    ),
    ("The rebels captured 15 soldiers and freed two.", "15 soldiers: detained 15 military"),
    (
        "Six police officers and two soldiers lost their lives in the ambush.",
        "Six police officers: killed 6 police; two soldiers: killed 2 military",
    ),
    (
        "A 155-mm shell hit the barracks, killing none of the 40 recruits inside.",
        "none of the 40 recruits: killed 0 military",
    ),
    ("The 3rd Brigade and 12 armoured vehicles moved 40 kilometres east.", ""),
    (
        "The group claimed to have killed 22 soldiers, but the army said three had died.",
        "22 soldiers: killed 22 military; three: killed 3 military",
    ),
    ("Government forces lost one dead and five wounded.", "one: killed 1 people; five: injured 5 people"),
    (
        "A captain and seven of his men were taken prisoner.",
        "A captain: detained 1 military; seven of his men: detained 7 people",
    ),
    (
        "Helicopters strafed the column, destroying four trucks and damaging two others.",
        "four trucks: destroyed 4 vehicles; two others: damaged 2 vehicles",
    ),
    (
        "Security forces shot dead three militants during a 6-hour gunfight.",
        "three militants: killed 3 insurgents",
    ),
]
DISASTER = [
    (
        "The quake killed at least 31 people and left dozens hurt.",
        "at least 31 people: killed 31+ people; dozens: injured ? people",
    ),
    ("Some 200 families were displaced by the floods.", "Some 200 families: displaced 200~ civilians"),
    (
        "Floods have displaced over 2.5 lakh people and killed 38.",
        "over 2.5 lakh people: displaced 250001+ people; 38: killed 38 people",
    ),
    (
        "The storm destroyed 1,200 houses and damaged 3,400 more.",
        "1,200 houses: destroyed 1200 buildings; 3,400 more: damaged 3400 buildings",
    ),
    ("The death toll from the landslide rose to 45 from 39.", "45: killed 45 people"),
    ("The toll now stands at 112 dead and 230 missing.", "112: killed 112 people; 230: missing 230 people"),
    ("More than a dozen people drowned when the ferry sank.", "More than a dozen people: killed 13+ people"),
    ("Scores of villagers are still missing.", "Scores of villagers: missing ? civilians"),
    (
        "About 1.2 million people have been forced from their homes.",
        "About 1.2 million people: displaced 1200000~ people",
    ),
    (
        "The flood swept away 14 houses and a bridge.",
        "14 houses: destroyed 14 buildings; a bridge: destroyed 1 other",
    ),
    (
        "Six people are dead, eight missing and 20 injured.",
        "Six people: killed 6 people; eight: missing 8 people; 20: injured 20 people",
    ),
    ("At least 14 people were killed, half of them children.", "At least 14 people: killed 14+ people"),
    ("Rescuers pulled nine bodies from the rubble.", "nine bodies: killed 9 people"),
    ("The 1974 flood killed 700 people in the same valley.", "700 people: killed 700 people"),
    ("Nearly 60 percent of the houses were damaged.", ""),
    (
        "The fire gutted 22 shops; no lives were lost.",
        "22 shops: destroyed 22 buildings; no lives: killed 0 people",
    ),
    (
        "Winds of 140 kilometres an hour tore off roofs, and two elderly women died.",
        "two elderly women: killed 2 civilians",
    ),
    (
        "Eleven were confirmed dead, with another 30 feared drowned.",
        "Eleven: killed 11 people; another 30: killed 30 people",
    ),
    ("The collapse left 5 dead, 12 hurt.", "5: killed 5 people; 12: injured 12 people"),
]
INDIA = [
    (
        "Five persons, including a child, died on the spot.",
        "Five persons: killed 5 people; a child: killed 1 civilians",
    ),
    (
        "Four Maoists were killed and two jawans injured in an exchange of fire.",
        "Four Maoists: killed 4 insurgents; two jawans: injured 2 military",
    ),
    (
        "At least 1,500 people were evacuated and two crore affected.",
        "At least 1,500 people: displaced 1500+ people",
    ),
    ("Militants shot at and injured a sarpanch.", "a sarpanch: injured 1 civilians"),
    (
        "A villager was hacked to death and his son was critically injured.",
        "A villager: killed 1 civilians; his son: injured 1 civilians",
    ),
    (
        "As many as eight CRPF personnel sustained splinter injuries in an IED blast.",
        "As many as eight CRPF personnel: injured -8 police",
    ),
    ("The bullet-riddled body of a contractor was recovered.", "a contractor: killed 1 civilians"),
    ("Two cadres were nabbed and INR 2 lakh recovered from them.", "Two cadres: detained 2 insurgents"),
    ("Terrorists barged into a house and killed three of a family.", "three of a family: killed 3 civilians"),
    (
        "Three civilians and two SFs were killed while 10 others were injured.",
        "Three civilians: killed 3 civilians; two SFs: killed 2 military; 10 others: injured 10 military",
    ),
    (
        "Unidentified assailants lobbed a grenade, injuring eight, four of them seriously.",
        "eight: injured 8 people; four of them: injured 4 people",
    ),
    (
        "Seven of a marriage party died when a jeep fell into a 300-foot gorge.",
        "Seven of a marriage party: killed 7 people",
    ),
    ("A total of 21 Naxals surrendered in the district.", ""),
    (
        "One jawan was martyred and another injured.",
        "One jawan: killed 1 military; another: injured 1 military",
    ),
    ("Police recovered the dead bodies of two youths.", "two youths: killed 2 people"),
]
NIGERIA = [
    (
        "Bandits abducted 38 children and took away 12 women.",
        "38 children: abducted 38 civilians; 12 women: abducted 12 civilians",
    ),
    ("Gunmen took away 38 pupils from a school in Tarn.", "38 pupils: abducted 38 civilians"),
    (
        "No fewer than 16 persons lost their lives while scores sustained injuries.",
        "No fewer than 16 persons: killed 16+ people; scores: injured ? people",
    ),
    (
        "The hoodlums killed four, burnt 20 houses and made away with cattle.",
        "four: killed 4 people; 20 houses: destroyed 20 buildings",
    ),
    ("The kidnappers have freed six of the 20 worshippers they seized.", ""),
    ("Over 5,000 persons have been rendered homeless.", "Over 5,000 persons: displaced 5001+ people"),
    (
        "The attackers whisked away the traditional ruler and two of his aides.",
        "the traditional ruler: abducted 1 civilians; two of his aides: abducted 2 civilians",
    ),
    (
        "A policeman was killed while two others escaped with bullet wounds.",
        "A policeman: killed 1 police; two others: injured 2 police",
    ),
    (
        "Troops neutralised scores of terrorists and rescued 14 hostages.",
        "scores of terrorists: killed ? insurgents",
    ),
    ("About ten persons were feared dead.", "About ten persons: killed 10~ people"),
]
PHILIPPINES = [
    (
        "A soldier was killed and four others were wounded in a clash with NPA-style rebels.",
        "A soldier: killed 1 military; four others: injured 4 military",
    ),
    (
        "Two barangay watchmen were gunned down by motorcycle-riding men.",
        "Two barangay watchmen: killed 2 civilians",
    ),
    (
        "Some 1,300 families fled their homes in three villages.",
        "Some 1,300 families: displaced 1300~ civilians",
    ),
    (
        "The encounter resulted in the death of two rebels and the capture of another.",
        "two rebels: killed 2 insurgents; another: detained 1 insurgents",
    ),
    ("Three dead, 12 hurt in Tarn blast", "Three: killed 3 people; 12: injured 12 people"),
    ("A grenade blast injured at least six, mostly vendors.", "at least six: injured 6+ people"),
]
COLOMBIA = [
    (
        "Eleven guerrillas were killed in combat and six more surrendered.",
        "Eleven guerrillas: killed 11 insurgents",
    ),
    ("A mine injured a peasant and killed his mule.", "a peasant: injured 1 civilians"),
    (
        "Unidentified men murdered a union leader and his bodyguard in Orlo.",
        "a union leader: killed 1 civilians; his bodyguard: killed 1 civilians",
    ),
    ("The massacre of eight peasants has shaken the town.", "eight peasants: killed 8 civilians"),
    (
        "Five policemen were murdered, 11 were wounded, and one is missing.",
        "Five policemen: killed 5 police; 11: injured 11 police; one: missing 1 police",
    ),
    (
        "The explosion left a balance of two dead and 15 injured.",
        "a balance of two: killed 2 people; 15: injured 15 people",
    ),
    (
        "Thirteen soldiers, a lieutenant among them, died in the ambush.",
        "Thirteen soldiers: killed 13 military; a lieutenant: killed 1 military",
    ),
]
UKRAINE = [
    (
        "Russian-style drones wounded five people, including a girl born in 2011, the governor said.",
        "five people: injured 5 people; a girl: injured 1 civilians",
    ),
    ("As of 08:00 on 4 May, 17 people had been killed.", "17 people: killed 17 people"),
    (
        "The number of wounded has risen to 23, among them three rescuers.",
        "23: injured 23 people; three rescuers: injured 3 civilians",
    ),
    (
        "A 67-year-old man died and his wife was also wounded.",
        "A 67-year-old man: killed 1 people; his wife: injured 1 civilians",
    ),
    (
        "The strike damaged 14 homes, two mills and a bakery.",
        "14 homes: damaged 14 buildings; two mills: damaged 2 buildings; a bakery: damaged 1 buildings",
    ),
    (
        "Two killed, five injured in shelling of Tarn over past day",
        "Two: killed 2 people; five: injured 5 people",
    ),
    (
        "Two civilians were killed and nine more were wounded over the past 24 hours.",
        "Two civilians: killed 2 civilians; nine more: injured 9 civilians",
    ),
]
SUDAN = [
    (
        "The militia killed more than 80 villagers and burned 15 hamlets.",
        "more than 80 villagers: killed 81+ civilians; 15 hamlets: destroyed 15 other",
    ),
    (
        "Shelling of the market killed 11 traders and wounded no fewer than 30.",
        "11 traders: killed 11 civilians; no fewer than 30: injured 30+ civilians",
    ),
    (
        "An estimated 12,000 households have fled since April.",
        "An estimated 12,000 households: displaced 12000~ civilians",
    ),
    (
        "The resistance committee counted 54 dead and 158 wounded.",
        "54: killed 54 people; 158: injured 158 people",
    ),
    (
        "Two drivers were killed and three aid workers went missing.",
        "Two drivers: killed 2 civilians; three aid workers: missing 3 civilians",
    ),
    ("Hundreds have been killed or injured in the camp since May.", "Hundreds: casualties ? people"),
]
CAPS = [
    ("FOUR DEAD, 11 HURT AS BUS PLUNGES INTO RIVER", "FOUR: killed 4 people; 11: injured 11 people"),
    (
        "TWO SOLDIERS WERE KILLED AND A THIRD WAS WOUNDED NEAR TARN.",
        "TWO SOLDIERS: killed 2 military; A THIRD: injured 1 military",
    ),
    (
        "GUERRILLAS KIDNAPPED THREE ENGINEERS AND BLEW UP TWO BRIDGES.",
        "THREE ENGINEERS: abducted 3 civilians; TWO BRIDGES: destroyed 2 other",
    ),
    (
        "THE ARMY REPORTED 7 KILLED, 2 MISSING AND 15 WOUNDED.",
        "7: killed 7 people; 2: missing 2 people; 15: injured 15 people",
    ),
    (
        "POLICE ARRESTED 23 PEOPLE, FIVE OF THEM MINORS.",
        "23 PEOPLE: detained 23 people; FIVE OF THEM MINORS: detained 5 civilians",
    ),
]
ALIASES = [
    (
        "{Mat Ravi} alias {Sri} alias {Anil}, a member of two committees, was killed in an encounter.",
        "Mat Ravi alias Sri alias Anil: killed 1 civilians",
    ),
    (
        "A senior leader, identified as {Gajer Sara} a.k.a. {Azad}, was killed in an encounter with police.",
        "A senior leader: killed 1 civilians",
    ),
    (
        "Platoon commander, identified as {Suresh}, was killed in an encounter with police.",
        "Platoon commander: killed 1 military",
    ),
    (
        "A former activist of {Sal Jud}, {Rav Chai} (23), was shot dead by cadres.",
        "Rav Chai: killed 1 civilians",
    ),
    (
        "{Burra} was killed in an encounter along with seven cadres, including five women.",
        "Burra: killed 1 civilians; seven cadres: killed 7 insurgents; five women: killed 5 civilians",
    ),
    ("A commander carrying a head money of INR 50000 was killed.", "A commander: killed 1 military"),
    (
        "Party committee leader was killed in an exchange of fire.",
        "Party committee leader: killed 1 civilians",
    ),
    ("LIMA, 7 MAY 89 - DEPUTY {PABLO ORO} WAS MURDERED THIS AFTERNOON.", "PABLO ORO: killed 1 civilians"),
    (
        "Five were hurt in the blast on Monday, including two girls.",
        "Five: injured 5 people; two girls: injured 2 civilians",
    ),
]


@pytest.mark.parametrize(("marked", "expected"), ARMY)
def test_tolls_in_reads_army_communiques(marked: str, expected: str) -> None:
    assert read_tolls(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), DISASTER)
def test_tolls_in_reads_disasters(marked: str, expected: str) -> None:
    assert read_tolls(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), INDIA)
def test_tolls_in_reads_indian_reports(marked: str, expected: str) -> None:
    assert read_tolls(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), NIGERIA)
def test_tolls_in_reads_nigerian_reports(marked: str, expected: str) -> None:
    assert read_tolls(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), PHILIPPINES)
def test_tolls_in_reads_philippine_reports(marked: str, expected: str) -> None:
    assert read_tolls(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), COLOMBIA)
def test_tolls_in_reads_colombian_reports(marked: str, expected: str) -> None:
    assert read_tolls(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), UKRAINE)
def test_tolls_in_reads_ukrainian_reports(marked: str, expected: str) -> None:
    assert read_tolls(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), SUDAN)
def test_tolls_in_reads_sudanese_reports(marked: str, expected: str) -> None:
    assert read_tolls(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), CAPS)
def test_tolls_in_reads_what_is_written_in_capitals(marked: str, expected: str) -> None:
    assert read_tolls(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), ALIASES)
def test_tolls_in_reads_those_with_several_names(marked: str, expected: str) -> None:
    assert read_tolls(marked) == expected
