"""Each count of a sentence has its quote, value, unit and actors; what only looks like a count gives none."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from helpers import NLP, parsed
from marked import TABLES
from newstally import mentions, rules
from newstally.extractors.figures import FiguresExtractor
from newstally.resolve.counts import counts
from newstally.types import Article, Count, Person, Span

CONFIGS = Path(__file__).parents[2] / "configs"

# A sentence, its parse, its entities (people are P1, P2 … in order), and its counts: quote, value, unit, its words,
# actors.
SENTENCES = [
    (
        "The 62 edition drew 12 editions.",
        "DT det 3|CD nummod 3|NN nsubj 4|VBD root 0 draw|CD nummod 6|NNS obj 4 edition|. punct 4",
        [],
        [("12 editions", 12, "edition", "editions", ())],
    ),
    (
        "Marsh and Okafor held 19 high-level talks with allies.",
        "NNP nsubj 4|CC cc 3|NNP conj 1|VBD root 0 hold|CD nummod 8|JJ amod 8|HYPH punct 6|NN compound 9|"
        "NNS obj 4 talk|IN case 11|NNS nmod 9 ally|. punct 4",
        [("Marsh", "PERSON"), ("Okafor", "PERSON")],
        [("19 high-level talks", 19, "talk", "high-level talks", ("P1", "P2"))],
    ),
    (
        "Marsh, Okafor held 19 talks with allies.",
        "NNP nsubj 4|, punct 1|NNP conj 1|VBD root 0 hold|CD nummod 6|NNS obj 4 talk|IN case 8|NNS nmod 6 ally|"
        ". punct 4",
        [("Marsh", "PERSON"), ("Okafor", "PERSON")],
        [("19 talks", 19, "talk", "talks", ("P1", "P2"))],
    ),
    (
        "President Marsh and Trade Minister Okafor made 17 visits.",
        "NNP nmod:desc 2|NNP nsubj 7|CC cc 5|NN compound 5|NN nmod:desc 2|NNP flat 5|VBD root 0 make|CD nummod 9|"
        "NNS obj 7 visit|. punct 7",
        [("Marsh", "PERSON"), ("Okafor", "PERSON")],
        [("17 visits", 17, "visit", "visits", ("P1", "P2"))],
    ),
    (
        "Marsh, a friend of Trade Minister Okafor, made 17 visits.",
        "NNP nsubj 10|, punct 4|DT det 4|NN appos 1|IN case 8|NN compound 7|NN nmod:desc 8|NNP nmod 4|, punct 1|"
        "VBD root 0 make|CD nummod 12|NNS obj 10 visit|. punct 10",
        [("Marsh", "PERSON"), ("Okafor", "PERSON")],
        [("17 visits", 17, "visit", "visits", ("P1",))],
    ),
    (
        "Marsh, Okafor hold 17 talks",
        "NNP nsubj 4|, punct 1|NNP nmod:poss 1|VBP root 0 hold|CD nummod 6|NNS obj 4 talk",
        [("Marsh", "PERSON"), ("Okafor", "PERSON")],
        [("17 talks", 17, "talk", "talks", ("P1", "P2"))],
    ),
    (
        "According to the liberal government, Marsh held nine calls.",
        "IN case 5|IN fixed 1|DT det 5|JJ amod 5|NN obl 8|, punct 5|NNP nsubj 8|VBD root 0 hold|CD nummod 10|"
        "NNS obj 8 call|. punct 8",
        [("Marsh", "PERSON")],
        [("nine calls", 9, "call", "calls", ("P1",))],
    ),
    (
        "Okafor's diplomatic outreach included 11 conversations.",
        "NNP nmod:poss 4|POS case 1|JJ amod 4|NN nsubj 5|VBD root 0 include|CD nummod 7|NNS obj 5 conversation|"
        ". punct 5",
        [("Okafor", "PERSON")],
        [("11 conversations", 11, "conversation", "conversations", ("P1",))],
    ),
    (
        "The government had made 20 high-level calls about the ferry.",
        "DT det 2|NN nsubj 4|VBD aux 4|VBN root 0 make|CD nummod 8|JJ amod 8|HYPH punct 6|NN compound 9|"
        "NNS obj 4 call|IN case 12|DT det 12|NN nmod 9|. punct 4",
        [],
        [("20 high-level calls", 20, "call", "high-level calls", ("government",))],
    ),
    (
        "Those efforts have resulted in 11 public statements of support.",
        "DT det 2|NNS nsubj 4 effort|VBP aux 4|VBN root 0 result|IN compound:prt 4|CD nummod 8|JJ amod 8|"
        "NNS obl 4 statement|IN case 10|NN nmod 8|. punct 4",
        [],
        [("11 public statements", 11, "statement", "public statements", ())],
    ),
    (
        "On Monday 140 former diplomats and academics wrote a letter.",
        "IN case 2|NNP obl 8|CD nummod 4|JJ amod 5|NNS nsubj 8 diplomat|CC cc 7|NNS conj 5 academic|"
        "VBD root 0 write|DT det 10|NN obj 8|. punct 8",
        [("Monday", "DATE")],
        [("140 former diplomats and academics", 140, "diplomat", "former diplomats and academics", ())],
    ),
    (
        "Inspectors counted 56 passengers and 10 crew members.",
        "NNS nsubj 2 inspector|VBD root 0 count|CD nummod 4|NNS obj 2 passenger|CC cc 8|CD nummod 8|NN compound 8|"
        "NNS conj 4 member|. punct 2",
        [],
        [
            ("56 passengers", 56, "passenger", "passengers", ("Inspectors",)),
            ("10 crew members", 10, "member", "crew members", ("Inspectors",)),
        ],
    ),
    (
        "The five-member panel met in a three-storey hall.",
        "DT det 5|CD nummod 4|HYPH punct 2|NN compound 5|NN nsubj 6|VBD root 0 meet|IN case 12|DT det 12|"
        "CD nummod 11|HYPH punct 9|NN compound 12|NN obl 6|. punct 6",
        [],
        [("five-member", 5, "member", "member", ()), ("three-storey", 3, "storey", "storey", ())],
    ),
    (
        "The six-pointed star fell.",
        "DT det 5|CD nummod 4|HYPH punct 2|VBN amod 5|NN nsubj 6|VBD root 0 fall|. punct 6",
        [],
        [("six-pointed", 6, "point", "pointed", ())],
    ),
    (
        "They found 14 of 21 bodies.",
        "PRP nsubj 2|VBD root 0 find|CD obj 2|IN case 6|CD nummod 6|NNS obj 2 body|. punct 2",
        [],
        [("14 of 21 bodies", 14, "body", "bodies", ()), ("21 bodies", 21, "body", "bodies", ())],
    ),
    (
        "Three of the plant's six reactors ran.",
        "CD nsubj 8|IN case 7|DT det 4|NN nmod:poss 7|POS case 4|CD nummod 7|NNS nsubj 8 reactor|VBD root 0 run|"
        ". punct 8",
        [],
        [
            ("Three of the plant's six reactors", 3, "reactor", "reactors", ()),
            ("six reactors", 6, "reactor", "reactors", ()),
        ],
    ),
    (
        "Four of the lobbyists left early.",
        "CD nsubj 5|IN case 4|DT det 4|NNS nmod 1 lobbyist|VBD root 0 leave|RB advmod 5|. punct 5",
        [],
        [("Four of the lobbyists", 4, "lobbyist", "lobbyists", ())],
    ),
    (
        "One of the 17 ports closed.",
        "CD nsubj 6|IN case 5|DT det 5|CD nummod 5|NNS nmod 1 port|VBN root 0 close|. punct 6",
        [],
        [("17 ports", 17, "port", "ports", ())],
    ),
    (
        "Two rivers had 11 and six leaks.",
        "CD nummod 2|NNS nsubj 3 river|VBD root 0 have|CD nummod 7|CC cc 6|CD conj 4|NNS obj 3 leak|. punct 3",
        [],
        [
            ("Two rivers", 2, "river", "rivers", ()),
            ("11 and six leaks", 11, "leak", "leaks", ()),
            ("six leaks", 6, "leak", "leaks", ()),
        ],
    ),
    (
        "The club won two gold and three bronze medals.",
        "DT det 2|NN nsubj 3|VBD root 0 win|CD nummod 5|NN obj 3|CC cc 9|CD nummod 9|JJ compound 9|"
        "NNS conj 5 medal|. punct 3",
        [],
        [
            ("two gold and three bronze medals", 2, "medal", "gold medals", ("club",)),
            ("three bronze medals", 3, "medal", "bronze medals", ("club",)),
        ],
    ),
    (
        "Ada Marsh sang with a trio of sisters.",
        "NNP nsubj 3|NNP flat 1|VBD root 0 sing|IN case 6|DT det 6|NNS obl 3|IN case 8|NNS nmod 6 sister|. punct 3",
        [("Ada Marsh", "PERSON")],
        [("a trio of sisters", 3, "sister", "sisters", ())],
    ),
    (
        "A total of 858 clinics closed.",
        "DT det 2|NN nsubj:pass 6|IN case 5|CD nummod 5|NNS nmod 2 clinic|VBN root 0 close|. punct 6",
        [],
        [("858 clinics", 858, "clinic", "clinics", ())],
    ),
    (
        "She answered a grand total of seven questions.",
        "PRP nsubj 2|VBD root 0 answer|DT det 5|JJ amod 5|NN obj 2|IN case 8|CD nummod 8|NNS nmod 5 question|. punct 2",
        [],
        [("seven questions", 7, "question", "questions", ())],
    ),
    (
        "Police arrested 12 men, and five others fled.",
        "NN nsubj 2|VBD root 0 arrest|CD nummod 4|NNS obj 2 man|, punct 9|CC cc 8|CD nummod 8|NNS nsubj 9 other|"
        "VBD conj 2 flee|. punct 2",
        [],
        [("12 men", 12, "man", "men", ("Police",)), ("five others", 5, "man", "others", ())],
    ),
    (
        "The crash killed three and injured 20 in Hale.",
        "DT det 2|NN nsubj 3|VBD root 0 kill|CD obj 3|CC cc 6|VBN conj 3 injure|CD obj 3|IN case 9|NNP obl 3|. punct 3",
        [("Hale", "LOC")],
        [("three", 3, "person", "", ()), ("20", 20, "person", "", ())],
    ),
    (
        "Of the 20 aboard, 12 died and eight survived.",
        "IN case 4|DT det 4|CD obl 7|RB obl 7|, punct 3|CD dep 7|VBD root 0 die|CC cc 10|CD conj 10|"
        "VBD conj 7 survive|. punct 7",
        [],
        [("the 20", 20, "person", "", ()), ("12 died", 12, "person", "", ()), ("eight survived", 8, "person", "", ())],
    ),
    (
        "Eight towns voted, two of them twice.",
        "CD nummod 2|NNS nsubj 3 town|VBD root 0 vote|, punct 5|CD dep 3|IN case 7|PRP nmod 5|RB advmod 3|. punct 3",
        [],
        [("Eight towns", 8, "town", "towns", ()), ("two of them", 2, "town", "", ())],
    ),
    (
        "Sixty people came and 12 were teachers.",
        "CD nummod 2|NNS nsubj 3|VBD root 0 come|CC cc 7|CD nummod 7|VBD cop 7|NNS conj 3 teacher|. punct 3",
        [],
        [("Sixty people", 60, "person", "people", ()), ("12 were teachers", 12, "teacher", "", ())],
    ),
    (
        "The ferry sank, leaving five dead or missing.",
        "DT det 2|NN nsubj 3|VBD root 0 sink|, punct 5|VBG advcl 3 leave|CD nummod 7|NN obj 5|CC cc 9|JJ conj 7|"
        ". punct 3",
        [],
        [("five dead or missing", 5, "person", "", ())],
    ),
    (
        "The council voted 3-2 for the road.",
        "DT det 2|NN nsubj 3|VBD root 0 vote|CD obj 3|SYM case 6|CD nmod 4|IN case 9|DT det 9|NN obl 3|. punct 3",
        [],
        [("3-2", 3, "vote", "", ("council",)), ("2", 2, "vote", "", ("council",))],
    ),
    (
        "One woman and two men were hurt.",
        "CD nummod 2|NN nsubj:pass 7|CC cc 5|CD nummod 5|NNS conj 2 man|VBD aux:pass 7|VBN root 0|. punct 7",
        [],
        [("One woman", 1, "woman", "woman", ()), ("two men", 2, "man", "men", ())],
    ),
    (
        "At least one child drowned.",
        "IN case 2|JJS nmod 3|CD nummod 4|NN nsubj 5|VBD root 0 drown|. punct 5",
        [],
        [("At least one child", 1, "child", "child", ())],
    ),
    (
        "The toll rose to 410.",
        "DT det 2|NN nsubj 3|VBD root 0 rise|IN case 5|CD obl 3|. punct 3",
        [],
        [("410", 410, "death", "", ())],
    ),
    (
        "Six of the ten ships sank, the other four fled.",
        "CD nsubj 6|IN case 5|DT det 5|CD nummod 5|NNS nmod 1 ship|VBD root 0 sink|, punct 11|DT det 10|"
        "JJ amod 10|CD nsubj 11|VBD conj 6 flee|. punct 6",
        [],
        [
            ("Six of the ten ships", 6, "ship", "ships", ()),
            ("ten ships", 10, "ship", "ships", ()),
            ("other four", 4, "ship", "", ()),
        ],
    ),
    (
        "Marsh left after she met three nurses.",
        "NNP nsubj 2|VBD root 0 leave|IN mark 5|PRP nsubj 5|VBD advcl 2 meet|CD nummod 7|NNS obj 5 nurse|. punct 2",
        [("Marsh", "PERSON")],
        [("three nurses", 3, "nurse", "nurses", ("P1",))],
    ),
    (
        "Seventy-five people were arrested by Hale police.",
        "CD nummod 3|HYPH punct 1|CD nummod 4|NNS nsubj:pass 6|VBD aux:pass 6|VBN root 0 arrest|IN case 9|"
        "NNP compound 9|NNS obl 6|. punct 6",
        [("Hale", "ORG")],
        [("Seventy-five people", 75, "person", "people", ("Hale police",))],
    ),
    (
        "Hale police listed six calls that Marsh made.",
        "NNP compound 2|NNS nsubj 3|VBD root 0 list|CD nummod 5|NNS obj 3 call|WDT obj 8|NNP nsubj 8|"
        "VBD acl:relcl 5 make|. punct 3",
        [("Hale", "ORG"), ("Marsh", "PERSON")],
        [("six calls", 6, "call", "calls", ("P1",))],
    ),
    (
        "The farm employs roughly 15,000 people in half a dozen towns.",
        "DT det 2|NN nsubj 3|VBZ root 0 employ|RB advmod 5|CD nummod 6|NNS obj 3|IN case 11|CD nummod 11|"
        "DT det 11|CD amod 11|NNS nmod 6 town|. punct 3",
        [],
        [("roughly 15,000 people", 15000, "person", "people", ()), ("half a dozen towns", 6, "town", "towns", ())],
    ),
    (
        "Tests of 31,000 to 160,000 samples ended.",
        "NNS nsubj 7 test|IN case 6|CD nummod 6|IN case 5|CD nmod 3|NNS nsubj 7 sample|VBD root 0 end|. punct 7",
        [],
        [("31,000 to 160,000 samples", 31000, "sample", "samples", ())],
    ),
    (
        "One witness said it rained.",
        "CD nummod 2|NN nsubj 3 witnes|VBD root 0 say|PRP nsubj 5|VBD ccomp 3 rain|. punct 3",
        [],
        [],
    ),
    (
        "Hale has 20.",
        "NNP nsubj 2|VBZ root 0 have|CD obj 2|. punct 2",
        [("Hale", "PERSON")],
        [],
    ),
    (
        "Both sides signed on Monday.",
        "DT det 2|NNS nsubj 3 side|VBD root 0 sign|IN case 5|NNP obl 3|. punct 3",
        [("Monday", "DATE")],
        [],
    ),
    (
        "Hundreds of people and dozens of dogs fled.",
        "NNS nsubj 8 hundred|IN case 3|NNS nmod 1|CC cc 5|NNS conj 3 dozen|IN case 7|NNS conj 3 dog|"
        "VBD root 0 flee|. punct 8",
        [],
        [],
    ),
    (
        "The firm sold 12 percent of its shops for 3 million euros.",
        "DT det 2|NN nsubj 3|VBD root 0 sell|CD nummod 5|NN obj 3|IN case 8|PRP$ nmod:poss 8|NNS nmod 5 shop|"
        "IN case 12|CD nummod 12|CD nummod 12|NNS obl 3 euro|. punct 3",
        [],
        [],
    ),
    (
        "No one came and none left.",
        "DT det 2|NN nsubj 3|VBD root 0 come|CC cc 6|DT nsubj 6|VBD conj 3 leave|. punct 3",
        [],
        [],
    ),
    (
        "It is one of the best.",
        "PRP nsubj 3|VBZ cop 3|CD root 0|IN case 6|DT det 6|JJS nmod 3 good|. punct 3",
        [],
        [],
    ),
    (
        "He got 12 years in 2014 for 40 kilograms.",
        "PRP nsubj 2|VBD root 0 get|CD nummod 4|NNS obj 2 year|IN case 6|CD obl 2|IN case 9|CD nummod 9|"
        "NNS obl 2 kilogram|. punct 2",
        [("2014", "DATE")],
        [],
    ),
    (
        "It sold 15 a month under Article 5.",
        "PRP nsubj 2|VBD root 0 sell|CD obj 2|DT det 5|NN obj 2|IN case 7|NN obl 2|CD flat 7|. punct 2",
        [],
        [],
    ),
    (
        "Authorities put the number of marchers at 10,000.",
        "NNS nsubj 2 authority|VBD root 0|DT det 4|NN obj 2|IN case 6|NNS nmod 4 marcher|IN case 8|CD nmod 4|. punct 2",
        [],
        [("10,000", 10000, "marcher", "", ("Authorities",))],
    ),
    (
        "The blaze left one guard dead.",
        "DT det 2|NN nsubj 3|VBD root 0 leave|CD nummod 5|NN obj 3|RB xcomp 3|. punct 3",
        [],
        [("one guard", 1, "guard", "guard", ())],
    ),
    (
        "No one was killed in the fire.",
        "DT det 2|NN nsubj:pass 4|VBD aux:pass 4|VBN root 0 kill|IN case 7|DT det 7|NN obl 4|. punct 4",
        [],
        [],
    ),
    (
        "The guests, four of whom were nurses, left.",
        "DT det 2|NNS nsubj 10 guest|, punct 2|CD nummod 2|IN case 6|WP nmod 4|VBD cop 8|NNS ccomp 10 nurse|"
        ", punct 8|VBN root 0 leave|. punct 10",
        [],
        [("four of whom", 4, "person", "", ())],
    ),
    (
        "Five Japanese returned on Sunday.",
        "CD nummod 2|JJ nsubj 3|VBD root 0 return|IN case 5|NNP obl 3|. punct 3",
        [("Japanese", "NORP"), ("Sunday", "DATE")],
        [("Five Japanese", 5, "japanese", "Japanese", ())],
    ),
    (
        "At least one of the men was freed.",
        "IN case 2|JJS nmod 3|CD nsubj:pass 8|IN case 6|DT det 6|NNS nmod 3 man|VBD aux:pass 8|VBN root 0 free|"
        ". punct 8",
        [],
        [("At least one of the men", 1, "man", "men", ())],
    ),
    (
        "The town has a population of 12,000.",
        "DT det 2|NN nsubj 3|VBZ root 0 have|DT det 5|NN obj 3|IN case 7|CD nmod 5|. punct 3",
        [],
        [("12,000", 12000, "person", "", ("town",))],
    ),
]

# What the words around say: a sentence, its parse, the cues of its last count.
CUES = [
    (
        "There are 12 ships in all.",
        "EX expl 2|VBP root 0 be|CD nummod 4|NNS nsubj 2 ship|IN case 6|DT nmod 4|. punct 2",
        {"total"},
    ),
    (
        "There are 12 ships in all ports.",
        "EX expl 2|VBP root 0 be|CD nummod 4|NNS nsubj 2 ship|IN case 7|DT det 7|NNS nmod 4 port|. punct 2",
        set(),
    ),
    (
        "A total of 12 ships sank.",
        "DT det 2|NN nsubj 6|IN case 5|CD nummod 5|NNS nmod 2 ship|VBD root 0 sink|. punct 6",
        {"total"},
    ),
    (
        "She owns four farms, including two mills.",
        "PRP nsubj 2|VBZ root 0 own|CD nummod 4|NNS obj 2 farm|, punct 8|VBG case 8|CD nummod 8|NNS nmod 4 mill|"
        ". punct 2",
        {"subset"},
    ),
    (
        "She owns two of 14 mills.",
        "PRP nsubj 2|VBZ root 0 own|CD obj 2|IN case 6|CD nummod 6|NNS nmod 3 mill|. punct 2",
        set(),
    ),
    (
        "They saw another four ships.",
        "PRP nsubj 2|VBD root 0 see|DT det 5|CD nummod 5|NNS obj 2 ship|. punct 2",
        {"other"},
    ),
    (
        "They saw four more ships.",
        "PRP nsubj 2|VBD root 0 see|CD nummod 5|JJR amod 5|NNS obj 2 ship|. punct 2",
        {"other"},
    ),
    (
        "They saw more than four ships.",
        "PRP nsubj 2|VBD root 0 see|JJR advmod 5|IN fixed 3|CD nummod 6|NNS obj 2 ship|. punct 2",
        set(),
    ),
    (
        "The firm will hire 40 drivers.",
        "DT det 2|NN nsubj 4|MD aux 4|VB root 0|CD nummod 6|NNS obj 4 driver|. punct 4",
        {"forecast"},
    ),
    (
        "The firm plans to hire 40 drivers.",
        "DT det 2|NN nsubj 3|VBZ root 0 plan|TO mark 5|VB xcomp 3|CD nummod 7|NNS obj 5 driver|. punct 3",
        {"forecast"},
    ),
    (
        "The firm will hire the 40 drivers.",
        "DT det 2|NN nsubj 4|MD aux 4|VB root 0|DT det 7|CD nummod 7|NNS obj 4 driver|. punct 4",
        set(),
    ),
    (
        "The mayor did not visit 12 schools.",
        "DT det 2|NN nsubj 5|VBD aux 5|RB advmod 5|VB root 0|CD nummod 7|NNS obj 5 school|. punct 5",
        {"negated"},
    ),
    ("12 schools did not open.", "CD nummod 2|NNS nsubj 5 school|VBD aux 5|RB advmod 5|VB root 0|. punct 5", set()),
    (
        "They could buy 12 ships.",
        "PRP nsubj 3|MD aux 3|VB root 0|CD nummod 5|NNS obj 3 ship|. punct 3",
        {"hypothetical"},
    ),
    (
        "An average of 12 ships sank.",
        "DT det 2|NN nsubj 6|IN case 5|CD nummod 5|NNS nmod 2 ship|VBD root 0 sink|. punct 6",
        {"average"},
    ),
    (
        "The fleet grew by 12 ships.",
        "DT det 2|NN nsubj 3|VBD root 0 grow|IN case 6|CD nummod 6|NNS obl 3 ship|. punct 3",
        {"change"},
    ),
    (
        "The fleet grew to 12 ships.",
        "DT det 2|NN nsubj 3|VBD root 0 grow|IN case 6|CD nummod 6|NNS obl 3 ship|. punct 3",
        set(),
    ),
    (
        "It has sold 12 ships so far.",
        "PRP nsubj 3|VBZ aux 3|VBN root 0 sell|CD nummod 5|NNS obj 3 ship|RB advmod 7|RB advmod 3|. punct 3",
        {"cumulative"},
    ),
    (
        "It sold 12 ships last year.",
        "PRP nsubj 2|VBD root 0 sell|CD nummod 4|NNS obj 2 ship|JJ amod 6|NN obl 2|. punct 2",
        {"earlier"},
    ),
    (
        "They met in two farms that would close.",
        "PRP nsubj 2|VBD root 0 meet|IN case 5|CD nummod 5|NNS obl 2 farm|WDT nsubj 8|MD aux 8|VB acl:relcl 5|"
        ". punct 2",
        set(),
    ),
]


# A headline and its parse, whether its infinitive says that the count is to come.
TO_COME = [
    ("Mill to cut 40 jobs", "NN nsubj 3|TO mark 3|VB root 0|CD nummod 5|NNS obj 3 job", True),
    ("Army to be sent to 12 towns",
     "NN root 0|TO mark 4|VB aux:pass 4|VBN acl 1 send|IN case 7|CD nummod 7|NNS obl 4 town", True),
    ("Mill to sell and rent 40 ships, union says",
     "NN nsubj 10|TO mark 3|VB ccomp 10|CC cc 5|VB conj 3|CD nummod 7|NNS obj 3 ship|, punct 3|NN nsubj 10|"
     "VBZ root 0 say", True),
    ("Mill to close the two ships", "NN nsubj 3|TO mark 3|VB root 0|DT det 6|CD nummod 6|NNS obj 3 ship", False),
    ("Mill fails to cut 40 jobs", "NN nsubj 2|VBZ root 0 fail|TO mark 4|VB xcomp 2|CD nummod 6|NNS obj 4 job", False),
    ("Mill cuts 40 jobs to save port",
     "NN nsubj 2|VBZ root 0 cut|CD nummod 4|NNS obj 2 job|TO mark 6|VB advcl 2|NN obj 6", False),
]  # fmt: skip


@pytest.fixture(scope="module")
def read():
    nlp = spacy.blank("en", vocab=NLP.vocab)
    cues = nlp.add_pipe("newstally_cues")
    cues.add_patterns(rules.rules_reader(str(CONFIGS / "rules")))
    lookups, NLP.vocab.lookups = NLP.vocab.lookups, rules.tables_reader(str(CONFIGS / "tables"))
    component = FiguresExtractor(NLP.vocab)

    def run(text: str, notes: str, ents=(), block: str = "paragraph") -> tuple[Count, ...]:
        doc = component(cues(parsed(text, notes, ents=list(ents), blocks=[(text, block)])))
        named = [span for span in doc.ents if span.label_ == "PERSON"]
        people = tuple(
            Person(f"P{i}", span.text, (Span(span.start_char, span.end_char, span.text),))
            for i, span in enumerate(named, 1)
        )
        return counts(mentions.read(doc, Article("t", text)), people, TABLES)

    yield run
    NLP.vocab.lookups = lookups


@pytest.mark.parametrize(("text", "notes", "ents", "wanted"), SENTENCES, ids=[text for text, *_ in SENTENCES])
def test_counts_of_a_sentence(read, text, notes, ents, wanted):
    found = read(text, notes, ents)
    assert [(c.span.text, c.amount.value, c.unit, c.unit_text, c.actors) for c in found] == wanted
    assert [c.id for c in found] == [f"N{i}" for i in range(1, len(found) + 1)]
    assert all(text[c.span.start : c.span.end] == c.span.text for c in found)


@pytest.mark.parametrize(("text", "notes", "wanted"), CUES, ids=[text for text, *_ in CUES])
def test_cues_of_the_last_count(read, text, notes, wanted):
    assert read(text, notes)[-1].cues == wanted


@pytest.mark.parametrize(("text", "notes", "to_come"), TO_COME, ids=[text for text, *_ in TO_COME])
def test_a_headline_infinitive_speaks_of_what_is_to_come(read, text, notes, to_come):
    assert ("forecast" in read(text, notes, block="headline")[-1].cues) == to_come
    assert "forecast" not in read(text, notes, block="paragraph")[-1].cues


@pytest.mark.parametrize(
    ("noun", "lemma", "unit"),
    [("doses", "dos", "dose"), ("taxes", "taxis", "tax"), ("houses", "house", "house"), ("buses", "bus", "bus")],
)
def test_the_table_of_lemmas_stands_before_the_lemmatizer(read, noun, lemma, unit):
    (count,) = read(f"They saw nine {noun}.", f"PRP nsubj 2|VBD root 0 see|CD nummod 4|NNS obj 2 {lemma}|. punct 2")
    assert count.unit == unit


@pytest.mark.parametrize(
    ("compound", "unit"),
    [
        ("semi-finalists", "semi-finalist"), ("e-bikes", "e-bike"), ("co-owners", "co-owner"),
        ("lock-keepers", "keeper"), ("ice-cutters", "cutter"), ("gold-diggers", "digger"),
    ],
)  # fmt: skip
def test_a_prefix_belongs_to_its_noun(read, compound, unit):
    notes = (
        f"PRP nsubj 2|VBD root 0 meet|CD nummod 6|NN compound 6|HYPH punct 4|NNS obj 2 {compound.split('-')[1][:-1]}"
    )
    (count,) = read(f"They met four {compound}.", f"{notes}|. punct 2")
    assert count.unit == unit


@pytest.mark.parametrize(
    ("noun", "kin"), [("calls", "talk"), ("talks", "talk"), ("nations", "country"), ("farms", "farm")]
)
def test_units_that_stand_for_one_another_are_kin(read, noun, kin):
    (count,) = read(
        f"They held nine {noun}.",
        f"PRP nsubj 2|VBD root 0 hold|CD nummod 4|NNS obj 2 {noun[:-1]}|. punct 2",
    )
    assert count.kin == kin


def test_a_range_is_an_interval(read):
    text = "They saw 10 to 15 ships."
    notes = "PRP nsubj 2|VBD root 0 see|CD nummod 6|TO case 5|CD nmod 3|NNS obj 2 ship|. punct 2"
    assert read(text, notes)[0].amount.allows(12)
    assert not read(text, notes)[0].amount.allows(16)


def test_a_text_without_a_parse_still_has_its_counts(read):
    assert [c.amount.value for c in read("Nine calls", "CD dep 0|NNS dep 0 call")] == [9]
