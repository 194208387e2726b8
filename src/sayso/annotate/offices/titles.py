"""Titles: the words that name an office, those that belong in front of them, and those behind."""

RANKS = frozenset(
    "adm admiral airman brig brigadier capt captain captains cmdr col colonel colonels commandant"
    " commodore corporal corporals cpl cpt ensign gen general generals lieutenant lieutenants lt ltc maj"
    " major majors marshal private pvt rear-admiral sergeant sergeants sgt spc specialist staff-sergeant"
    " sublieutenant vice-admiral".split()
)
"""Military ranks; in front of a name each is an office of its own."""

TITLES = RANKS | frozenset(
    "activist adviser advisor aide ambassador analyst archbishop attache attaché attorney ayatollah"
    " barrister bishop cameraman candidate cardinal ceo cfo chair chairman chairperson chairwoman"
    " chancellor chief cleric co-chairman co-founder co-president coach collector commander commander-"
    " in-chief commissioner congressman congresswoman constable consul consultant convener convenor coo"
    " coordinator coroner correspondent councillor councilman councilor counsel counsellor curator dean"
    " delegate deputies deputy detective director director-general dissident editor editor-in-chief emir"
    " engineer engineers envoy executive founder front-runner frontrunner governor head headmaster"
    " historian imam inspector interpreter journalist judge justice lawmaker lawyer leader lecturer"
    " legislator magistrate manager mayor mediator member merchant militant minister minister-designate"
    " ministers mla monk mp mufti negotiator newsman nominee nun officer official ombudsman organiser"
    " organizer parliamentarian partner pastor patriarch photographer physician policeman politician"
    " pope premier president priest prime-minister princess principal producer professor prosecutor"
    " psychiatrist publisher rabbi rapporteur rector rep reporter representative reps researcher rev"
    " reverend ruler sarpanch scientist secretary secretary-general sen senator senators sens sheikh"
    " sheriff speaker spokesman spokesperson spokeswoman strategist student superintendent supervisor"
    " surgeon teacher technician treasurer trustee under-secretary undersecretary vice-chairman vice-"
    " chancellor vice-president warden".split()
)
"""The last word of a title."""

BEFORE_TITLE = frozenset(
    "acting adjunct administrative advisory affairs agriculture air armed arms army art artillery"
    " assistant associate attorney aviation budget business cabinet campaign cell chief civil co"
    " commanding commercial communications communist conservative contra corporate counterterrorism"
    " crime criminal crown culture cyber de defence defense democratic deputy detective development"
    " diplomatic district division economic economy education elected elections energy environment"
    " environmental ex executive facto features federal field finance financial fire first foreign"
    " foreign-policy former fourth front-bench front-runner gang general global government group head"
    " health high home honorary hrd human humanitarian immigration incoming industry"
    " information intelligence interim"
    " interior international investigative islamic joint junior justice labor labour land late law lead"
    " leading legal lieutenant local main major managing marketing master medical military mineral"
    " mining national national-security naval new newly news oil operating operations opposition"
    " outgoing parliamentary party permanent petroleum petty planning police policy political postmaster"
    " presidency presidential press presumptive previous prime principal private program project"
    " provincial public publishing rebel regional relations religious republican research resident"
    " resources retired right rights rural school science second secretary security senior service"
    " shadow social software special sports squad staff state strategic tax technical terrorist then"
    " third top tourism trade transport transportation treasury union urban veteran vice visiting"
    " warrant water welfare women working works youth".split()
)
"""Words that belong to the title when they stand in front of its last word: "deputy defence minister"."""

DOMAINS = frozenset(
    "agriculture congress defence defense education energy finance foreign health information interior"
    " justice operations parliament planning staff state tourism trade treasury war".split()
)
"""What "of" joins to a title: "Secretary of State" is one, "mayor of Orlo" says where."""

PORTFOLIOS = frozenset("minister ministers under-secretary undersecretary".split())
"""Titles that take in whatever "of" or "for" follows: "Minister for the North"."""

STAND_ALONE = frozenset("chancellor governor minister premier president senator".split())
"""Titles that a single name in small letters may follow."""

FORMS_OF_ADDRESS = frozenset("dr hon lady miss mr mrs ms msgr prof rev sir".split())
"""Words between a title and a name that are neither."""

BODIES = frozenset(
    "academy agency air army assembly association bank battalion brigade church city command committee"
    " congress corp council court department diocese district division federation force forces front"
    " government ministry movement navy office party police province radio region senate television town"
    " treasury union university village".split()
)
"""Words in the names of bodies and places, for copy whose letters do not show where a name ends."""
