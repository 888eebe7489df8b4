"""Abbreviations of English news prose, grouped by what may follow their full stop.

Collected by hand from style guides' lists (titles, months, companies, states, references).
"""

from __future__ import annotations

# Before a name: no sentence ends here.
TITLES = frozenset(
    "Adm Amb Asst Att'y Atty Brig Brother Capt Cdr Cmdr Cpl Cpt Col Cols Comdr Cong Congr Cpl Det Dir "
    "Dr Drs Ens Fr Ft Gen Gens Gov Govs Hon Insp Lieut Lt Maj Messrs Mgr Mlle Mme Mmes Mr Mrs Ms Msgr "
    "Mt Mx Pfc Pres Prof Profs Pvt Rep Reps Rev Sec Sen Sens Sgt Sig Spc Sr Sra Srta St Ste Sta Supt "
    "Treas Engr Barr Alh Ald Cst Const Dist Smt Cllr Adv Wm Geo Chas Thos Jas Jos Alex Benj Edw Gus Robt".split()
)
# Before a number: a sentence ends here only when something else follows.
REFERENCES = frozenset(
    "No Nos Fig Figs Vol Vols Art Arts Sec Sect Ch Chap Pt Para Eq Ref Refs Op Ser Ex Bk p pp vol "
    "fig figs ch chap para ver eq eqn sect".split()
)
MONTHS = frozenset(
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun".split()
)
# Inside a sentence: something must follow.
INNER = frozenset("e.g i.e eg ie cf viz vs v approx ca c incl esp a.k.a n.b resp".split())
# At the end of a sentence as well as inside.
EITHER = frozenset(
    "a.m p.m A.M P.M Inc Corp Co Cos Ltd Bros LLC Plc Pty Assn Assoc Dept Univ Inst St Natl Intl Mfg Ctr Div "
    "etc al Jr Sr Esq Ph.D M.Sc B.Sc Ph.Ds Ave Blvd Bldg Rd Hwy Pkwy Sq Apt Ste "
    "Ala Ariz Ark Cal Calif Colo Conn Dak Del Fla Ga Ill Ind Kan Kans Ky La Mass Md Mich Minn Miss Mo Mont Neb "
    "Nebr Nev Okla Ont Ore Pa Penn Que Tenn Tex Va Vt Wash Wis Wisc Wyo est Est ext Ext Tel tel Fax Attn attn "
    "min mins hr hrs yr yrs sec secs ft lb lbs oz sq tsp tbsp Ed ed eds Eds trans dept Exec Gmbh "
    "Res Reg Sp spp sp Mktg Mfrs Rs Twp Cty".split()
)
ABBREVIATIONS = TITLES | REFERENCES | MONTHS | INNER | EITHER
