"""Who speaks: forms of one name joined, pronouns and roles resolved, corrections applied."""

import time

import pandas as pd
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from helpers.corpus import Article
from helpers.evaluation import read_passages, score_passages
from helpers.evaluation.matching import agrees
from helpers.names import find_names
from helpers.quotations import find_quotations, keep_speech
from helpers.speakers import (
    attribute_speakers,
    find_unquoted,
    find_voices,
    list_doubtful,
    summarize_speakers,
    summarize_stances,
    summarize_types,
)
from helpers.tags import tag
from helpers.tokens import tokenize

TWO = (
    "“We close the port on Monday,” Sarah Whitlow told reporters. “Nobody asked us,” said Tom Reeve, "
    "a docker.\n\n“It was not my choice,” Whitlow said. She said that the ferry would sail."
)


PIECES = (
    "Una Roe|Lund Foods|she|who|it|they|said|told|the mayor|his wife|a man|“|”|‘|’|:|,|.|\n\n|Q|A|and|of|"
    "Mr|the 34-year-old|one|them|was|that|?|-|54|Roe's|the company|'|Ann and Bo Lee"
).split("|")


def attribute(text, aliases=None):
    return attribute_article(Article("note", text), aliases)


def attribute_article(article, aliases=None):
    tokens = tag(tokenize(article))
    names = find_names(article, tokens)
    found = keep_speech(find_quotations(article, tokens))
    return attribute_speakers(article, tokens, names, found, aliases), names, tokens, article


def speaker_of(table, words):
    rows = table[table["text"].str.contains(words, regex=False)]
    return rows["speaker"].tolist()


def ledger(mention, speaker):
    return pd.DataFrame({"mention": [mention], "speaker": [speaker]}, dtype="string")


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("We close the port", "Sarah Whitlow"),
        ("Nobody asked us", "Tom Reeve"),
        ("It was not my choice", "Sarah Whitlow"),
        ("the ferry would sail", "Sarah Whitlow"),
    ],
)
def test_forms_and_pronouns_lead_to_one_speaker(words, speaker):
    assert speaker_of(attribute(TWO)[0], words) == [speaker]


def test_mentions_point_to_their_words_and_say_their_evidence():
    table, *_, article = attribute(TWO)
    for row in table.itertuples():
        assert article.text[row.mention_start : row.mention_end] == row.mention
    pronoun = table[table["mention"].str.lower() == "she"]
    assert pronoun["evidence"].tolist() == ["pronoun"]


# One phenomenon a line: the text, words of a quotation, and who says them.
SPEAKERS = """\
"It is safe," said the harbour master, Una Roe. The ferry sailed. "I checked," the harbour master added.|I checked|Una Roe
Una Roe, the harbour master, was calm. "It is safe," the harbour master said.|It is safe|Una Roe
Harbour master Una Roe was calm. "It is safe," the harbour master said.|It is safe|Una Roe
Una Roe is the harbour master. "It is safe," the harbour master said.|It is safe|Una Roe
The choirmaster shrugged. "We sing anyway." Later the choirmaster, Piet Moll, went home.|We sing anyway|Piet Moll
Ann Lund, 61, and Bo Lund, 34, run the mill. "I grind," the younger Lund said.|I grind|Bo Lund
Karl Brandt and his wife, Ida Brandt, run the mill. "He grinds," said Mrs. Brandt.|He grinds|Ida Brandt
Karl Brandt runs a mill with his wife. "I grind, she sells," Brandt said.|I grind|Karl Brandt
Karl and Ida Brandt run a mill. "We never close," the couple said in a letter.|We never close|Karl and Ida Brandt
"I won," said Tom Hale, a surgeon. Dan Hale, a general, was angry. "He did not," General Hale said.|He did not|Dan Hale
Tom Hale, a surgeon, won. Dan Hale, a general, was angry. "Not for long," he said.|Not for long|Dan Hale
Mrs Pell woke first. Arthur Pell slept on. "I heard hooves," said Mrs Pell.|I heard hooves|Pell
Carla Voss won the race. "I never looked back," said the winner.|I never looked back|Carla Voss
Bo Dahl, 34, saved two penalties. "My wife rang," the 34-year-old said.|My wife rang|Bo Dahl
Pieter de Vries, a biologist, was not involved. "I have doubts," the Dutchman said.|I have doubts|Pieter de Vries
Ellen Cho, a representative, agreed. "He is right," the California Democrat said.|He is right|Ellen Cho
Lund Foods cut its forecast. "Potatoes failed," the company said in a statement.|Potatoes failed|Lund Foods
Lund Foods cut its forecast. It said that "potatoes failed".|potatoes failed|Lund Foods
The Inland Water Board met. "We are dry," the board said.|We are dry|Inland Water Board
A statement from the Inland Water Board: "We are dry."|We are dry|Inland Water Board
"We are dry," the mayor, Ada Moss, said in a statement. The statement went on: "Pray for rain."|Pray for rain|Ada Moss
The water failed, an internal memo shows. "Buy bottles," the memo says.|Buy bottles|an internal memo
Two officials with knowledge of the matter agreed. "We wrote twice," one of them said.|We wrote twice|one of them
"It was loud," said a person briefed on the talks.|It was loud|a person briefed on the talks
The union representing drivers called it "a betrayal".|a betrayal|The union representing drivers
"No," said Una Roe. A passenger was less patient. "Forty minutes!"|Forty minutes|A passenger
Una Roe looked at the sky and closed the harbour. "Enough."|Enough|Una Roe
For Una Roe, an alto, the reason was simple. "Heating."|Heating|Una Roe
For Una Roe, whose father built it, the pier is "a rotten tooth".|a rotten tooth|Una Roe
The pier was dismissed as "a rotten tooth" by the mayor of Lund.|a rotten tooth|the mayor of Lund
Two boys called "pirates" by the vicar had rowed out.|pirates|the vicar
Una Roe, a former pilot, apologised on air for calling the pier "a rotten tooth".|a rotten tooth|Una Roe
Una Roe scolded Tom Hale for calling the pier "a rotten tooth".|a rotten tooth|Tom Hale
Tom Hale, 47, has the air, as one rival put it, of "a cat in the rain".|a cat in the rain|one rival
Readers will know the claim by Una Roe that "nobody swims here".|nobody swims here|Una Roe
The council has voted to close the pier, a step traders say will "empty the town".|empty the town|traders
Lund Foods has shut its mill. Workers were told in a letter that the ovens were "past repair".|past repair|Lund Foods
Lund Foods notified buyers Friday that bread would be "rationed".|rationed|Lund Foods
"I ran," said Una Roe. Her son Piet, 14, put down his bag and grinned. "I swam."|I swam|Piet
Tom Hale had his hat on. And the money? "I bought bread."|I bought bread|Tom Hale
"He drove, and he said, 'Hold tight,'" recalled team captain Una Roe.|He drove|Una Roe
The father-of-two told the court he had been "half asleep".|half asleep|The father-of-two
Una Roe wrote to a friend: "Come soon."|Come soon|Una Roe
Una Roe's brother was less certain: "It may rain."|It may rain|Una Roe's brother
The trade, said Judge Una Roe, was "a disgrace".|a disgrace|Una Roe
The paper noted that Tom Hale had left in a hurry, saying that "the sea is patient".|the sea is patient|Tom Hale
Crews, a coast guard spokeswoman said, were "on their way".|on their way|a coast guard spokeswoman
Lena Marsh set puzzles under the name of Heron. In a last note Heron wrote: "Pencils down."|Pencils down|Lena Marsh
Russian Foreign Minister Ilya Orlov spoke. Russia's FM called it "a pity".|a pity|Ilya Orlov
Two brothers, Jack and Ollie Weston, built a raft. "It held," said Ollie. "I checked it," said his brother.|It held|Ollie Weston
"Wen is modest," said Ada Moss, a coach. Wen Haoran laughed. "I am lazy," she said of herself. Moss shook her head. "He is not," she said.|He is not|Ada Moss
Okafor-Bell agreed to wait. Denise Okafor-Bell lives on the ninth floor. "It was cold," Ms. Okafor-Bell said.|It was cold|Denise Okafor-Bell
Moss & Lund sells nails. "Nails rust," the company said.|Nails rust|Moss & Lund
County Fire Officer Una Roe warned that the "smoke is thick".|smoke is thick|Una Roe
Lord Justice Marlow gave judgment. "The trustees were wrong," the judge said.|The trustees were wrong|Marlow
"It was loud," said an official with knowledge of the talks, who was not named.|It was loud|an official with knowledge of the talks
Carla Voss ran the shop. "It is a mess," said the county fire marshal, who had come at noon.|It is a mess|the county fire marshal
The warden, a former ski teacher who came in May, was calm. "It moves," she said.|It moves|The warden
Two reserves travelled. One of them, Ada Fisk, wept. The other, Maja Lunde, said she was "not happy".|not happy|Maja Lunde
His cousin and driver, Bo Lunde, looked at the sky. "By Thursday."|By Thursday|Bo Lunde
Tom Hale, 57, fried fish. His wife, Bernadette, was asleep. "It smelled," Mrs Hale said.|It smelled|Bernadette
Hexham Fire and Rescue urged owners: "Check your stove."|Check your stove|Hexham Fire and Rescue
Ada Moss got a letter last week from Lund Homes. The letter says the gnomes "must go".|must go|Lund Homes
Yesterday the Drivers' Union met. "We will not move," the union said.|We will not move|the Drivers' Union
A clerk who gave only her last name, Pruitt, smiled. "Barely," said Pruitt.|Barely|Pruitt
ORREN, May 3 — Roe Rail stopped all trains. "The snow is deep," the railroad said.|The snow is deep|Roe Rail
Roe, the mayor Ada Roe, and Bo Roe met. A guard at the gate shook his head. "They have no fuel."|They have no fuel|A guard at the gate
Mayor Iker Luna Soto spoke to a crowd. "We heard that," Luna said.|We heard that|Iker Luna Soto
Superintendent of Police Nira Rathore said the paper was sold. "It was a shop," the superintendent said.|It was a shop|Nira Rathore
Her partner of thirty years, a judge named Lieve Claes, disagreed. "I saw wigs lie," she said.|I saw wigs lie|Lieve Claes
That keeper, 19-year-old Ebo Tetteh, denied it. "I only greeted him," he said.|I only greeted him|Ebo Tetteh
Mr Lim Wei Sheng, 52, a driver, sighed. "We are squeezed," said the father of two.|We are squeezed|Lim Wei Sheng
Anna van Draanen recorded the ice. "It is patient," van Draanen said.|It is patient|Anna van Draanen
Vera Stone KC, prosecuting, said: "Alive or on paper?"|Alive or on paper|Vera Stone
His sister-in-law, Noreen Moss, said she had come "to say the opposite".|to say the opposite|Noreen Moss
Odeon Voyages last night said it had offered a voucher "as a gesture".|as a gesture|Odeon Voyages
Senator Ann Moreno asked for time. "We are late," the lawmaker said.|We are late|Ann Moreno
Jan Mol sold his boat. "I was cold," the Dutchman said.|I was cold|Jan Mol
"It is over," she said. Anna Berg had waited for ten years.|It is over|Anna Berg
Wool and Rural Workers Union organiser Kev Madden laughed. "We took the soup," Madden said.|We took the soup|Kev Madden
A letter from a Creek Street resident was read. "Do something about the geese," it said.|Do something|a Creek Street resident
"The law is clear," said Vera Stone, the chair of the board, on Monday. "We obey it," the chair said.|We obey it|Vera Stone
Visayan Moon Lines was sorry. "We regret it," the company said.|We regret it|Visayan Moon Lines
The Cape Teachers' Guild was unimpressed. It was "a rubber stamp", the guild said.|a rubber stamp|Cape Teachers' Guild
The National Union of Port and River Workers met. "We will not wait," the union said.|We will not wait|National Union of Port and River Workers
MEC Thobile Roe said she was ashamed. "We paid them," Roe told members.|We paid them|Thobile Roe
Minister for Health Una Roe resigned. "It was time," Roe said.|It was time|Una Roe
The operator, Postlink Ireland, wrote to the council. "We will listen," the firm said.|We will listen|Postlink Ireland
Kessler Bolt will close. The company blamed "weak orders".|weak orders|Kessler Bolt
Union leader Themba Roe spoke first. General manager Lerato Roe, who is not related to him, was firm. "There is no more," she said.|There is no more|Lerato Roe
Judge Una Roe told Tom Hale he had behaved badly. "You may go," she said.|You may go|Una Roe
Tom Hale was late. Ada Hale paid for it. "I am sorry," Hale said. "So am I," Mrs Hale said.|I am sorry|Tom Hale
The village has a new clerk, Una Roe, who represents Tom Hale. "He is innocent," the lawyer added.|He is innocent|Una Roe
Everton “Stumpy” Dacre never read music. "I read the foot," Dacre said.|I read the foot|Everton “Stumpy” Dacre
Her co-author, Bo Lund of Oslo, was calm. "They smell of dinner," he said.|They smell|Bo Lund
Una Roe reads the law. The Evening Herald said it was late. The newspaper called it "a farce".|a farce|Evening Herald
PC Ravi Dowd saw the bike. "He did it right," the officer said.|He did it right|Ravi Dowd
The National Dam Safety Board wrote twice. "Dam rules were ignored," the board said.|rules were|National Dam Safety Board
The Ministry of Roads and River Ports met. "We are late," the ministry said.|We are late|Ministry of Roads and River Ports
It is closed, according to the National Commission on Island Affairs. "We waited," the commission said.|We waited|National Commission on Island Affairs
The road is shut, according to the Greek Embassy in Oslo. "It is the heat," the embassy said.|It is the heat|Greek Embassy in Oslo
The Office for Harbour Rates fined it. "They hid it," the regulator said.|They hid it|Office for Harbour Rates
The National Electoral Tribunal met. "Nothing adds up," the TNE wrote.|Nothing adds up|National Electoral Tribunal
"I paddle," said Datin Salmah binti Yusof, who runs a kayak school.|I paddle|Salmah binti Yusof
Prof Emerita Signe Lindahl was calm. "It is moss," Lindahl said.|It is moss|Signe Lindahl
"They will wait," said Maj Gen (retd) Zurab Kalandia, a historian.|They will wait|Zurab Kalandia
"I drew it twice," said Marie-Claire Vogt-Steiner at the opening on Sunday.|I drew it|Marie-Claire Vogt-Steiner
Riders of Tal Norra were stranded in Brelk. The airline said it was "a windy week".|a windy week|Tal Norra
Ruth Afolabi KC asked if he had slept. "Not a wink?" asked Ms Afolabi.|Not a wink|Ruth Afolabi
Abel Stroud and his son Wilf were fined. "I drove," Stroud senior said.|I drove|Abel Stroud
Abel Stroud and his son Wilf were fined. "I drove," the younger Stroud said.|I drove|Wilf
Leon Pryce Sr. and Leon Pryce Jr. run a garage. "I do brakes," said Pryce Jr.|I do brakes|Leon Pryce Jr.
Leon Pryce Sr. and Leon Pryce Jr. run a garage. "I do books," the elder Pryce said.|I do books|Leon Pryce Sr.
Dr Sami Nasser ran the ward. Dr Hala Nasser, his daughter, came. "I cook," said the younger doctor.|I cook|Hala Nasser
Molly Crake, 8, wrote. Edna Crake, her grandmother, laughed. "It was me," Mrs Crake said.|It was me|Edna Crake
The poet Ewan Muir, who died in May, left a croft. Ishbel Muir sold it. "He knew," said Muir.|He knew|Ishbel Muir
Bodil Krag, a baker, and Gerda Krag, a welder, met. "I saw it," Krag, the welder, said.|I saw it|Gerda Krag
Madam Goh Siew Lan, 67, cooks. Her daughter, Goh Li Ting, 34, helps. Ms Goh said it was "hot".|hot|Goh Li Ting
Substitute Liam Brody, 19, scored. Coach Carl Brody wept. "I fell," said the younger Brody.|I fell|Liam Brody
Asif Khan, a cook, and Omar Khan met. Asif Khan sat. "It rang," his namesake said.|It rang|Omar Khan
Olaf Krag, said his daughter, Gerda Krag, was kind. He married the poet Ida Moe. "He sang," Mrs Krag said.|He sang|Ida Moe
Bo Lind, a clerk who has refereed for years, sent two off. "It was late," the referee said.|It was late|Bo Lind
Lawyer Hans Weil frowned. His client's son, Otto Bach, left. "I hid," the 15-year-old wrote.|I hid|Otto Bach
A nurse living opposite heard it. "It hissed," the nurse said.|It hissed|A nurse living opposite
It was slow. Its deputy head, Innocent Chanda, said nobody had been "asked".|asked|Innocent Chanda
Opener Suresh Naidoo made 97. "I swung," Naidoo said.|I swung|Suresh Naidoo
Baltic Heat & Water said the pipes were "sound".|sound|Baltic Heat & Water
The manufacturer, Elgar Mills, blamed "a loose bolt".|a loose bolt|Elgar Mills
Coach Lena Voss wept. The former Silver Fern said it was "a heist".|a heist|Lena Voss
"We need tents," Feed the Hungry said.|We need tents|Feed the Hungry
The Duke of Kent Hospital said the ward was "full".|full|Duke of Kent Hospital
Trading Standards said the toys were "unsafe".|unsafe|Trading Standards
Hemi (Jack) Paora spoke. "It is dead," Paora said.|It is dead|Hemi (Jack) Paora
"We are well," said Kerr, Holt & Penn in a letter.|We are well|Kerr, Holt & Penn
A tenant three floors up said the lift had stopped. "I walked," the tenant said.|I walked|A tenant three floors up
According to a diplomat posted to Lima, they were dead. "Quite dead," the diplomat said.|Quite dead|a diplomat posted to Lima
A survey sent to the owners in 1997 said the roof was "a sieve".|a sieve|A survey sent to the owners in 1997
"It fell," said a crane driver at the No 4 dock. "I ran," the driver said.|I ran|a crane driver at the No 4 dock
It was a plumber from Ghent who rang. "It hissed," the plumber said.|It hissed|a plumber from Ghent
These days bakers call the oven "a museum".|a museum|bakers
In the third week one critic called it "a yawn".|a yawn|one critic
She quoted an unnamed Lund executive as saying it was "a mess".|a mess|an unnamed Lund executive
The latest circular from the hospital says visits are "a privilege".|a privilege|The latest circular from the hospital
The firm's report on the crash says it was late. "Nobody looked," it adds.|Nobody looked|The firm's report on the crash
Una Roe was met at the gate by a guard with a torch who said the pit was "shut for good".|shut for good|a guard with a torch
One of the divers wept. "They sang," the diver said.|They sang|One of the divers
"It is ours," a rebel captain said by telephone.|It is ours|a rebel captain
Una Roe won a prize, an honour her rivals dismissed as "a joke" last night.|a joke|her rivals
"We regret the delay," the notice on the gate states.|We regret|the notice on the gate
A juror called it "mean". Una Roe, who had kept the books, was freed. Una Roe said: "I slept."|mean|A juror
Tom Reyes said he had never met Ivo Marsh. "I sell tyres," the 31-year-old told the court.|I sell tyres|Tom Reyes
Greta Holm, who is 33, won. Her rival, Ina Lund, wept. "I am old," the 33-year-old said.|I am old|Greta Holm
A 19-year-old student was hurt. Olga Reis, 54, held her. "It burned," the 19-year-old said.|It burned|A 19-year-old student
Nine-year-old Pia Moreno read. Her father, Luis Moreno, stood by. "She wrote it," said Moreno.|She wrote it|Luis Moreno
Brian Tully is a judge. His sister, Ruth Tully, came. "It is dull," said Tully. The note said: "Dear Mr. Tully, well done."|It is dull|Brian Tully
The chairman is Otto Brand, 66. The club lost. "I pay," the chairman said.|I pay|Otto Brand
A lawyer for the tenants, Rita Osei, left. "We won," the lawyer said.|We won|Rita Osei
The cafe belongs to a Swede named Nils Berg. "I like rain," said the Swede.|I like rain|Nils Berg
Mrs Justice Okell-Marsh ruled for the boy. "It was unfair," the judge said.|It was unfair|Okell-Marsh
Medics Without Walls said the ward was "a ruin".|a ruin|Medics Without Walls
When Una Roe left St Olga's Hospital she took a dog. "It barks," the former nurse said.|It barks|Una Roe
A letter found in a drawer three years ago says: "Burn this."|Burn this|A letter found in a drawer
A memo of the harbour board from 1962 called the pier "a trap".|a trap|A memo of the harbour board from 1962
"I will stay," said the youngest, Hanna. Her father laughed.|I will stay|Hanna
His sister, Ada Pryce, was named health minister. "I am ready," the minister said.|I am ready|Ada Pryce
Vera Holt drove. An elderly couple from Hull sat on a wall. "It rained," said the wife.|It rained|the wife
"They shot first," said a guard, who asked not to be named. Vera Holt, his boss, was away.|They shot first|a guard
The ministry, which had called the plan "a gift", said yesterday that it was dead.|a gift|The ministry
Nana Kwesi Addo, a manager, spoke last week. Mr Addo said: "Wait."|Wait|Nana Kwesi Addo
Lakpa Roe, a cousin of the guide and the owner of the firm that ran it, left. Bo Roe stayed. "We ran," the cousin said.|We ran|Lakpa Roe
Vera Holt drove, she says. Four friends from Hull came along. "I paid for all of them."|I paid|Vera Holt
His deputy, Una Roe, left. Nine years of ice and other people's Easters. "For what?"|For what|Una Roe
In Hull 31 people are missing. "My aunt is there." Tom Reyes, 74, has dug since Friday.|My aunt|Tom Reyes
NAIROBI: "Listen." The old man holds up a hand. Tom Reyes has dug since Friday.|Listen|Tom Reyes
Una Roe tasted it. Her advice to young bakers: "Less salt."|Less salt|Una Roe
Tom Reyes laughed. His reason? "Nobody swims in March."|Nobody swims|Tom Reyes
Una Roe, 61, walked out of the hall on Monday, telling members she was "done with hymns".|done with|Una Roe
LUND: Talks ended on Tuesday after Una Roe compared growers to "boys under a tree".|boys under|Una Roe
For years the "mad idea", as its clerk, Una Roe, calls it, made money.|mad idea|Una Roe
Vera Holt called it a wonder. Tom Reyes has another name, which he calls "a bill".|a bill|Tom Reyes
"They came at night," said Mdm Wee Siew Kim, a neighbour.|They came|Wee Siew Kim
"We march on," said Cde Farai Moyo, the secretary.|We march|Farai Moyo
"It is high," said Air Marshal Ravi Sodhi.|It is high|Ravi Sodhi
"I run fast," said Justice Amadi, 24, a sprinter.|I run|Justice Amadi
The regent, Sri Handayani, stayed. "I sent a car," said the regent.|I sent|Sri Handayani
The Front for the Rebirth of Tarn said it was "ready".|ready|Front for the Rebirth of Tarn
The Dock Workers' Solidarity Council called it "a scandal".|a scandal|Dock Workers' Solidarity Council
A letter from Energy Infrastructure Scotland said "no date can be given".|no date|Energy Infrastructure Scotland
"It was hot," said Maria do Carmo Telles, a cook.|It was hot|Maria do Carmo Telles
"Nobody knew," wrote Jornal da Serra in an editorial.|Nobody knew|Jornal da Serra
When Tamsin and Jowan Pender bought the boat, it leaked. "We bailed," says Tamsin.|We bailed|Tamsin Pender
Angela Holt spoke. Holt and Emanuel Roy agreed. "It is odd," Holt said.|It is odd|Angela Holt
Dr. Lucía de la Fuente Vidal wept. "It is hot," De la Fuente said.|It is hot|Lucía de la Fuente Vidal
In a post on Facebook, the envoy, Rita Falzon, said she was "done".|done|Rita Falzon
Slate Bay Mills will close. "We are sorry," the company said. Staff of Slate Bay wept.|We are sorry|Slate Bay Mills
A guard in Wuse, Sunday Effiong, wept. "It is dear," he said.|It is dear|Sunday Effiong
"It was odd," said a waiter, who gave only his first name, Tavo.|It was odd|Tavo
"It was odd," said the shepherd, known to everybody here as Bap Karno.|It was odd|Bap Karno
Gil Wirt of Wirt & Sons signed. "We will appeal," Wirt told reporters.|We will appeal|Gil Wirt
John "Jack" Lund won. The crowd sang. "I am proud," Lund said.|I am proud|John "Jack" Lund
"We wait," said Labour MP Una Roe.|We wait|Una Roe
The pilot of the glider spoke. "I saw trees," she said. Ann Moss, 34, and her crew had left.|I saw trees|Ann Moss
A tiler who won a boat spoke. "I sank," she said. Una Roe, a gran from Hull, learned of it.|I sank|Una Roe
An heir that owns three of the bars, Lund Moden, had written. "We will close," it added.|We will|Lund Moden
The insurer, Dale Mutual, wrote. "It was wet," the insurer said.|It was wet|Dale Mutual
"I miss him," the victim's mother said. Outside, Rita Okoro thanked those who sought her son.|I miss|Rita Okoro
A young man was sweeping. "Who pays me?" the waiter asked. His name was Tom Bell.|Who pays|Tom Bell
One of the divers lay down. "I kicked," the man said. Records identified him as Joe Grant.|I kicked|Joe Grant
One member of the board said it was dead. "It is over," the minister added.|It is over|One member of the board
Bo Moss held up a letter from a soldier. "I am cold," the man wrote.|I am cold|a soldier
Stan Marks, 40, slept. A 17-year-old trainee steered. "I was alone," the boy said.|I was alone|a 17-year-old trainee
The mate, Bo Lee, left. The winchman, who did not want to be named, said it was "wet".|it was|The winchman
One drayman, who had no job, wept. "I am done," he said.|I am done|One drayman
Bo Lee, a clerk who has umpired for years, came. "It was out," the umpire said.|It was out|Bo Lee
Bo Patel sued Vik Patel. Vik Patel wept. His namesake smiled. "It is mine," he said.|It is mine|Bo Patel
A walker found it. The woman, a vet from Hull, spoke. "I saw teeth," she said.|I saw teeth|A walker
Its station manager in Cairo said the bags were "lost".|the bags|Its station manager in Cairo
Residents across the valley said the plan was "odd".|the plan|Residents across the valley
A notice still pinned to the door read: "Closed."|Closed|A notice still pinned to the door
Fees rose, according to a study released Monday. It calls them "odd".|odd|a study released Monday
Letters came. One, from a retired miner, said: "Well done."|Well done|a retired miner
Police in Lund seek a van. "It was red," a police statement said.|It was red|Police in Lund
A letter sent to the town by the Guild of Bakers came. The letter tells of ovens. "It is hot," it reads.|It is hot|Guild of Bakers
Joan Cope, 40, drives a Myvi. Jalur Motors was fined. "We are sorry," the company said.|We are sorry|Jalur Motors
"""


@pytest.mark.parametrize("case", SPEAKERS.splitlines())
def test_a_careful_reader_names_the_same_speaker(case):
    text, words, speaker = case.split("|")
    for version in (
        text,
        text.replace('"', "“", 1).replace('"', "”", 1) if text.count('"') == 2 else text,
    ):
        said = attribute(version)[0]
        assert [agrees("speaker", speaker, one) for one in speaker_of(said, words)] == [True]


INNER = """\
"I saw the owner. She said, 'Not today,'" said Una Roe.|Not today|the owner
"My aunt taught the cook. She said, 'More salt,'" said Una Roe.|More salt|My aunt
"The chap in the ticket office said 'it runs at nine'," Una Roe said.|it runs at nine|The chap
Her uncle ran a mill. "He told me, 'Never lend,'" Una Roe said.|Never lend|Her uncle
Una Roe, who said she had been told "no" by Lund Foods, opened a shop.|no|Lund Foods
"""


@pytest.mark.parametrize("case", INNER.splitlines())
def test_who_speaks_inside_the_words_of_another(case):
    text, words, speaker = case.split("|")
    table = attribute(text)[0]
    inner = table[table["outer_speaker"].notna()]
    assert speaker_of(inner, words) == [speaker]


INTERVIEW = """\
The potter Ines Calder is 64. We met her at her wheel. Her husband, Hugo Calder, made tea.

Why plates?

“Because they break.”

Your husband says you never finish.

“He is right, and he may wait.”

And the kiln?

“It is asleep, and so am I.”"""
DIALOGUE = """\
“You are late,” said Agnes Pohl.

“The train was late,” said Robert Finch.

“It is always the train.”

“Not always.”"""
HEARING = """\
Counsel Ada Roe asked how fast the tram had been.

“I forget,” Leo Foss said.

“You looked at your phone?”

“No, never.”"""
REPLY = """\
“Who let the dog into the court?” asked the magistrate, Ada Roe, who had just sat down.

“My sister, your honour,” answered Leo Foss, a joiner who lives near the harbour with three cats.

“Then your sister may take it out.”"""
REPORTED = """\
“I wrote it in capitals,” said Leo Foss.

Counsel Ada Roe asked who at the firm had replied to him.

“Not a soul.”"""
OPENING = """\
“I have never been so cold.”

Ada Roe, a joiner, was standing on her roof when the ice came."""
PRESS = """\
Ada Roe says the choice was hers. A tabloid claimed that she had been pushed.

“Rubbish. My agent rang me.”"""
CONTINUED = """\
An elder who knows both men, and who asked not to be named, said the quarrel was old.

“It is about a well.”"""
REOPENED = """\
Superintendent Gloria Haines said in a statement:

“We heard from parents in nineteen meetings.

“This rule is not a punishment.”"""


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (INTERVIEW, "Because they break", "Ines Calder"),
        (INTERVIEW, "he may wait", "Ines Calder"),
        (INTERVIEW, "It is asleep", "Ines Calder"),
        (DIALOGUE, "It is always", "Agnes Pohl"),
        (DIALOGUE, "Not always", "Robert Finch"),
        (HEARING, "You looked", "Ada Roe"),
        (HEARING, "No, never", "Leo Foss"),
        (REPLY, "Then your", "Ada Roe"),
        (REPORTED, "Not a soul", "Leo Foss"),
        (OPENING, "so cold", "Ada Roe"),
        (PRESS, "Rubbish", "Ada Roe"),
        (CONTINUED, "about a well", "An elder"),
        (REOPENED, "We heard", "Gloria Haines"),
        (REOPENED, "not a punishment", "Gloria Haines"),
    ],
)
def test_paragraphs_of_speech_are_given_to_whose_turn_it_is(text, words, speaker):
    assert speaker_of(attribute(text)[0], words) == [speaker]


def test_a_headline_quotes_whom_the_article_quotes_with_the_same_words():
    text = (
        "Driver tells inquest: ‘I rang twice’\n\nLeo Foss drove the tram. ‘I rang twice,’ he said."
    )
    assert speaker_of(attribute(text)[0], "I rang twice") == ["Leo Foss", "Leo Foss"]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Ship had ‘no lamp’, inquest told\n\nA jury met at Lund Coroner’s Court. Ada Roe said the "
            "ship had ‘no lamp’ at all.",
            "Ship had",
            "Ada Roe",
        ),
        (
            "‘A dam is a promise’\n\nInes Calder builds dams. She met Hugo Pohl.\n\nPohl: Do they "
            "last?\n\nCalder: That a dam is a promise, I learnt.\n\nPohl: And you?\n\nCalder: I last.",
            "A dam",
            "Ines Calder",
        ),
        (
            "'We never talk': inside Hull's last forge\n\nTom Hale, 66, and Ada Roe, 63, close it. \"We "
            'never talk before six," said Ada Roe.',
            "We never talk",
            "Ada Roe",
        ),
        (
            "Hull could lose its doctor ‘by Easter’\n\nA person familiar with the plan said: ‘It will be "
            "by Easter.’\n\nAda Roe, 79, wept. ‘She came by boat,’ she said.",
            "by Easter",
            "A person familiar with the plan",
        ),
        (
            "‘My kiln was my pension’: potter mourns\n\nTom Hale watched it burn. ‘It was warm,’ he said.",
            "My kiln",
            "Tom Hale",
        ),
        (
            "Watchdog calls leak ‘a scandal’\n\nThe Office for Lund Rivers has closed the weir. It said it "
            "was late.",
            "a scandal",
            "Office for Lund Rivers",
        ),
        (
            "Weaver bars tourists\n\nThe loom stands still. “I am no museum,” the weaver said. Ada Roe has "
            "worked there since 1988.",
            "no museum",
            "Ada Roe",
        ),
    ],
)
def test_a_headline_speaks_for_those_below_it(text, words, speaker):
    assert set(speaker_of(attribute(text)[0], words)) == {speaker}


def test_who_heard_words_did_not_speak_them():
    text = "A baker told a nurse that the shop “had it coming”, a court was told on Monday."
    said = attribute(text)[0]
    speakers = dict(zip(said["text"], said["speaker"], strict=True))
    assert speakers.pop("the shop “had it coming”") == "A baker"
    assert [speaker is None or speaker is pd.NA for speaker in speakers.values()] == [True]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "“She sang at breakfast,” said a statement issued by police on behalf of the family of Ada Roe.",
            "She sang",
            "the family of Ada Roe",
        ),
        (
            "The letter, dated 9 May and signed by the agent, Tom Hale, said the rent was “fair”.",
            "the rent",
            "Tom Hale",
        ),
        (
            "Builders found a letter. Written in 1911, it says the wall is “all my own”. The signature is that "
            "of Tom Hale, a mason.",
            "the wall",
            "Tom Hale",
        ),
        (
            "The spoon broke a tooth, a lawsuit filed in Oslo alleges. “He wanted soup,” states the "
            "complaint.",
            "He wanted",
            "a lawsuit filed in Oslo",
        ),
        (
            "The council lost the key, an audit found. “Nobody looked,” it says.",
            "Nobody looked",
            "an audit",
        ),
        (
            "Fees stand in the member guide. The guide states that “a card is free”.",
            "a card",
            "the member guide",
        ),
        (
            "In a message on social media Lund Vale Police said the goat was “no suspect”.",
            "the goat",
            "Lund Vale Police",
        ),
    ],
)
def test_documents_speak_for_themselves_or_for_those_who_issue_them(text, words, speaker):
    assert speaker_of(attribute(text)[0], words) == [speaker]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Ada Roe kept the soup warm. “He has no watch.” The guard brought Tom Hale home.",
            "no watch",
            "Ada Roe",
        ),
        (
            "Ada Roe has taught for years. “We buy chalk,” she said.\n\nHer landlord has been patient.\n\n"
            "“He was my pupil.”",
            "my pupil",
            "Ada Roe",
        ),
        (
            "Lund are trained by his father, Tom Hale. Neil Hale had scored. “I was tired,” he said. “Dad "
            "forgot.”",
            "I was tired",
            "Neil Hale",
        ),
        (
            "Surgeons told Tom Hale last spring to rest. On Saturday he ran.\n\n“I sent them the film.”",
            "the film",
            "Tom Hale",
        ),
    ],
)
def test_words_around_and_inside_a_quotation_tell_who_may_speak_it(text, words, speaker):
    assert speaker_of(attribute(text)[0], words) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Grocer: ‘They sang’\n\nA grocer on Hill Road said she hid.", "A grocer on Hill Road"),
        ("Tenants: ‘It leaks’\n\nThe tenants of Elm House have sued.", "The tenants of Elm House"),
        ("Pilots: ‘It shakes’\n\nPilots in the north said it was old.", "Pilots in the north"),
        ("‘It is ours’: Roe\n\nTom Roe met Jan Roe. ‘It is ours,’ said Tom Roe.", "Tom Roe"),
    ],
)
def test_a_noun_in_the_headline_is_whom_the_lead_describes_in_full(text, speaker):
    assert attribute(text)[0]["speaker"].tolist()[0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“My mother came in. She said, ‘Too late,’ and left,” said Una Roe.", "My mother"),
        ("Tom Hale died. “He came in and said, ‘Too late,’ and left,” said Una Roe.", "Tom Hale"),
    ],
)
def test_speech_inside_speech_is_that_of_whom_the_outer_speaker_tells(text, speaker):
    said = attribute(text)[0].set_index("text")
    assert said.loc["Too late,", "speaker"] == speaker
    assert said.loc["Too late,", "outer_speaker"] == "Una Roe"


def test_nobody_is_named_who_calls_it_so():
    table = attribute("The scheme was condemned as “reckless” by Tuesday.")[0]
    assert table["speaker"].isna().all()


def test_who_writes_to_say_something_says_it():
    table = attribute("Farmers have written to Mayor Una Roe to say that the bay is “a soup”.")[0]
    assert set(table["speaker"]) == {"Farmers"}


def test_the_agent_of_a_passive_speaks_inside_a_report():
    said = attribute(
        "Una Roe said she had been assured by a porter that the lift was “as good as new”."
    )
    inner = said[0][said[0]["outer_speaker"] == "Una Roe"]
    assert inner["speaker"].tolist() == ["a porter"]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "“I threw my son to a man,” said a teacher from the third floor.\n\nUna Roe, 43, then jumped "
            "herself.",
            "I threw",
            "Una Roe",
        ),
        (
            "“He lied well,” said his daughter. Tom Hale had sung for years.\n\nTom Hale left tapes. “He "
            "lied,” said his daughter.\n\nAda Hale, now a harpist, has heard them.",
            "He lied,",
            "Ada Hale",
        ),
        (
            "An elderly man had brought a chair. “Write that down,” he said.\n\nThe man, Bo Lund, asked who "
            "would carry it.",
            "Write that",
            "Bo Lund",
        ),
        (
            "A roofer carried two children out on Friday.\n\n“I heard them,” he said. He turned out to be "
            "Bo Lund.",
            "I heard",
            "Bo Lund",
        ),
        (
            "A doctor, who spoke on condition of anonymity, was tired. “We are two,” the doctor said.\n\n"
            "Una Roe sat in the hall.",
            "We are two",
            "A doctor",
        ),
        (
            "A tram driver who refused to work in a heatwave has been given her job back.\n\nJana Kolar, 51, a grandmother from Brno, was dismissed in July. “I would do it again,” the driver said.",
            "I would do it again",
            "Jana Kolar",
        ),
        (
            "A man was found in the canal on Friday, police said.\n\nOmar Haddad, who runs the bakery opposite, said he had heard a splash. “I thought it was a dog,” the baker said. “The man was not from here,” an officer said.",
            "The man was not from here",
            "an officer",
        ),
        (
            "“You ought to know better,” the magistrate told them. Liam Parr said he was sorry.",
            "You ought to know better",
            "the magistrate",
        ),
        (
            "“It took nine hours,” the surgeon said. Dr Hana Sato has worked at the hospital since 2001.",
            "It took nine hours",
            "Hana Sato",
        ),
        (
            "A Leeds software company is being investigated.\n\nDocuments show that Brightloop sold the files. “We made a mistake,” the company said.",
            "We made a mistake",
            "Brightloop",
        ),
        (
            "The country will not hand over a former finance minister.\n\nJudge Eva Roth said the request for Milo Zanin came too late. His lawyer, Ada Brun, agreed. “I want peace,” the former minister said.",
            "I want peace",
            "Milo Zanin",
        ),
        (
            "“They open at six,” said a porter, who goes by the single name Suli. “Bring a coat,” the porter added.",
            "Bring a coat",
            "Suli",
        ),
        (
            "Mayor Rosa Lind opened the bridge. Her predecessor, Karl Voss, stayed at home. “I built it,” the former mayor said.",
            "I built it",
            "Karl Voss",
        ),
        (
            "Cllr Ann Reed (Lab) opposed the plan. Cllr Bo Nash (Ind) backed it. “It is cheap,” the independent councillor said.",
            "It is cheap",
            "Bo Nash",
        ),
        (
            "District Attorney Paula Kern said the case was closed.\n\nNovak’s lawyer, Emil Stein, said it was not. “We will appeal,” the attorney said.",
            "We will appeal",
            "Emil Stein",
        ),
        (
            "Rob Hale’s son flew in on Monday. Ian Hale said he was relieved.\n\n“Dad is stubborn,” he said.",
            "Dad is stubborn",
            "Ian Hale",
        ),
        (
            "Ivo Marić came home with his mother, Vesna Marić. “I am tired,” the 19-year-old said.",
            "I am tired",
            "Ivo Marić",
        ),
        (
            "Twelve senators, most of them farmers, wrote to the president. “We are going hungry,” they wrote.",
            "We are going hungry",
            "Twelve senators",
        ),
        (
            "The mining firm Orecrest declined to comment. Its website says the valley is “a good neighbour”.",
            "a good neighbour",
            "Orecrest",
        ),
        (
            "The delivery app Zipla raised its fees. “Prices are fair,” the company said.",
            "Prices are fair",
            "Zipla",
        ),
        (
            "A report has blamed the brakes. The report by the rail board is out. “Nobody looked,” it says.",
            "Nobody looked",
            "The report by the rail board",
        ),
        (
            "“Take what you like,” said a woman holding a baby.",
            "Take what you like",
            "a woman holding a baby",
        ),
    ],
)
def test_who_was_described_is_named_later_unless_nobody_may_know(text, words, speaker):
    assert speaker_of(attribute(text)[0], words)[-1] == speaker


def test_a_report_goes_by_many_nouns():
    text = (
        "Report into wards\n\nTwo wards were full, according to a leaked audit by the "
        "county.\n\nThe 58-page report says the wards ‘ran out of beds’. ‘It was foreseen,’ it adds."
    )
    speakers = speaker_of(attribute(text)[0], "ran out") + speaker_of(
        attribute(text)[0], "foreseen"
    )
    assert set(speakers) == {"a leaked audit by the county"}


def test_who_asked_does_not_answer():
    text = (
        "Tom Hale ran the farm. Ms Roe, a lawyer, cross-examined him.\n\n“Did you tell anybody?” Ms Roe "
        "asked.\n\n“Once,” the 71-year-old replied."
    )
    assert speaker_of(attribute(text)[0], "Once,") == ["Tom Hale"]


def test_a_transcript_is_given_to_the_labels_before_the_colon():
    text = (
        "Five minutes with Efua Ansah\n\nShe builds bicycles. She spoke to the Volta Weekly.\n\nVolta "
        "Weekly: Why bamboo?\n\nAnsah: Because it grew. My accountant says it will ruin me.\n\nWeekly: Do "
        "they last?\n\nAnsah: I ride the second one."
    )
    said = attribute(text)[0].set_index("text")
    assert said.loc["I ride the second one.", "speaker"] == "Efua Ansah"
    assert said.loc["Why bamboo?", "speaker"] == "Volta Weekly"
    assert said.loc["it will ruin me", "outer_speaker"] == "Efua Ansah"
    prices = "Soup\n\nPrice: £4\n\nPlace: Oslo\n\nPrice: £5\n\nPlace: Bonn"
    assert attribute(prices)[0].empty


def test_a_message_speaks_for_whoever_sent_it():
    text = (
        "Una Roe held up a phone with a message her husband had sent before his shift. “Back late,” it "
        "read."
    )
    assert speaker_of(attribute(text)[0], "Back late") == ["her husband"]


def test_kin_who_are_told_of_once_do_not_become_the_subject():
    text = (
        "Tom Hale, who drew maps for 50 years, died on Sunday. He was 88.\n\nThe cause was a stroke, "
        "his son, Neil Hale, said.\n\nIn 1990 he wrote that “a map is a promise.”"
    )
    assert speaker_of(attribute(text)[0], "promise") == ["Tom Hale"]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Tran Thi Mai", "Mai"),
        ("Mohammed bin Salim", "Salim"),
        ("Abdulrahman al-Tamimi", "al-Tamimi"),
        ("Juan Carlos de la Cruz", "Cruz"),
        ("Park Sung-min", "Park"),
        ("A. K. Subramanian", "Subramanian"),
        ("Pádraig Ó Sé", "Ó Sé"),
        ("Noor Hisham Abdullah", "Abdullah"),
    ],
)
def test_names_of_many_countries_are_kept_whole(name, short):
    text = f"{name}, 54, was calm. “We will go on,” {short} said."
    assert speaker_of(attribute(text)[0], "We will go on") == [name]


def test_a_lead_is_given_to_the_one_who_is_named_below_it():
    text = (
        "A teacher sold forged stamps to nine shops, a prosecutor said.\n\n“He was patient,” said Una "
        "Roe, prosecuting.\n\n“I am not,” said Tom Hale, a dealer."
    )
    assert speaker_of(attribute(text)[0], "forged stamps") == ["Una Roe"]


def test_the_passages_kept_for_development_are_named_as_in_the_gold():
    articles, gold = read_passages("open")
    some = articles[::6]
    found = pd.concat([attribute_article(article)[0] for article in some], ignore_index=True)
    scores = score_passages(found, "open").set_index("measure")
    asked = gold[gold["article_id"].isin([one.article_id for one in some])]
    named = scores.loc["right canonical speaker, direct and mixed", "matched"]
    assert named / (asked["kind"] != "indirect").sum() >= 0.9
    assert scores.loc["B-cubed, direct and mixed", "precision"] >= 0.95


def test_evidence_and_the_runner_up_say_how_sure_an_attribution_is():
    table = attribute("“No,” said Una Roe. Tom Hale sighed. “Why?” he asked. “Enough.”")[0]
    assert table["evidence"].tolist()[:2] == ["name", "pronoun"]
    assert not (table["runner_up"] == table["speaker"]).any()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(PIECES), max_size=25))
@example(["“"] * 300)
@example(["who", "said", "“", "x", "”"])
@example(["said", "Una Roe", "“", "”"])
@example(["The road will be closed on Friday for a long week", ",", "the mayor", "said"])
def test_any_text_gets_an_answer(pieces):
    table = attribute(" ".join(pieces))[0]
    assert table["evidence"].notna().all()


def test_twice_the_text_takes_twice_the_time():
    base = "\n\n".join(case.split("|")[0] for case in SPEAKERS.splitlines())
    seconds = []
    for times in (2, 8):
        article = Article("note", " ".join([base] * times))
        tokens = tag(tokenize(article))
        names, found = find_names(article, tokens), find_quotations(article, tokens)
        start = time.process_time()
        attribute_speakers(article, tokens, names, found)
        seconds.append(time.process_time() - start)
    assert seconds[1] < 12 * seconds[0] + 0.1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The water is safe,” a spokesman for the utility said on Friday.", "anonymous"),
        ("“Profit rose by a tenth,” the company said in a letter.", "organization"),
        ("“The water is safe,” Maria Lund said on Friday.", "named person"),
    ],
)
def test_speakers_have_types(text, kind):
    assert set(attribute(text)[0]["speaker_type"]) == {kind}


def test_without_names_speakers_keep_their_description():
    article = Article("note", "“It will rain,” the farmer said.")
    tokens = tag(tokenize(article))
    names = find_names(Article("note", ""), tokens.head(0))
    table = attribute_speakers(article, tokens, names, find_quotations(article, tokens))
    assert table["speaker"].str.lower().tolist() == ["the farmer"]


def test_a_ledger_changes_what_it_names():
    table = attribute(TWO, ledger("Tom Reeve", "Thomas Reeve"))[0]
    assert speaker_of(table, "Nobody asked us") == ["Thomas Reeve"]
    assert table.loc[table["evidence"] == "alias", "speaker"].tolist() == ["Thomas Reeve"]


def test_a_ledger_line_that_matches_nothing_is_refused():
    with pytest.raises(ValueError, match="Nobody Known"):
        attribute(TWO, ledger("Nobody Known", "Somebody"))


def test_shares_add_up_and_every_summary_counts_the_same_quotations():
    table, names, tokens, _ = attribute(TWO)
    speakers = summarize_speakers(table)
    assert speakers["share_of_quoted_words"].sum() == pytest.approx(1)
    assert speakers["quotations"].sum() == table["quotation"].nunique()
    assert summarize_types(table)["quotations"].sum() == table["quotation"].nunique()
    assert set(summarize_stances(table, tokens)["speaker"]) == set(speakers["speaker"])
    assert len(find_unquoted(names, table)) == 0
    assert list_doubtful(table, top=2)["confidence"].is_monotonic_increasing


def test_voices_share_out_every_word_of_a_paragraph():
    from helpers.corpus import find_paragraphs

    table, _, _, article = attribute(TWO)
    voices = find_voices(article, find_paragraphs(article), table)
    assert (voices.groupby("paragraph")["share"].sum().round(6) == 1).all()
    assert {"author", "Sarah Whitlow", "Tom Reeve"} == set(voices["voice"])


def test_nothing_quoted_gives_empty_tables():
    table, _, tokens, _ = attribute("It rained all day.")
    assert len(table) == len(summarize_speakers(table)) == len(summarize_types(table)) == 0
    assert len(summarize_stances(table, tokens)) == len(list_doubtful(table)) == 0
