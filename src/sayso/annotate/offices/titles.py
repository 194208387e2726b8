"""Titles: the words that name an office, those that belong in front of them, and those behind."""

RANKS = frozenset(
    "adm admiral airman brig brigadier capt captain captains cmdr col colonel colonels commandant"
    " commodore corporal corporals cpl cpt ensign gen general generals lance lieutenant lieutenants lt ltc"
    " maj major majors marshal private pvt rear-admiral sergeant sergeants sgt spc specialist staff-sergeant"
    " sublieutenant vice-admiral".split()
)
"""Military ranks; in front of a name each is an office of its own."""

TITLES = RANKS | frozenset(
    "activist adviser advisor advocate aide ambassador analyst archbishop attache attaché attorney"
    " ayatollah barrister bishop boss cameraman candidate cardinal ceo cfo chair chairman chairperson"
    " chairwoman chancellor chief chieftain cleric co-chairman co-founder co-president coach collector"
    " commander commander-in-chief commissioner congressman congresswoman constable consul consultant"
    " convener convenor coo coordinator coroner correspondent councillor councilman councilor counsel"
    " counsellor curator dean delegate deputies deputy detective dictator director director-general"
    " dissident doctor editor editor-in-chief elder emir engineer engineers envoy executive founder"
    " front-runner frontrunner gov governor head headmaster historian imam inspector interpreter"
    " journalist judge justice king lawmaker lawmakers lawyer leader lecturer legislator magistrate"
    " manager mayor mediator medic member merchant militant minister minister-designate ministers mla"
    " monarch monk mp mufti negotiator newsman nominee nun nurse officer official ombudsman organiser"
    " organizer paramedic parliamentarian partner pastor patriarch photographer physician policeman"
    " politician pope prefect premier president priest prime-minister prince princess principal producer"
    " professor prosecutor prosecutors psychiatrist publisher queen rabbi rapporteur rector rep reporter"
    " representative reps researcher rev reverend ruler sarpanch scientist secretary secretary-general sen"
    " senator senators sens sheikh sheriff speaker spokesman spokesperson spokeswoman strategist student"
    " sub-inspector sub-prefect sultan superintendent supervisor surgeon teacher technician treasurer"
    " trustee under-secretary undersecretary vice-chairman vice-chancellor vice-president warden warlord"
    " whip".split()
)
"""The last word of a title."""

CIVIL_GENERALS = frozenset(
    "adjutant advocate attorney auditor commissioner comptroller consul controller director governor"
    " inspector postmaster procurator prosecutor quartermaster registrar secretary solicitor superintendent"
    " surgeon under-secretary undersecretary vicar".split()
)
"""Whoever has the word "general" behind one of these commands no troops."""

POLICE_RANKS = frozenset("adig asi asp dcp dig dpo dsp dysp igp psi rpo sdpo sho sp ssp".split())
"""Police ranks that are written as acronyms, which small letters make other words of."""

BEFORE_TITLE = frozenset(
    "acting additional adjunct administrative advanced advisory affairs agriculture air airborne armed"
    " arms army art artillery assistant associate attorney aviation border budget business cabinet"
    " campaign caretaker cell chief civil co coast commanding commercial communications communist"
    " community conservative contra corporate counterterrorism country county crime criminal crown culture"
    " customs cyber de defence defense democratic deposed deputy detective development diplomatic"
    " disgraced district division divisional economic economy education elected elections energy"
    " environment environmental ex executive exiled facto features federal field finance financial fire"
    " first foreign foreign-policy former fourth front-bench front-runner gang general global government"
    " ground group head health high home honorary house hrd human humanitarian immigration incoming"
    " industry infantry information intelligence interim interior international investigative islamic"
    " jailed joint junior justice labor labour land late law lead leading legal lieutenant local main"
    " major majority managing marketing master medical military mineral mining minority mobile national"
    " national-security naval new newly news oil operating operations opposition ousted outgoing paramount"
    " parliamentary party permanent petroleum petty planning police policy political postmaster presidency"
    " presidential press presumptive previous primary prime principal prison private program project"
    " provincial provisional public publishing rebel regional relations religious republican research"
    " resident resources retired right rights rural school science second secondary secretary security"
    " self-proclaimed senior separatist service shadow social software special spiritual sports squad"
    " staff state station strategic sub sub-divisional supreme tax technical terrorist then third top"
    " tourism trade traditional traffic transitional transport transportation treasury tribal union urban"
    " veteran vice village visiting warrant water welfare women working works youth".split()
)
"""Words that belong to the title when they stand in front of its last word: "deputy defence minister"."""

DOMAINS = frozenset(
    "agriculture congress defence defense education energy finance foreign health information"
    " interior justice operations parliament planning police prosecutions secretary-general staff"
    " state tourism trade treasury war".split()
)
"""What "of" joins to a title: "Secretary of State" is one, "mayor of Orlo" says where."""

PORTFOLIOS = frozenset("minister ministers under-secretary undersecretary".split())
"""Titles that take in whatever "of" or "for" follows: "Minister for the North"."""

STAND_ALONE = frozenset("chancellor governor minister premier president senator".split())
"""Titles that a single name in small letters may follow."""

FORMS_OF_ADDRESS = frozenset("dr hon lady miss mr mrs ms msgr prof rev sir".split())
"""Words between a title and a name that are neither."""

BODIES = frozenset(
    "academy administration agency air alliance army assembly association authority bank battalion"
    " branch brigade bureau cabinet camp campaign center centre chamber church city clinic club"
    " coalition command commission committee congress corp council court crescent cross department"
    " diocese directorate district division embassy faction federation force forces front fund"
    " government group guard guards hospital institute junta militia ministry mission movement navy"
    " network office organisation organization parliament party police prison province radio regiment"
    " region school section senate service services society squad state station television town"
    " treasury union unit university village wing".split()
)
"""Words in the names of bodies and places, for copy whose letters do not show where a name ends."""

_TIED = TITLES | frozenset("co deputy designate elect ex general sub under vice".split())
"""What hyphens tie to one title: "ex-minister", "Vice-President-elect"."""


def is_title(word: str) -> bool:
    """Whether a word in lower case is the last one of a title, or one of its forms with a hyphen."""
    parts = word.split("-")
    return word in TITLES or (not TITLES.isdisjoint(parts) and _TIED.issuperset(parts))


def is_rank(word: str) -> bool:
    """Whether a word in lower case is a military rank: "maj-gen"."""
    return word in RANKS or ("-" in word and RANKS.issuperset(word.split("-")))
