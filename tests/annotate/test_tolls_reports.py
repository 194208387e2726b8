"""Tolls of invented reports: what hospitals, police and crime desks tell, and how it is said anywhere."""

import pytest

from tests.annotate.tolls_read import read_tolls

HOSPITAL = [
    (
        "Three people were wounded, two critically, the hospital said.",
        "Three people: injured 3 people; two: injured 2 people",
    ),
    (
        "Three wounded, two of them critically, were brought in overnight.",
        "Three: injured 3 people; two of them: injured 2 people",
    ),
    ("The wounded included two children.", "two children: injured 2 civilians"),
    (
        "Among the injured were a nurse and two ward boys.",
        "a nurse: injured 1 civilians; two ward boys: injured 2 people",
    ),
    (
        "Orlo General Hospital received 17 wounded, including four children.",
        "17: injured 17 people; four children: injured 4 civilians",
    ),
    ("The hospital treated 40 people for burns and discharged 12 of them.", "40 people: injured 40 people"),
    ("Five patients remain in critical condition.", "Five patients: injured 5 civilians"),
    (
        "Two men arrived with gunshot wounds, one of whom later died.",
        "Two men: casualties 2 people; one of whom: killed 1 people",
    ),
    (
        "Doctors at the clinic pronounced three of the passengers dead on arrival.",
        "three of the passengers: killed 3 civilians",
    ),
    ("The bodies of 11 miners were brought to the morgue.", "11 miners: killed 11 civilians"),
    ("The morgue had received nine bodies by midnight.", "nine bodies: killed 9 people"),
    ("Hospitals in Tarn took in more than 200 injured.", "more than 200: injured 201+ people"),
    (
        "A six-year-old boy and his mother, 31, are in intensive care.",
        "A six-year-old boy: injured 1 people; his mother: injured 1 civilians",
    ),
    (
        "One of the victims, a 54-year-old man, succumbed to his injuries on Sunday.",
        "One of the victims: killed 1 people",
    ),
    ("Surgeons operated on eight wounded fighters.", "eight wounded fighters: injured 8 insurgents"),
    ("Forty-two people were admitted with breathing problems after the gas leak.", ""),
    ("He was the third patient to die since the blast.", ""),
    ("About 70 % of those treated had burns.", ""),
]
POLICE = [
    ("A 9 mm pistol and 30 rounds were found near the two dead men.", "two dead men: killed 2 people"),
    ("Officers found a man, 34, dead 300 metres from the road at 23:40.", "a man: killed 1 people"),
    ("Two suspects fled; neither was hurt.", "neither: injured 0 people"),
    (
        "The driver and his passenger were killed.",
        "The driver: killed 1 civilians; his passenger: killed 1 civilians",
    ),
    (
        "A shopkeeper was stabbed; his wife was also hit by the blade and hurt.",
        "A shopkeeper: injured 1 civilians; his wife: injured 1 civilians",
    ),
    (
        "A car hit a wall, killing a woman and her two sons.",
        "a woman: killed 1 civilians; two sons: killed 2 civilians",
    ),
    ("No one was injured in the shooting.", "No one: injured 0 people"),
    ("There were no casualties, the police said.", "no casualties: casualties 0 people"),
    (
        "Police reported no injuries and arrested four youths.",
        "no injuries: injured 0 people; four youths: detained 4 people",
    ),
    (
        "Gunmen opened fire from a .38-calibre revolver, wounding another four.",
        "another four: injured 4 people",
    ),
    (
        "Seven people were arrested, among them a former mayor.",
        "Seven people: detained 7 people; a former mayor: detained 1 civilians",
    ),
    ("Shots were fired at 2 a.m. and a guard was hit in the thigh.", "a guard: injured 1 civilians"),
    ("Of the four people shot, one has died.", "four people: casualties 4 people; one: killed 1 people"),
    ("A man in his 40s was shot six times and died at the scene.", "A man: killed 1 people"),
    ("A 17-year-old was shot in the back.", "A 17-year-old: injured 1 people"),
    ("The boy, 12, was struck by a stray bullet. Nobody else was hurt.", "The boy: injured 1 people"),
    ("The suspect then turned the gun on himself.", "The suspect: injured 1 people"),
    ("He faces 25 years for the murder of two bank clerks in 2009.", "two bank clerks: killed 2 civilians"),
    (
        "Three men and a woman were shot at a bar, and two of the men died.",
        "Three men: casualties 3 people; a woman: injured 1 civilians; two of the men: killed 2 people",
    ),
    ("Both victims were pronounced dead at the scene.", "Both victims: killed 2 people"),
    ("Two brothers were shot, one fatally.", "Two brothers: casualties 2 civilians; one: killed 1 civilians"),
    (
        "One person is dead and three others are injured after a shooting in Tarn.",
        "One person: killed 1 people; three others: injured 3 people",
    ),
    ("Police are searching for four armed men.", ""),
    ("Detectives took 15 statements and seized 3 vehicles.", ""),
]
CRIME_DESK = [
    (
        "Two people were shot at a bar in Tarn, one of them fatally.",
        "Two people: casualties 2 people; one of them: killed 1 people",
    ),
    (
        "The 16-year-old boy who was shot was pronounced dead at the scene.",
        "The 16-year-old boy: killed 1 people",
    ),
    (
        "Deputies found a man with a gunshot wound. He was flown to a clinic, where he was pronounced dead.",
        "a man: killed 1 people",
    ),
    (
        "{Rem Tov} was found dead at home. His son, {Ado Tov}, 8, was also found wounded.",
        "Rem Tov: killed 1 civilians; Ado Tov: injured 1 civilians",
    ),
    (
        "A 16-year-old boy said he was cleaning a rifle when he shot himself in the foot.",
        "A 16-year-old boy: injured 1 people",
    ),
    (
        "Police received a call from a boy who said he had shot himself in the left hand.",
        "a boy: injured 1 people",
    ),
    (
        "The bullet hit a car, then ricocheted and hit the back seat passenger.",
        "a car: damaged 1 vehicles; the back seat passenger: injured 1 civilians",
    ),
    ("Father of 3 fatally shot outside a store", "Father of 3: killed 1 civilians"),
    (
        "A man killed his wife and two children before shooting himself.",
        "A man: injured 1 people; his wife: killed 1 civilians; two children: killed 2 civilians",
    ),
    (
        "A man shot and killed two clerks. The gunman was later shot dead by police.",
        "two clerks: killed 2 civilians; The gunman: killed 1 insurgents",
    ),
    (
        "A child was rescued after his mother and grandmother were shot and killed.",
        "his mother: killed 1 civilians; grandmother: killed 1 civilians",
    ),
    ("Paramedics took the four people to a hospital.", "four people: injured 4 people"),
    ("Any time one of our students is hurt it has a huge impact.", ""),
    ("If two people are killed, the law applies.", ""),
    ("His grandmother found the woman shot and called 911.", "the woman: injured 1 civilians"),
    ("{Ana Oro} and {Rem Tov} were killed.", "Ana Oro: killed 1 civilians; Rem Tov: killed 1 civilians"),
    (
        "The mother, 32-year-old {Ana Oro}, and 7-year-old {Rem Oro} were pronounced dead at the scene.",
        "Ana Oro: killed 1 civilians; Rem Oro: killed 1 civilians",
    ),
    (
        "10-year-old {Rem Oro} was flown to Tarn Hospital where he died a short time later.",
        "Rem Oro: killed 1 civilians",
    ),
    (
        "The coroner told 14 News, 73-year-old {Ana Oro} died when her gun discharged.",
        "Ana Oro: killed 1 civilians",
    ),
    (
        "Four people are recovering tonight after being shot overnight at a night club.",
        "Four people: injured 4 people",
    ),
    (
        "A mother and daughter were shot near a market.",
        "A mother: injured 1 civilians; daughter: injured 1 civilians",
    ),
    ("A guard was hit in the chest. We were told he died at the scene.", "A guard: killed 1 civilians"),
    ("{Bro} said {Dan} was with his father when he was shot in the face.", "Dan: injured 1 civilians"),
    (
        "Medics took him to a clinic, where he was pronounced dead. The victim was hit twice in the leg.",
        "The victim: killed 1 people",
    ),
    ("Robbers pistol-whipped two cashiers.", "two cashiers: injured 2 civilians"),
    ("The shots were fatally striking {Rem Tov} in the head.", "Rem Tov: killed 1 civilians"),
    ("“My friend was shot,” {Oro} told the police.", "My friend: injured 1 people"),
    ("A search warrant was executed at his house.", ""),
    ("{Ana Oro}, who was shot in the back of her head, died in hospital.", "Ana Oro: killed 1 civilians"),
    ("Mother and daughter shot in Tarn", "Mother: injured 1 civilians; daughter: injured 1 civilians"),
    ("Policeman killed in Orlo", "Policeman: killed 1 police"),
    ("A fight broke out and two men were hit.", "two men: injured 2 people"),
]
GENERAL = [
    (
        "Five people including a child were wounded.",
        "Five people: injured 5 people; a child: injured 1 civilians",
    ),
    (
        "The bomb killed two guards, wounding another four.",
        "two guards: killed 2 civilians; another four: injured 4 civilians",
    ),
    ("The raid left dozens hurt.", "dozens: injured ? people"),
    (
        "Police said one guard was shot dead. The guard was killed at the gate.",
        "one guard: killed 1 civilians",
    ),
    (
        "The shell hit a house, leaving a couple and their baby dead.",
        "a house: damaged 1 buildings; a couple: killed 2 people; their baby: killed 1 civilians",
    ),
    ("Ten people were kidnapped; half of them have been freed.", "Ten people: abducted 10 people"),
    ("There were 30 people in the hall and none of them was hurt.", "none of them: injured 0 people"),
    ("The blast wounded four people, none of them seriously.", "four people: injured 4 people"),
    (
        "The mayor, {Ana Oro}, escaped unhurt but two of her guards were killed.",
        "two of her guards: killed 2 civilians",
    ),
    (
        "{Rem Tov}, a teacher, was killed along with his two daughters.",
        "Rem Tov: killed 1 civilians; two daughters: killed 2 civilians",
    ),
    ("Neither the pilot nor the passengers were injured.", ""),
    ("In the attack of 12 June 1991, 30 people died.", "30 people: killed 30 people"),
    ("At least 300 people have died in the conflict since 2015.", "At least 300 people: killed 300+ people"),
    ("One in ten of the 4,000 inhabitants has fled.", ""),
    ("Prices rose 14 percent and 3,000 workers lost their jobs.", ""),
    ("The court sentenced two men to death.", ""),
    ("Two men accused of killing a priest were released.", "a priest: killed 1 civilians"),
    ("The militants threatened to kill the three hostages.", ""),
    (
        "The group holds 11 hostages, among them two foreigners.",
        "11 hostages: abducted 11 people; two foreigners: abducted 2 civilians",
    ),
    ("The group is holding two nuns captive.", "two nuns: abducted 2 civilians"),
    ("The fighting has driven 40,000 people from their homes.", "40,000 people: displaced 40000 people"),
    (
        "A mob set fire to two buses and three shops.",
        "two buses: damaged 2 vehicles; three shops: damaged 3 buildings",
    ),
    (
        "Six of the nine crew members drowned; three were rescued.",
        "Six of the nine crew members: killed 6 people",
    ),
    (
        "Neighbours said a man killed his wife, their two children and then himself.",
        "a man: killed 1 people; his wife: killed 1 civilians; two children: killed 2 civilians",
    ),
    (
        "Two more bodies were found on Sunday, raising the number of dead to nine.",
        "Two more bodies: killed 2 people; nine: killed 9 people",
    ),
    ("It was not clear whether anyone had been hurt.", ""),
    ("Four of the attackers were also killed.", "Four of the attackers: killed 4 insurgents"),
    ("The clash claimed the lives of three farmers.", "three farmers: killed 3 civilians"),
    (
        "The attack cost the lives of a sergeant and two privates.",
        "a sergeant: killed 1 military; two privates: killed 2 military",
    ),
    ("A strike on a 4x4 killed its three occupants.", "three occupants: killed 3 people"),
    (
        "A gunman fired at four men in Orlo. They were all shot in the foot.",
        "four men: injured 4 people",
    ),
    ("A clerk met two farmers at the mill. A guard was there. They were killed.", ""),
    ("The raid hurt nobody. It broke my heart and he hurt his leg.", "nobody: injured 0 people"),
    (
        "{Rem Oro} opened fire at a depot and killed himself.",
        "Rem Oro: killed 1 civilians",
    ),
    (
        "Sheriff {Rem Oro} said a boy found the rifle and shot himself.",
        "a boy: injured 1 people",
    ),
    (
        "A girl died, according to Sheriff {Rem Oro}, after a boy shot her in the chest.",
        "A girl: killed 1 civilians",
    ),
    (
        "Three dockers were found dead in a shed. Police said that {Ilo Tarn} was shot twice.",
        "Three dockers: killed 3 people",
    ),
    (
        "Five people were shot at a fair in Orlo. Another man was found dead in a car.",
        "Five people: injured 5 people; Another man: killed 1 people",
    ),
    (
        "Six people were shot in Orlo and one person died in a fire.",
        "Six people: injured 6 people; one person: killed 1 people",
    ),
]


@pytest.mark.parametrize(("marked", "expected"), HOSPITAL)
def test_tolls_in_reads_what_hospitals_tell(marked: str, expected: str) -> None:
    assert read_tolls(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), POLICE)
def test_tolls_in_reads_police_logs(marked: str, expected: str) -> None:
    assert read_tolls(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), CRIME_DESK)
def test_tolls_in_reads_a_crime_desk(marked: str, expected: str) -> None:
    assert read_tolls(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), GENERAL)
def test_tolls_in_reads_what_any_report_may_say(marked: str, expected: str) -> None:
    assert read_tolls(marked) == expected
