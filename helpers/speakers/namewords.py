"""Word lists for names: titles, particles, and how those of firms, streets and papers end."""

from __future__ import annotations

MALE_TITLES = frozenset(
    """mr sir lord king prince father brother baron count duke emperor monsieur señor signor herr don shri
    alhaji alderman assemblyman""".split()
)
FEMALE_TITLES = frozenset(
    """mrs ms miss lady dame queen princess mother sister baroness countess duchess madam datin puan madame
    mademoiselle señora signora frau doña mdm mme mlle smt daw ibu alderwoman assemblywoman hajia""".split()
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
        ds dc wpc mec ceo cfo coo marshal provost trooper ranger deacon apostle evangelist prophet emeritus
        emerita mdm seri cde sr spc ofc cst atty dist asst ratu kgosi ibu daw sarpanch tahsildar naib lcpl
        councilmember assemblymember assemblyman assemblywoman alderman alderwoman selectman hajji cikgu ustazah
        mme mlle cdr brigadier grandmaster monsignor""".split()
    )
    | MALE_TITLES
    | FEMALE_TITLES
)
# Behind a noun for a person these are no titles: "manager Duke Ferreira".
FORENAMES_TOO = frozenset("duke king prince count earl baron".split())
# Nor are these before one word and an age: "Justice Okoro, 24".
GIVEN_TITLES = FORENAMES_TOO | frozenset(
    "justice major judge bishop princess dean marshal deacon pope queen lady deputy".split()
)
PARTICLES = frozenset(
    """van von der den de del della di da do dos das du la las le los el al bin binti binte ibn bint bte ter ten zu
    zum zur vom af te dal dalla degli dello ní nic uí ua""".split()
)
# These marks tell father and son apart: "Ann Lee Sr", "Lee junior".
SENIORS = frozenset("sr snr senior père".split())
JUNIORS = frozenset("jr jnr junior fils ii iii iv".split())
# Names of these go on with what they are about ("on Human Rights") or where they sit ("in Lima").
BODIES = frozenset(
    """campaign caucus centre center coalition commission committee conference convention council
    directorate forum foundation institute office panel""".split()
)
MISSIONS = frozenset("consulate delegation embassy legation mission".split())
# What stands behind a name in capitals.
POSTNOMINALS = frozenset(
    "sc qc kc mp mla mep mlc td msp ms obe mbe cbe kbe dbe frs phd md mbbs frcp jp esq msc rn cpa".split()
)
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


def split_generation(words: list[str]) -> tuple[list[str], str]:
    """Return a name without the mark that tells father and son apart, and which of them it means.

    >>> split_generation(["Bo", "Lee", "Jr."]), split_generation(["Lee", "senior"])
    ((['Bo', 'Lee'], 'younger'), (['Lee'], 'elder'))
    """
    if len(words) < 2:
        return words, ""
    last = words[-1].lower().strip(".")
    mark = "elder" if last in SENIORS else "younger" if last in JUNIORS else ""
    return (words[:-1] if mark else words), mark


# What offices are for: "Minister for Health", "Commissioner of Works".
BRANCHES = frozenset(
    """agriculture climate commerce communications culture defence defense education energy environment
    finance fisheries foreign government health highways home housing industry infrastructure interior
    justice labor labour lands mines opposition planning policing prosecutions public roads science sport
    staff state technology tourism trade transport treasury water women works youth""".split()
)
# Names that end with these are streets', or firms' unless they begin with a forename.
STREETS = frozenset(
    """alley avenue boulevard bridge close court crescent drive gardens heath lane place quay road square
    street terrace way""".split()
)
SITES = frozenset(
    """airport bay beach creek falls field fields heights hill hills island islands junction lake mountain
    park pier point port ridge river rock springs station valley village wharf""".split()
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
FIRM_ENDS = SUFFIXES | INDUSTRIES
# Names of institutions in other languages begin with these: "Folha do Planalto", "Banco de la Sierra".
FOREIGN_BODIES = frozenset(
    """alianza aliança alliance asociación association associação associazione banca banco banque cámara câmara
    colegio colégio collectif comité comisión comissão comitato confederación confederação conseil consejo
    conselho corriere correio courrier cruz croix diario diário diocese empresa escola escuela estado
    facultad federación federação fédération folha fondation fondazione frente front fundación fundação gazeta
    gazette gazzetta giornale grupo groupe gruppo hospital hôpital iglesia igreja instituto institut istituto
    jornal junta liga ligue marina ministerio ministério ministère mouvement movimento movimiento museo museu
    noticias ospedale parti partido partito policía polícia prensa presse radio rádio red rede
    secretaría secretaria sindicato syndicat sociedad sociedade société teatro théâtre tribuna tribunal
    união unión union universidad universidade universita università université voix voz""".split()
)
# Where messages are posted.
PLATFORMS = frozenset(
    """bluesky facebook instagram linkedin mastodon reddit snapchat substack telegram threads tiktok twitter
    viber wechat weibo whatsapp youtube""".split()
)
# In other languages these join a name to what it is about.
FOREIGN_JOINTS = frozenset(
    "de do da dos das del della dello dei degli du des d' di la las los el le les".split()
)
# Bodies named so have "for" or "of" behind them: "Front for the Renewal of Kivu".
MORE_BODIES = frozenset("front friends campaign sons daughters mothers order house".split())
# Names that end with these are newspapers'.
PAPERS = frozenset(
    """argus bulletin chronicle courant courier daily echo examiner gazette guardian herald independent journal ledger mail
    mercury monitor news observer post press record register review sentinel standard star sun telegraph
    times tribune""".split()
)
# They decide between others, and are none of those.
ARBITERS = frozenset("coroner judge magistrate referee sheriff umpire".split())
# What stands in brackets behind the name of a politician.
PARTIES = {
    "con": "conservative",
    "d": "democrat",
    "dem": "democrat",
    "grn": "green",
    "ind": "independent",
    "lab": "labour",
    "ld": "liberal",
    "lib": "liberal",
    "r": "republican",
    "rep": "republican",
}
# Titles that say the same as a description.
TITLED = {
    "dr": "anaesthetist consultant doctor medic paediatrician physician psychiatrist surgeon vet".split(),
    "rev": "clergyman minister pastor priest rector vicar".split(),
    "fr": "clergyman priest".split(),
    "judge": ["judge"],
    "justice": ["judge"],
    "sheikh": "cleric imam preacher".split(),
}
