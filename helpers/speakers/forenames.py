"""Forenames of many countries that the carried name lists lack or give to both sexes."""

from __future__ import annotations

MALE_FORENAMES = frozenset(
    """aaron aart abbas abdul abdullah abel abram achim adam adrian agustin ahmad ahmet aidan akash
    akira aksel alain alastair albert albrecht aleksandar aleksander aleksandr aleksei alessandro
    alex alexander alexei alfonso alfredo alhaji ali alistair alonso amadou amir amit anatoly anders
    andre andreas andrei andrej andrew andrzej andré andrés angus anil ansel anselm anthonis anthony
    antoine anton antonio anwar archie arif aristide arjun armand armando arnaud arne artem arthur
    arturo arvid ashok ashraf asif askar atsushi attila aurel aurelio axel ayodele aziz babak
    babatunde baltasar balázs barack bart bartosz bashar bashir bastian benedikt benoit bernd bernie
    bertrand bhaskar bilal bjarne björn blessing-david bodo bogdan boris boubacar branko brian bruno
    callum carl carlos cem cengiz cesar chandra charles chidi chris christian christopher chukwuma
    ciaran claudio colm conor corneliu cosmin cristiano cuthbert cyril czeslaw daisuke damien daniel
    danilo danko dariusz darko david davide declan deepak dennis denys desmond diego dieter dilip
    dimitri dimitris dirk djibril dmitri dmitry dmytro domenico dominik donal donald dragan drago
    dries duncan ebrahim edgars eduardo edward efraim egil einar eino ekrem elias emeka emil emilio
    emmanuel emre enrico enrique enzo eoin ercan eric erik erkki ernesto esteban etienne eugene evan
    ewan fabian fabio fabrice faisal farhad farid farouk federico fedor felipe ferenc fergal fergus
    fernando filip finn florian florin francesco francois frank franz françois fritz frédéric fyodor
    gareth gary gaspar gavin gennady george georges georgi georgios gerald gerard gerhard giacomo
    gianni gilles giorgio giovanni giuseppe goran gottfried gregory grigory grzegorz guido guillaume
    gunnar gul gunther gustav gustavo gwilym haakon habib hakan hamid hamish hamza hans harald hari
    harold haruto hasan hassan hector heikki heinrich heinz helmut hendrik henrik henry herman
    hernan hiroshi horst hugo hussein huw hyun ibrahim idris ignacio igor iker ilias ilya ilyas
    imran imre ingmar ioan ioannis isamu islam ismail istvan itai ivan ivo iván iwan jaakko jabu
    jacek jack jacques jakob jakub jalal james jamie jan janez janos jarek jaroslav jason javed
    javier jean-pierre jeffrey jens jeroen jerome jerry jerzy jesper jesus jiri joachim joao joaquin
    jochen joe johan johann johannes john joost jorge joris jose josef josep joseph joshua josip
    josphat josé jozef joão juan julian jun-ho juri juris jussi jürgen kabir kacper kamal kamil
    kareem karel karim karl kaspar katsuo kazuo keita keith kemal kenji kenneth kevin khaled khalid
    kiran kjell klaas klaus kofi konrad konstantin kostas krishna kristian kristof krzysztof kurt
    kwabena kwame kyaw ladislav lajos lamine larry lars lars-erik laszlo laurent lawrence lech leif
    lennart leo leon leonid leopold leszek levi liam lorenzo lothar luc luca luciano lucius ludwig luigi
    luis luka lukas lukasz maciej magne magnus mahmood mahmoud malcolm malik mamadou manfred manoj
    mansour manuel marc marcel marcello marcelo marcin marco marcus marek marian mario mariusz mark
    marko markus martijn martin massimo matej mateo mathias mats matteo matthew matthias mattias
    maurice mauricio mauro maxim maximilian mehdi mehmet michael michal michel miguel mihai miika
    mikael mike mikhail mikko milan milo milos miloš mircea mirko miroslav mladen modou mohamed
    mohammed moises moritz moussa muhammad mukhtar murat musa mustafa naoki narendra naveed nelson
    nenad niall nick nico nicolae nicolas niels nigel nikita nikolai nikos nils njoroge norbert nuno
    obinna olaf olav oleg oleh oleksandr oliver olivier olle olu oluwaseun omar onur oscar osman
    osvaldo ottavio otto ousmane owain pablo padraig panos paolo pascal pascual patrick patrik paul
    paulo pavel pavlo pawel pedro pekka per per-olof petar peter peteris petr petros philippe pier
    pierluigi pierre piers pieter pietro piotr pradeep prakash pranav pål qasim quentin radek
    radomir rafael rafal rafiq rahul rainer raj rajesh rajiv ralf ramesh ramiro ramon ranjit rashid
    rauf ravi ray raymond raúl recep reinhard renato renaud rené reza rhys ricardo riccardo richard
    risto robert roberto rodrigo roland rolf romain roman ronald ronan rory roy ruben rudolf rui
    rupert russell rustam ryan saad sabri salim salman salvatore sam samir samuel samuli sander
    sandor sanjay sanjeev santiago sasha satoshi saul scott seamus sean sebastian sebastien sefa
    selim senthil serge sergei sergey sergio seydou shahid shinji shinzo sigurd silvio simon sione
    slavko slobodan soren stanislav stefan stefano steffen stellan stephen steven stig stéphane
    subhash suleiman sunil suresh svein sven sverre taavi tadashi tadeusz takeshi tamas tapio tarik
    tariq tayyip teemu teimur tendai teodor terje thabo theo thierry thijs thomas thomaz thorsten
    tiago tibor timo timothy tobias toivo tomas tomasz tomaž tony torben tore torsten toru toshiro
    trygve tuan ugo ulf ulises ulrich umar umberto uwe vadim valentin valery vasco vasily veli
    venkat victor vidar vijay vikram viktor viktoras vincenzo vinod vitali vitaly vito vlad vladimir
    vladislav vojtech volodymyr vuk waldemar waleed walid walter wei wiktor wilhelm william wim
    wladyslaw wojciech wolfgang xavier yannick yannis yaroslav yasir yevgeny yiannis yigit yohannes raja hakim sultan arun nawab
    yosef youssef yuri yusuf yves yvon zbigniew zdenek zeljko zoltan zoran zsolt""".split()
)
FEMALE_FORENAMES = frozenset(
    """abeba adaeze adela adele adriana agathe agnes agnese agneta agnieszka aida aiko aisha aishwarya
    aisling akua alba alejandra aleksandra alena alessandra alexia alicja alina alva alžbeta ama
    amal amalia amelie amina amira ananya anastasia andrea ane aneta angelika anika anita anja
    anjali annalisa anne-marie anneli annette annika anniken anouk antonia anya aoife apinya arantxa
    ariane arja asha aslı asma astrid asuka aurelia ayesha ayse ayşe azadeh azra bahar barbora bea
    beatriz bettina bianca birgit birgitte blanca bodil bogna bożena branka brigid brigitte britt
    bronwen caitlin camila carina carla carlotta carmela carmen carol carolina caterina cecilia
    cecilie celeste chiamaka chiara chidinma chioma chitra chiyo chloe christel christiane claire
    clara clarissa claudia clémence concepción consuelo cornelia cosima céline dagmar daniela danuta
    daria deepa delphine denisa dina dorota dorothea dragana dunja dörte ebba eileen eilidh eira
    ekaterina elea elena eleni elif elin elisabeth elisabetta elke elsa elzbieta emanuela emese
    emilia emine enikő erzsébet esperanza esra esther eszter eugenia eva evelina ewa fadia fatima
    fatma fatou fatoumata federica felicity fiona fionnuala flavia florence frances francesca
    françoise freya frida friederike funmi gabriela gaia galina geneviève ghada giovanna gisela gita
    gitte giulia gloria grazyna greta gro guadalupe gudrun gulnara gwen hadiza hala halina hana
    hanna hanne harriet hatice hedda hege heidi heike helen helena helene helga henriette hiba hilde
    hyacinth ida ilka ilona ilse imani imke imogen ines inga inge ingeborg inger ingrid inés ioana
    irena irina irma isabel isabella isla iva ivana iwona izabela jadranka jadwiga jana janina
    jasmina jean jelena jelka jette jitka joan joanna johanna jolanta josefina josephine juanita
    julia juliana jutta kaarina kadri kamala karen karin karolina katarina kateryna katya kelly
    kerstin khadija khanyisile kim kinga kirsten kirsti klara krisztina krystyna kumari laima
    lakshmi lale lamia lara larisa laura layla leena leila lena leocadia leonor leticia leyla lidia
    liesbeth ligia lilian lin linnea lisbeth lise liv ljiljana lorena lotte lucia luciana lucie
    lucija ludmila ludovica luisa luz maaike madhuri maeve mafalda magali magda magdalena maike
    mairi maja malala malgorzata manuela marcela marcia maren margaretha margarida margarita margit
    margot margrethe marguerite maria mariam mariama mariana marianne marie marieke mariella marija
    marijana marina marine marisol maristela marit marja marjatta marlene marta martina martine mary
    mathilde matilda mavis maya mechthild medea meera mehwish mei melita merete merle mette mia
    michaela michelle mihaela milagros milena milica minna mireille mirela miriam mirjam moira
    monika monique montserrat morag muna mwajuma márta mélanie nadezhda nadia nadine naima naledi
    nanette naoko naomi natalia nathalie nazanin neema neha nela ngozi niamh nicoletta nika nina
    nita njeri noemi nomvula noor nora noura nuala nuria odile ofelia oksana ola-marie olena olga
    oluwakemi orla ornella orsolya ottilie outi padma pamela paola parisa parveen patricia patrizia
    paulina penelope pernille petra pia pilar pooja priti priya rachida radhika raffaella rahel
    raisa rania ranjana raquel rasa rebeca rehana renata renate renske rhona rita roberta rocío
    roisin rosa rosalia rosalind rosalinda rosario roswitha roza rukmini ruta ruxandra saara sabine
    sabrina safiya saida sakura salma salome samira sandhya sanna sanne saoirse saskia seema selma
    serena shabnam shanti sheila shirin sibel sibongile signe sigrid sigrun silke silvana silvia
    simona simone sinead sini sinikka siobhan sirpa siv slavica sofia sofie solange soledad solenne
    solveig sonja soraya stefania stefanie steffi stella suki sunita sunniva susana susanna susanne
    suzana svetlana sylvia sylvie tabitha taina talia tamara tanja tarja tatiana tatjana teodora
    teresa tereza thandeka thandiwe thea theresia thuy tiina tina tora tove tracy trine trinidad
    tuuli tünde ulla ulrika ulrike ursula urszula valentina valeria valerie vanda vanja veronika
    vesna vibeke vilma viola violeta virginie viveca viviana vlasta wanda wangari wanjiru wiebke
    wilhelmina wilma ximena xiomara yael yana yasmin yasmine yelena yesenia yetunde yevgenia yoko
    yolanda yuki yuliya yumiko yvette yvonne zahra zainab zara zdenka zeinab zeynep zinaida zoe
    zofia zofie zora zsuzsa zuzana élodie željka živa""".split()
)
