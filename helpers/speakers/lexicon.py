"""Word lists: titles, forenames, and nouns for people, institutions and what they issue."""

from __future__ import annotations

MALE_TITLES = frozenset(
    "mr sir lord king prince father brother baron count duke emperor monsieur señor signor herr don".split()
)
FEMALE_TITLES = frozenset(
    """mrs ms miss lady dame queen princess mother sister baroness countess duchess madam madame
    mademoiselle señora signora frau doña""".split()
)
PERSONAL = frozenset("mr mrs ms miss".split())
SUFFIXES = frozenset(
    """corp inc ltd co plc llc ag se gmbh sa group holdings limited corporation foods fisheries
    industries systems partners airlines motors stores studios sons brands energy technologies
    securities works mills farms estates hotels inns dairies breweries railways rail airways pharma
    logistics media capital ventures software robotics gears chemicals plastics textiles telecom
    insurance laboratories labs lines brewing cooperative ferries tooling shipping trading""".split()
)
TITLES = (
    frozenset(
        """dr prof professor rev reverend sen senator rep representative gov governor gen general col
        colonel capt captain lt lieutenant sgt sergeant maj major president minister chancellor premier
        judge justice pope rabbi imam sheikh ambassador secretary mayor chairman commissioner inspector
        detective constable officer deputy doctor coach nurse pastor bishop archbishop cardinal pc cllr
        councillor councilman councilwoman congressman congresswoman admiral commander corporal private
        superintendent sheriff chief director magistrate mx hon canon vicar ayatollah mullah mp mla td msp
        engr garda mzee alhaji alhaja barr shri smt adv datuk dato haji sp dsp asp insp supt det const sub-inspector
        msgr ustaz encik otunba oba coun clr cr ald comrade fr pte dcp acp vice-chancellor
        tun brig pandit maulana sardar tánaiste taoiseach hajia mallam sri headteacher cmdr cpl dcs dci
        ds dc wpc mec ceo cfo coo marshal provost trooper ranger deacon apostle evangelist prophet""".split()
    )
    | MALE_TITLES
    | FEMALE_TITLES
)
# Behind a noun for a person these are no titles: "manager Duke Ferreira".
FORENAMES_TOO = frozenset("duke king prince count earl baron".split())
PARTICLES = frozenset(
    "van von der den de del della di da dos das du la le el al bin ibn bint ter ten zu af te".split()
)
# What stands behind a name in capitals.
POSTNOMINALS = frozenset("sc qc kc mp mla td msp obe mbe cbe frs phd md mbbs jp esq msc".split())
# Shortened titles and the nouns they stand for.
TITLE_NOUNS = {
    "gen": "general",
    "sen": "senator",
    "gov": "governor",
    "rep": "representative",
    "col": "colonel",
    "capt": "captain",
    "lt": "lieutenant",
    "sgt": "sergeant",
    "prof": "professor",
    "cllr": "councillor",
    "dr": "doctor",
    "rev": "reverend",
    "justice": "judge",
    "pc": "constable",
    "const": "constable",
    "supt": "superintendent",
    "insp": "inspector",
    "det": "detective",
}
MALE_NOUNS = frozenset(
    """man boy father husband brother son uncle grandfather grandson nephew king spokesman chairman
    businessman policeman fisherman widower gentleman waiter dad monk priest fireman salesman craftsman
    groom stepfather fiancé ex-husband policemen altar-boy schoolboy congressman councilman anchorman
    postman foreman sportsman batsman lad bloke hubby grandad granddad grandpa
    great-grandfather""".split()
)
FEMALE_NOUNS = frozenset(
    """woman girl mother wife sister daughter aunt grandmother granddaughter niece queen spokeswoman
    chairwoman businesswoman policewoman widow lady waitress mom mum nun actress bride stepmother fiancée
    ex-wife schoolgirl congresswoman councilwoman heroine hostess midwife sportswoman missus gran nan
    granny grandma great-gran great-grandmother""".split()
)
KIN_NOUNS = frozenset(
    """wife husband brother sister son daughter father mother uncle aunt cousin nephew niece widow widower
    partner twin grandmother grandfather grandson granddaughter stepfather stepmother parent
    ex-wife ex-husband mum dad mom hubby missus gran grandad granddad nan""".split()
)
_PARENTS = frozenset("father mother parent dad mum mom".split())
_WEDDED, _BORN = (
    frozenset("wife husband partner widow widower".split()),
    frozenset("son daughter".split()),
)
_SIBLINGS = frozenset("brother sister twin cousin".split())
RECIPROCAL = (
    dict.fromkeys(_WEDDED, _WEDDED)
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
    supermarket retailer restaurant shop store factory mill museum theatre hotel broadcaster""".split()
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
    counsel host moderator clerk producer headmaster""".split()
)
# Of these there are several, told apart by the words before them.
OFFICE_NOUNS = frozenset("minister secretary officer director editor executive".split())
# By which other roles somebody may be called.
KINDRED_ROLES = {
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
    "diplomat": "ambassador envoy consul".split(),
    "envoy": "ambassador diplomat".split(),
}
# What offices are for: "Minister for Health", "Commissioner of Works".
BRANCHES = frozenset(
    """agriculture climate commerce communications culture defence defense education energy environment
    finance fisheries foreign government health highways home housing industry infrastructure interior
    justice labor labour lands mines opposition planning policing prosecutions public roads science sport
    staff state technology tourism trade transport treasury water women works youth""".split()
)
PARTY_NOUNS = frozenset(
    "democrat republican conservative liberal socialist tory independent".split()
)
# Names that end with these are streets', or firms' unless they begin with a forename.
STREETS = frozenset(
    """alley avenue boulevard bridge close court crescent drive gardens heath lane place quay road square
    street terrace way""".split()
)
INDUSTRIES = frozenset(
    """aerospace apparel automotive aviation bakeries beverages biosciences biotech books builders cables
    cement clinics coffee creameries cruises devices diagnostics distillers distillery drugs electric
    electronics engineering fashion fertilisers fertilizers finance footwear forge freight furniture gas
    gold grain haulage healthcare homes housing instruments investments lithium machinery meats metals
    milk minerals mining mobile networks oil orchards paper petroleum pharmacies pictures plant platinum
    poultry power press processing properties publishing realty renewables research resorts resources
    restaurants rice salmon savings scooters seeds semiconductor ships solar steel sugar tea telecoms
    terminals tiles timber tobacco tools tours toys transport trucks tyres utilities vineyards water
    wines wireless wool""".split()
)
# Names that end with these are newspapers'.
PAPERS = frozenset(
    """argus bulletin chronicle courant courier daily echo examiner gazette guardian herald independent journal ledger mail
    mercury monitor news observer post press record register review sentinel standard star sun telegraph
    times tribune""".split()
)
MORE_INSTITUTIONS = frozenset(
    """chamber trust guild partnership cooperative survey authority theatre theater hotel gallery library
    prison zoo brewery bakery foundation orchestra municipality township herald gazette tribune courier""".split()
)
# Ends of nouns for people: "stallholder", "churchgoer".
PERSONAL_ENDS = ("holder", "keeper", "worker", "goer", "owner", "maker", "dweller", "grower")
MORE_PERSONS = frozenset(
    """midfielder tenor bass barber climber walker commuter influencer streamer gamer usher carer
    frontman glaciologist au-pair co-author youngster kid lad mate gp ceo cfo coo cto mp mep mla pm vp
    installer scaffolder perfumer picketer roofer plasterer tiler fitter glazier shearer grazier forager
    vlogger podcaster blogger crofter smallholder flyhalf fullback winger prop hooker halfback shopper
    camper hiker kayaker paddler snorkeller birder angler trawlerman drover ringer trekker biker""".split()
)
COURT_NOUNS = frozenset("defendant accused suspect plaintiff victim deceased".split())
# Roles that follow from what somebody does, beside those formed with -er and -or.
DEEDS = {
    "win": ("winner", "champion", "victor"),
    "beat": ("winner", "champion", "victor"),
    "lose": ("loser",),
    "deny": ("defendant", "accused", "suspect"),
    "plead": ("defendant", "accused"),
    "sue": ("plaintiff", "claimant"),
    "write": ("writer", "author"),
    "study": ("researcher", "student"),
    "report": ("reporter",),
    "attack": ("attacker",),
    "represent": ("lawyer", "attorney", "solicitor", "barrister", "counsel", "advocate"),
    "defend": ("lawyer", "attorney", "solicitor", "barrister"),
    "prosecute": ("prosecutor",),
    "chair": ("chair", "chairman", "chairwoman", "chairperson"),
}
# What is written in somebody's name speaks for the writer, a report for itself.
ISSUED_NOUNS = frozenset(
    """statement letter e-mail email tweet post message release remark note announcement reply answer
    speech comment interview testimony verdict warning advice word words wording reaction""".split()
)
# What is investigated and written down goes by any of these: "the 58-page document".
REPORT_NOUNS = frozenset(
    """report document study paper audit memo review survey analysis assessment inquiry dossier file
    filing affidavit article account findings text release""".split()
)
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
    frozenset("club team side squad association league".split()),
    frozenset("newspaper paper daily weekly magazine journal broadcaster station network".split()),
    frozenset("university college school academy institute".split()),
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
CONTRASTS = frozenset("elder younger older other second latter".split())
# They speak for others, and stay without a name of their own.
MEDIATORS = frozenset(
    """spokesman spokeswoman spokesperson source official diplomat aide insider representative
    informant""".split()
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
    "morning afternoon evening night week month year day hour weekend today yesterday tomorrow".split()
)
