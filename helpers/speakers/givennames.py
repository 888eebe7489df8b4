"""More forenames: of Ireland, Wales, India, Africa, the Near East, East Asia, Latin America."""

from __future__ import annotations

MORE_MALE = frozenset(
    """aamir abdelaziz abdelkader abdi abdirahman abdoulaye abdullahi abhishek abiy abubakar adebayo adekunle
    adel ademola adewale adnan agus aiden akihiko akihiro akram alasdair aled aleksi alfie aliou alioune
    alun amadeo aminu amirul amjad anan andriy antti aqib arkady arnel arshad arslan artyom arvind asad
    asanka ashwin ato aurélien ayman azlan azman azmi babacar babajide bakyt balaji bambang baptiste
    barnaby bartolomé bhavesh bassam bastien behrouz bekele benicio benigno benoît berhane bhanu bijan birgir
    bjarni bohdan bolaji bongani bounmy brahim brayden budi burak bárður caden caio callan calum carwyn
    cathal chaminda cheikh chike chima chinedu chukwuemeka ciarán cillian ciro cleve clément
    colum conall cormac corrado crisanto cyrille cédric célestin dafydd daiki danie daniyar danladi danylo
    dapo dariush dawit dedi demba denzil diarmuid didier dieudonné dinesh diogo dodong donato donncha
    dorje doudou dougal driss duarte dáithí déo eamon eamonn ebo eero efim efraín ehsan eko eleuterio
    elfed elio elis elías emrys eoghan epeli erdem erlan ettore euan evaristo ewen ezio fabien fadi fahad
    faiz faizan farai farhan farrokh farzad faustin fawad femi ferhat fermín fiachra fiifi fikri filipe
    finlay fintan firas flavio flemming florent fraser frederik fulgencio fumio félix gaetano gautam
    gaétan gaël gbenga gearóid gede gennaro gerhardus getachew gethin ghassan ghislain ghulam gideon giles
    girish girma giuliano gleb glyn gonçalo gotabaya graeme gregor grigori gruffydd grégoire gunnlaugur
    gustaf guðmundur gökhan hadi hafiz haider hakimi halldór hamidreza hamisi hammad hampus hannu
    harish haroon harri haruna hashim haukur haziq heitor helgi hemant hemi hendra hennie henning henrique
    hervé hicham hideki hideo hiroki hisashi hisham hitesh hitoshi hjalmar hossein houshang htet hugues
    husam hywel hákon héctor hüseyin iain ibrahima idrissa ieuan ifan ifeanyi ifor iftikhar ignazio ihab
    ihor ikenna ilaisa ilker ilkka imad ioane iolo iorwerth iraj irfan isagani isah isak isao ishaq
    iskandar iyad jabari jago jahangir jairo jamil jamshid jari jarmo javad jaxon jayant jayden jaydon jeb
    jejomar jens-peter jide jigme jignesh jiro joaquín joko jomar jory josaia joselito jowan joël juha
    juhani jukka julien julián junaid junichi juvénal jérôme jógvan jón kabiru kaden kagiso kairat kaito
    kaj kamau kamel kamran kapil karabo karthik kashif kasper katlego kaveh kayode kazuhiro kazuki kebede
    keiji kelechi kenichi kenta kenver kerem keshav ketut khalil khamphone kieran kieron kimani kimmo
    kipchoge kiprono kiptoo kirill kittisak kjeld kojo koray kosuke kourosh kristján kudakwashe kunle
    kusal kwaku kwesi lachlan lalit lalith lanre lapo latif lebogang levent lhakpa liaquat linus
    lisandro livio llŷr lokesh louay loïc lucho ludvig luiz lungelo luís lwazi léo macky macsen mads
    magnús maher mahesh mahinda maina majid makoto maksim malick manaaki mandla manish manouchehr marwan
    masahiro masaki masao masaru massimiliano mathieu matthieu matti matvei mauri maxence maxime mazen
    mduduzi mehran mehrdad meirion mekonnen melchor meurig micheál mickaël mikkel mingma minoru mitsuo
    mogens mohamud mohan mohannad mohit mohsen mohsin mojtaba morteza mostafa mourad moustapha mpho
    mudassar mukesh mulugeta munir munyaradzi murdo murilo murugan mustapha musyoka muthu mutua mwangi
    mykhailo mykola máximo måns mícheál nabil nadeem naing naoto naresh naseer nasir nasiru naveen nawaz
    neeraj nello nicanor nidal nii nikau nikhil nikolay nino niran nisse nitin nizar nkosana nnamdi nobuo
    noman nuhu nurlan nursultan nuwan nyoman ochieng odhiambo oisin oisín okechukwu olamide oleksiy olli
    olly olumide olusegun omkar onyango onyeka orazio oreste orhan osama osamu oskar ostap otieno oumar
    oğuz paco pancho pankaj parviz payam pejman pelle pentti pepe perran petri petro phurba piyush plácido
    poul prasert pratap prayut preben putu pádraic pádraig páll qadir qais qaiser quang rachid rafa raghav
    raghu ragnar rahim raimundo rajan rajendra rakesh ramil ramin ramzi ranil raphaël rashidi rasmus
    rattanak ratu ravindra rawiri razali rehan reijo remigio renzo rhodri rhydian riad riaz ritesh rizwan
    rodel rohan rohit ronaldo roslan rosli rostam rotimi ruairi ruairidh ruairí ruaridh rudi rufino ruslan
    rustem ruwan ryo ryota ryuichi régis rémi rémy rómulo sachin saeed sajid sajith saliou sanath sandile
    sani sanjiv sanzhar saqib sarath sarfraz satish saverio saúl sebastião sefo segun selvam semyon seppo
    serhiy serigne serkan seun severino seán seánie shabbir shafiq shahram shahrul shailesh shakil sharif
    shehu shehzad shigeru shingo shinichi shoaib shota shyam siamak siaosi sibusiso siddharth sigurður
    silvano silvestre sinan sipho sixten siyabonga sizwe siôn slamet slimane snorri sohail sohan sohrab
    sokha somchai somnath somsak sonam sophal soufiane souleymane srinivas steffan stefán stepan struan
    subhas sudesh sudhir suparman surachai surendra susumu svend sviatoslav syafiq sylvain séamus søren
    tadhg tafadzwa taha tahar tahir talal talgat tane tanko tanveer tapiwa taras tarek tarkan tarun tashi
    tatenda tatsuya taufiq tayo tebogo temitope tenzin tesfaye teshome tetsuo tevita thabang thaksin thein
    themba thiago thibault thibaut thierno thilak thulani théo timofey timurlan tinashe tiziano tolga
    tomohiro tomos tomás torkild torquil toshio trystan tshepo tsutomu tudur tullio tunde tuomas tushar
    ubaldo ubirajara uche uchenna uday ugochukwu ulysse umer umesh umut upul usman vahid valentín vannak
    varun vasyl veikko venkatesh viacheslav viliame ville vinay vishal vivek volkan vyacheslav wael wahid
    waisale waqar warrick wasim wayan wessel wichai wiremu wissam yahya yakubu yann yanto yaqub
    yared yash yashar yasin yasuhiro yasuo yavuz yazan yegor yehor yeison yemi yogesh yoichi yonas yoshio
    yosuke younes youssouf yudi yuji yunus yurii yuta yutaka yılmaz zafar zaheer zahid zaid zakaria zakhar
    zaw zeke zerihun ziad ziyad zubair zulkifli árni éamonn édouard éric étienne íñigo ólafur ömer özgür
    þorsteinn þór""".split()
)
MORE_FEMALE = frozenset(
    """aada aaliya abena abigaíl achieng adhiambo adunni adwoa aeronwy afanasia afia afshan agnès aigul ailsa
    aine ainhoa aino ainura aishah aisyah aizhan akemi aki akinyi akosua alemitu almaz alyona amaka
    amandine amani amarachi ambreen aminah aminata amna amélie anahera anahita analyn anaïs andrée anfisa
    angharad anitha anjana annaliza anne-laure anne-sophie anneke annelise annick annwen anyango aoibheann
    aoibhinn archana arezoo armelle aroha aruna asabe asami asel asenaca asmaa assumpta astou astrid-marie
    atefeh atieno atiya atsuko aurélie awa awino ayaka ayat aylin aysel ayu ayumi azar aïssatou bahareh
    basma belén benedita bethan betül beyza bhavana binta bintou birtukan bisi blaithin blandine blodwen
    bláthnaid boitumelo bolette bopha bouavanh branwen bríd brídín bukola bushra busisiwe bénédicte
    bérénice büşra caoimhe capucine carys catrin catriona ceren ceri cerian cerys chabela chamari
    chandrika chanthou charlène charulatha chebet chepkoech cherono chie chiharu chika chikako chinwe
    chinyere chipo choden claudete cliona clodagh clémentine clíona conceição concepta coumba cristeta
    cristiane cátia cécile céleste célia dalal damilola damla darya dearbhla dechen deepika defne delyth
    demelza demet derya dieynaba dilek dilrukshi dilys dinara dineo divya doaa dolma débora eabha ebele
    ebru ece eduarda edurne eeva efua eija eiko eimear eir eirlys eleri elham eliane elisângela elizaveta
    ellinor elmarie elowen eluned elçin eman emel emer emi encarnación endah eri eriko esin eugénie evrim
    fabienne fareeda farida farideh farnaz farzana fauzia fenella fereshteh fidan fidelma figen fikirte
    filiz firouzeh fitri flávia folake folasade forough frøydis fulya funke fátima gaenor galya gamze
    gayatri gaynor gaëlle geeta geetha gerd ghazala gizem glenys gobnait golnaz grainne graça gráinne
    gulmira gulnaz gulsara gunhild gunilla gunvor guðný guðrún gwenllian gönül gül gülay gülseren gülsüm
    hadeel hafsa hajra haleh halima halimah hanako hanan hande hanin haruka haruko hasnah hauwa hedvig
    heledd helmi hema hidayah hildur hilkka hinemoa hitomi hiwot hjørdis hnin homa huda humaira héloïse
    hélène hülya ifeoma iffat ijeoma ikuko ilisapeci inas inci indah indu ingebjørg ingibjörg ingunn
    inkeri inmaculada inna inès inês ipek iracema iram irja ishbel itumeleng itziar ivone iyabo izzati
    jacira jale jaleh janaína janne jaya jayanthi jelagat jepkosgei jihan jilly jimena jocelyne jordyn
    jorunn josiane joëlle jummai jussara jyoti kadiatou kaede kaisa kaja kalpana kamini kanako kanya kaori
    kartika katayoun kath katri katrín kausar kavitha kavya kayoko kehinde kelebogile kerensa khady
    khalida khin khulood kirsi kirsty kjersti komal kristín ksenia kseniya kulsoom kumiko kumudu kunthea
    kusum ladan ladi laetitia laleh lalitha lamis lata latifah lavanya layal leela leen lerato lestari
    lesya letícia ligaya liisa liliane liliya lindiwe litia liubov liwayway lleucu llinos losalini loveday
    lowenna lowri lubna luiza lujain luningning luzia luzmila luzviminda luísa lydie lykke lyubov lyudmila
    léa léonie lígia lúcia mabli machiko madalena madhavi mahin mahnaz mahsa maiko maimuna mairead maisa
    maite majida makayla makiko malathi malene malini maly mami mamta manal manami manar manisha manju
    manon maram marama margaux maricar maricel marie-claire marites marivic marja-leena marjut marte marwa
    maryna maryse marzieh mastura mathea maysoon mayumi maëlle maísa meaza meenakshi megumi mehnaz mehreen
    meinir mele melek meltem menna meral mereana mererid merve meseret mhairi michèle midori miho mikiko
    minako mireia misaki miyuki mmabatho modupe mohini mojgan morenike morven morwenna mridula muireann
    mukaddes mumbi munazza muthoni mutsumi mwanaisha myfanwy mylène máire máiréad méabh mélissa müge
    nadiya nadège nafissatou naheed nahid najat najma najwa namrata nanako nandini nargis naseem nasreen
    nasrin nastya nataliya natsuko natsumi natália naz nazgul nazia nazlı nazma ndeye nduta neelam neeta
    negar nergis nermin nerys neslihan nesreen nessa netta neusa ngaio ngaire nighat nihal nilar nilgün
    nilmini niloufar ningsih nirmala nisreen njoki nkechi nkem nneka nobuhle nokuthula nollaig nomathemba
    nombulelo nomsa nooshin norhayati nour noémia noémie nuha nurcan nurten nurul nusrat nyambura nyasha
    nélida nóra obiageli océane oddny odete ogechi ohnmar oighrig olha olwen olívia omolara onyinye oonagh
    orlaith oumou padmini palesa pallavi parvaneh pascale patrícia pegah pelin pema petula peyton phally
    philippa pirjo pirkko poonam prabha pranee preeti prerna purificación pushpa pushpam puspita putri
    päivi pınar qurat rabab rabi rabia radha rafia raghad raghda ragna ragnheiður ragnhild rahila rahima
    raija raimunda rajni rakiya ramatoulaye rasha rashmi ratih ratna rawan reem refilwe rehema reidun
    rekha renu renée retno revathi rhian riana rie rieko riikka riitta rika riko rini ritsuko ritva rohana
    rokeya rokhaya rola ronke roopa roselyne rosine rosmah rosnah rosângela roya ruba rubina rudo rukhsana
    rukhsar rula rute rutendo ruvimbo ryoko régine róisín rüya saadet sadhana sadhbh sadia safia sahar
    saija saima saira salmah salote salwa samah samar samina sanae sandrine sandya sangeeta sapna sarala
    saroja satomi satu saule savita sawsan sayaka sayuri sedef seeta selam selvi sema semra senait seonaid
    serap serpil setareh sevda sevgi sevil sevim sevinç seyma shabana shagufta shahla shahnaz shaima
    shaista shakuntala shalini shanthi sharada sharmila shatha shazia shereen shilpa shizuka shobha
    shohreh shoko shokoufeh shreya shruti sidra sidsel sigríður silvina simin simisola sindiswa sinéad
    siobhán sioned siri siriporn sirkka sisko sissel siti siân skylar smita sneha sobia sofía soheila
    sokhna solbritt solfrid solène somjai sonal songül sophea sorcha sorour sowmya sreyneang steph
    stéphanie suad sudha suha suhair sujata sulastri sulochana sumaira suman sumitra sunanda sunisa
    supaporn suparmi suraya sushma suwanna suzuko svitlana swati synnøve ségolène séverine síle sónia
    sônia tahani tahereh tahira taiwo talatu tamami tamila tamsin tanvi taraneh tariro taslima tasneem
    tatiane tegen tegwen teresinha terhi tesni thandi thaís thida thilini thiri thérèse tigist tilly
    tirunesh titik titilayo tomoe torill torunn tsehay tshegofatso tsitsi tuija turid tuti tuula tuva
    tuğba tânia tülay tülin uju ulla-maija unni urmila uzma valentyna valeriya valquíria valérie vandana
    vanitha varvara vasudha vasundhara verónica vidya vigdis vimala vimbai viridiana viv viviane vuokko
    véronique wafaa wahyuni wairimu waithera walaa wambui wangui wanida wanjiku wati wenche whetu widad
    worknesh yamileth yamin yamini yangchen yanti yara yaroslava yasemin yashoda yasmeen yeshi yeukai
    yewande yogeswari yui yuka yukari yuli yulia yumi yupin yusra yıldız zaharah zahida zaleha zanele
    zarina zawadi zehra zeina zeliha zewditu zhaleh zhanna zilda zinhle zodwa zohreh zoya zubaida zulai
    zélia áine ángela çiğdem éabha édith éilis éliane élisabeth éloïse émilie évelyne órla özge özlem úna
    úrsula ülkü þóra þórunn şule""".split()
)
