"""Word lists: nouns for people, institutions and what they issue, and words for times."""

from __future__ import annotations

MALE_NOUNS = frozenset(
    """man boy father husband brother son uncle grandfather grandson nephew king spokesman chairman
    businessman policeman fisherman widower gentleman waiter dad monk priest fireman salesman craftsman
    groom stepfather fiancé ex-husband policemen altar-boy schoolboy congressman councilman anchorman
    postman foreman sportsman batsman lad bloke fella chap hubby grandad granddad grandpa
    great-grandfather daddy papa stepson stepbrother tenor baritone""".split()
)
FEMALE_NOUNS = frozenset(
    """woman girl mother wife sister daughter aunt grandmother granddaughter niece queen spokeswoman
    chairwoman businesswoman policewoman widow lady waitress mom mum nun actress bride stepmother fiancée
    ex-wife schoolgirl congresswoman councilwoman heroine hostess midwife sportswoman missus gran nan
    granny grandma great-gran great-grandmother mam mummy mama mamma stepdaughter stepsister soprano mezzo mezzo-soprano contralto ballerina""".split()
)
KIN_NOUNS = frozenset(
    """wife husband brother sister son daughter father mother uncle aunt cousin nephew niece widow widower
    partner twin grandmother grandfather grandson granddaughter stepfather stepmother parent
    ex-wife ex-husband mum dad mom hubby missus gran grandad granddad nan mam mummy daddy mama papa
    stepson stepdaughter stepbrother stepsister""".split()
)
# As children say.
FORMAL_KIN = {
    "dad": "father",
    "mum": "mother",
    "mom": "mother",
    "gran": "grandmother",
    "nan": "grandmother",
    "grandad": "grandfather",
    "granddad": "grandfather",
}
ELDER_KIN = frozenset(
    """father mother parent dad mum mom uncle aunt grandfather grandmother gran grandad granddad nan
    stepfather stepmother mam mummy daddy mama papa""".split()
)
YOUNGER_KIN = frozenset(
    "son daughter nephew niece grandson granddaughter stepson stepdaughter".split()
)
_PARENTS = frozenset("father mother parent dad mum mom mam".split())
WEDDED = frozenset("wife husband partner widow widower".split())
_BORN = frozenset("son daughter".split())
_SIBLINGS = frozenset("brother sister twin cousin".split())
RECIPROCAL = (
    dict.fromkeys(WEDDED, WEDDED)
    | dict.fromkeys(_BORN, _PARENTS)
    | dict.fromkeys(_PARENTS, _BORN)
    | dict.fromkeys(_SIBLINGS, _SIBLINGS)
)
COUPLE_NOUNS = frozenset("couple pair duo two men women brothers sisters twins partners".split())
# A company may be called by these without having been introduced so.
COMPANY_NOUNS = frozenset(
    """company firm group business corporation manufacturer maker retailer operator developer supplier
    chain producer brand giant organisation organization start-up startup enterprise employer
    airline carrier bank lender builder utility charity foundation fund railroad railway brewery club
    supermarket retailer restaurant shop store factory mill museum theatre hotel broadcaster consultancy
    insurer wholesaler shipyard distillery winery dairy bakery publisher""".split()
)
# Of these a firm is as likely as a person.
TRADES = COMPANY_NOUNS | frozenset(
    """brewer contractor distributor exporter importer insurer landlord miner owner promoter provider
    publisher seller shipper sponsor""".split()
)
# Nouns for whom there is one of in most places: "the mayor" need not have been told before.
UNIQUE_NOUNS = frozenset(
    """mayor minister president chief chair chairman chairwoman chairperson master manager coach spokesman
    spokeswoman spokesperson director principal head captain editor priest vicar owner landlord
    prosecutor judge coroner lawyer solicitor caretaker chancellor premier governor secretary treasurer
    commissioner superintendent sheriff ambassador referee umpire organiser organizer leader boss
    attorney speaker king queen prince princess pope bishop rabbi imam warden keeper conductor founder lawyer
    counsel host moderator clerk producer headmaster magistrate""".split()
)
# Of these there are several, told apart by the words before them.
OFFICE_NOUNS = frozenset("minister secretary officer director editor executive".split())
# By which other roles somebody may be called.
KINDRED_ROLES = {
    "tory": ["conservative"],
    "lawmaker": "mp mla td msp senator representative congressman congresswoman deputy member".split(),
    "legislator": "mp mla td msp senator representative congressman congresswoman member".split(),
    "politician": "mp mla td senator representative councillor mayor minister governor".split(),
    "officer": "sergeant constable inspector superintendent detective lieutenant captain".split(),
    "detective": "inspector sergeant constable superintendent".split(),
    "boss": "executive chief manager head owner coach".split(),
    "manager": "coach boss".split(),
    "coach": "manager trainer boss".split(),
    "skipper": "captain".split(),
    "captain": "skipper".split(),
    "lawyer": "attorney solicitor barrister counsel prosecutor".split(),
    "attorney": "lawyer counsel prosecutor".split(),
    "barrister": "lawyer counsel sc kc qc".split(),
    "doctor": "surgeon physician gp paediatrician psychiatrist consultant medic".split(),
    "academic": "professor lecturer scholar historian economist".split(),
    "scholar": "professor historian lecturer".split(),
    "scientist": """biologist chemist physicist geologist ecologist zoologist botanist astronomer
        volcanologist glaciologist professor researcher""".split(),
    "researcher": """biologist chemist physicist geologist ecologist zoologist botanist astronomer
        volcanologist glaciologist professor scientist""".split(),
    "author": "novelist writer poet".split(),
    "writer": "novelist author poet journalist".split(),
    "footballer": "striker midfielder defender goalkeeper winger forward".split(),
    "musician": "singer pianist violinist cellist guitarist drummer".split(),
    "cleric": "priest vicar imam pastor rabbi bishop".split(),
    "clergyman": "priest vicar pastor bishop".split(),
    "teacher": "head headmaster headmistress headteacher".split(),
    "executive": "ceo".split(),
    "premier": "minister".split(),
    "mayor": ["incumbent"],
    "governor": ["incumbent"],
    "senator": ["incumbent"],
    "congressman": ["incumbent"],
    "congresswoman": ["incumbent"],
    "diplomat": "ambassador envoy consul".split(),
    "envoy": "ambassador diplomat".split(),
}
PARTY_NOUNS = frozenset(
    "democrat republican conservative liberal socialist tory independent".split()
)
MORE_INSTITUTIONS = frozenset(
    """chamber trust guild partnership cooperative survey authority theatre theater hotel gallery library
    prison zoo infirmary hospice brewery bakery foundation orchestra municipality township herald gazette
    tribune courier tabloid""".split()
)
# Ends of nouns for people: "stallholder", "churchgoer".
PERSONAL_ENDS = (
    "holder",
    "keeper",
    "worker",
    "goer",
    "owner",
    "maker",
    "dweller",
    "grower",
    "walker",
)
MORE_DOCUMENTS = frozenset(
    """circular logbook plaque banner inscription flyer newsletter communique communiqué readout brochure
    textbook handout advert""".split()
)
MORE_PERSONS = frozenset(
    """midfielder tenor bass barber climber walker commuter influencer streamer gamer usher carer
    frontman glaciologist au-pair co-author youngster kid lad mate bloke chap fella lass guy gp ceo cfo coo cto mp mep mla mlc msp td pm vp
    installer scaffolder perfumer picketer roofer plasterer tiler fitter glazier shearer grazier forager
    vlogger podcaster blogger crofter smallholder flyhalf fullback winger prop hooker halfback shopper
    camper hiker kayaker paddler snorkeller birder angler trawlerman drover ringer trekker biker cleaner herder""".split()
)
COURT_NOUNS = frozenset("defendant accused suspect plaintiff victim deceased".split())
# What is written in somebody's name speaks for the writer, a report for itself.
ISSUED_NOUNS = frozenset(
    """statement letter e-mail email tweet post message release remark note announcement reply answer
    speech comment interview testimony verdict warning advice word words wording reaction petition
    leaflet pamphlet flyer appeal telegram declaration""".split()
)
# What somebody says goes by these where it is told whose it is: "her verdict: “Too much salt.”"
UTTERANCES = ISSUED_NOUNS | frozenset(
    """accusation advice allegation argument assertion assessment catchphrase challenge claim complaint conclusion conviction defence defense demand
    description diagnosis excuse explanation fear forecast greeting hope instruction joke judgement judgment
    justification lesson line logic mantra memory motto offer opinion order philosophy pitch plea pledge
    prayer prediction promise question quip reason reasoning refrain regret request response retort review
    rule secret slogan suggestion summary theory thinking thought tip toast view warning wish wisdom
    worry""".split()
)
# What is investigated and written down goes by any of these: "the 58-page document".
REPORT_NOUNS = frozenset(
    """report document study paper audit memo review survey analysis assessment inquiry dossier file
    filing affidavit memorandum article account findings text release lawsuit suit complaint""".split()
)
# What is published there speaks for whose it is: "its website says".
SITE_NOUNS = frozenset("website webpage page site blog account feed".split())
SUIT_NOUNS = frozenset("lawsuit suit complaint filing action claim document".split())
DEFINITE = frozenset("the this that these those both such".split())
# Ends of nouns that are nouns for the same person: "goalkeeper", "keeper".
SHORT_NOUNS = (
    "keeper",
    "master",
    "maker",
    "player",
    "fighter",
    "writer",
    "dealer",
    "owner",
)
# Kinds of institutions whose nouns stand for one another; the first fit all.
ANY_INSTITUTION = frozenset("group organisation organization body institution".split())
INSTITUTIONS = (
    COMPANY_NOUNS,
    frozenset(
        """agency service department office authority bureau administration board commission institute
        survey regulator watchdog force inspectorate ministry centre center council""".split()
    ),
    frozenset("union alliance guild brotherhood local federation association".split()),
    frozenset("club team side squad association league franchise".split()),
    frozenset("newspaper paper daily weekly magazine journal broadcaster station network".split()),
    frozenset("university college school academy institute tank".split()),
)
# What somebody's office is for: "the county fire marshal", "the state veterinarian".
JURISDICTIONS = frozenset(
    """state county city town village borough parish district province region national federal local
    regional provincial municipal company club union party hospital""".split()
)
GENERIC_PERSONS = frozenset(
    """man woman boy girl teenager pensioner lady gentleman widow widower mother father veteran youngster
    politician athlete star player official officer expert newcomer old year-old dad mum mom gran
    grandmother grandfather great-grandmother great-grandfather""".split()
)
# They tell two people of one name apart.
CONTRASTS = frozenset(
    "elder younger older eldest youngest oldest senior junior other second latter".split()
)
# They speak for others, and stay without a name of their own.
MEDIATORS = frozenset(
    """spokesman spokeswoman spokesperson source official diplomat aide insider representative
    informant""".split()
)
# They tell what they saw of somebody else, and stay without a name as well.
ONLOOKERS = frozenset(
    """bystander colleague friend juror neighbor neighbour onlooker passer-by passerby relative resident
    visitor witness""".split()
)
NOBODY = frozenset("anybody anyone everybody everyone nobody somebody someone".split())
# With "the" or "of the" they stand for people without a noun: "a list of the missing".
NOMINAL = frozenset(
    """missing dead poor rich elderly unemployed homeless injured wounded sick disabled bereaved displaced
    deaf blind young old""".split()
)
# With "the" they stand for somebody without a noun: "the other said".
ONES = frozenset(
    "another one other first second third last elder former latter accused deceased".split()
)
CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december christmas easter ramadan""".split()
)
TIMES = CALENDAR | frozenset(
    """morning afternoon evening night week month year day hour weekend today yesterday tomorrow winter
    summer autumn decade""".split()
)
