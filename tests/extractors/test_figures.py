"""Each figure of a sentence is found with its modifier and unit, and told apart from what only looks alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.vocab import Vocab

from helpers import NLP, parsed
from newstally import rules
from newstally.extractors.figures import FiguresExtractor

TABLES = Path(__file__).parents[2] / "configs" / "tables"

# A text without tags, and its figures; in pairs: one that is read so, and one that only looks alike.
PLAIN = [
    ("It sold 5% to 10%", [("5% to 10%", "PERCENT")]),
    ("It rose 5% to 10%", [("5%", "PERCENT"), ("10%", "PERCENT")]),
    ("between $5m and $7m", [("between $5m and $7m", "MONEY")]),
    ("from $5m to $7m", [("$5m", "MONEY"), ("$7m", "MONEY")]),
    ("$7m to $5m", [("$7m", "MONEY"), ("$5m", "MONEY")]),
    ("400 metres per second", [("400 metres per second", "MEASURE")]),
    ("400 metres per cent", [("400 metres", "MEASURE")]),
    ("$52 a barrel", [("$52 a barrel", "MONEY")]),
    ("$52 a fool", [("$52", "MONEY")]),
    ("$14.95 a month", [("$14.95 a month", "MONEY")]),
    ("paid $14.95 a month ago", [("$14.95", "MONEY")]),
    ("C $6 and US $4.46", [("C $6", "MONEY"), ("US $4.46", "MONEY")]),
    ("A $6 fee", [("$6", "MONEY")]),
    ("between $US160 million", [("$US160 million", "MONEY")]),
    ("the US160 model", []),
    ("108.79 JPY and 20 TRY", [("108.79 JPY", "MONEY"), ("20 TRY", "MONEY")]),
    ("108 try and 20 all", [("108", "COUNT"), ("20", "COUNT")]),
    ("1,200€ in cash", [("1,200€", "MONEY")]),
    ("he is 5 € 20 short", [("5", "COUNT"), ("€ 20", "MONEY")]),
    ("RM3.06mil and R500m", [("RM3.06mil", "MONEY"), ("R500m", "MONEY")]),
    ("R2 and RM", []),
    ("450 Nm, 300 PS and 5 W", [("450 Nm", "MEASURE"), ("300 PS", "MEASURE"), ("5 W", "MEASURE")]),
    ("300 ps and 5 w", [("300", "COUNT"), ("5", "COUNT")]),
    ("3G and 4G phones", [("3G", "NUMBER"), ("4G", "NUMBER")]),
    ("3g of salt", [("3g", "MEASURE")]),
    ("a 4K race", [("4K", "NUMBER")]),
    ("$4K", [("$4K", "MONEY")]),
    ("a 1080p screen", [("1080p", "NUMBER")]),
    ("a 108p screen", [("108p", "MONEY")]),
    ("minus 5 degrees and -1.3%", [("minus 5 degrees", "MEASURE"), ("-1.3%", "PERCENT")]),
    ("555 -1234", [("555", "COUNT")]),
    ("the S&P 500 and FTSE 100", [("500", "NUMBER"), ("100", "NUMBER")]),
    ("it rose 500 and 100", [("500", "COUNT"), ("100", "COUNT")]),
    ("a 185-pound guard", [("185-pound", "MEASURE")]),
    ("a 185-pound fine", [("185-pound", "MONEY")]),
    ("weighing 20 pounds", [("20 pounds", "MEASURE")]),
    ("owing 20 pounds", [("20 pounds", "MONEY")]),
    ("half an hour", [("half an hour", "DURATION")]),
    ("half the hour", [("half", "PERCENT")]),
    ("a 1/2 inch pipe", [("1/2 inch", "MEASURE")]),
    ("at half-mast this half", []),
    ("dozens of miles", [("dozens of miles", "MEASURE")]),
    ("dozens of ships", [("dozens", "BARE")]),
    ("in their dozens", []),
    ("A.D. 400 and 300 B.C.", [("400", "DATE"), ("300", "DATE")]),
    ("an average of 1500", [("1500", "COUNT")]),
    ("the age of 92", [("92", "AGE")]),
    ("the age of 92 kings", [("92", "COUNT")]),
    ("the age of 5 years", [("5 years", "AGE")]),
    ("aged 18 months", [("18 months", "AGE")]),
    ("a term of 5 years", [("5 years", "DURATION")]),
    ("in the ages, 18 months", [("18 months", "DURATION")]),
    ("aged above 18", [("above 18", "AGE", "more_than")]),
    ("Rowe, now 40, left", [("40", "AGE")]),
    ("now 40 left", [("40", "COUNT")]),
    ("two new 737 Max jets", [("two", "COUNT"), ("737", "NUMBER")]),
    ("ISO 3888-2", [("3888", "NUMBER"), ("2", "NUMBER")]),
    ("three of every four", [("three of every four", "RATE")]),
    ("three of any four", [("three", "COUNT"), ("four", "COUNT")]),
    ("a tap for every 50 huts", [("50", "RATE")]),
    ("a tap for 50 huts", [("50", "COUNT")]),
    ("children under five", [("under five", "AGE", "less_than")]),
    ("ships under five", [("under five", "COUNT", "less_than")]),
    ("younger than five", [("five", "AGE")]),
    ("larger than five", [("five", "COUNT")]),
    ("a boy of 15", [("15", "AGE")]),
    ("a crew of 15", [("15", "COUNT")]),
    ("the twins, both 19", [("19", "AGE")]),
    ("and all 19", [("19", "COUNT")]),
    ("charges over 4 barns", [("4", "COUNT")]),
    ("charges of over 4 barns", [("over 4", "COUNT", "more_than")]),
    ("voted on the bill of the north late on, 81-62", [("81-62", "COUNT", "tally"), ("62", "COUNT", "tally")]),
    ("beat the club of the north late on, 81-62", [("81-62", "SCORE")]),
    ("a minimum five huts", [("a minimum five", "COUNT", "at_least")]),
    ("the minimum of five huts", [("minimum of five", "COUNT", "at_least")]),
    ("a maximum 20 huts", [("a maximum 20", "COUNT", "at_most")]),
    ("the maximum, 20 huts", [("20", "COUNT")]),
    ("just shy of 900 huts", [("just shy of 900", "COUNT", "less_than")]),
    ("a horse shy of 900 huts", [("900", "COUNT")]),
    ("of the 40 six at most died", [("40", "COUNT"), ("six at most", "COUNT", "at_most")]),
    ("they talked about 64 huts", [("64", "COUNT")]),
    ("they built about 64 huts", [("about 64", "COUNT", "about")]),
    ("he served under five kings", [("five", "COUNT")]),
    ("he met under five kings", [("under five", "COUNT", "less_than")]),
    ("40 quintals of rye, 12 bighas", [("40 quintals", "MEASURE"), ("12 bighas", "MEASURE")]),
    ("40 quinces and 12 bigots", [("40", "COUNT"), ("12", "COUNT")]),
    ("a 12-point plan", [("12", "COUNT")]),
    ("a 12-point lead", [("12-point", "MEASURE")]),
    ("the plan of May has nine points", [("nine", "COUNT")]),
    ("the club of May has nine points", [("nine points", "MEASURE")]),
    ("the plan has a lead of nine points", [("nine points", "MEASURE")]),
    ("who shot 29 for his side", [("29", "SCORE")]),
    ("who shot 29 for fun", [("29", "COUNT")]),
    ("he shot 68 on a par-72 course", [("68", "SCORE")]),
    ("he shot 68 kings on a par-72 course", [("68", "COUNT")]),
    ("Local 418 of the union", [("418", "NUMBER")]),
    ("the local 418 of us", [("418", "COUNT")]),
]

# A sentence, its Penn tags, and its figures: words, label, modifier where it is not "exact".
SENTENCES = [
    ("Norway 1-3 Austria", "NNP CD HYPH CD NNP", [("1-3", "SCORE")]),
    ("Norway sent 1-3 Austrians .", "NNP VBD CD HYPH CD NNPS .", [("1-3", "COUNT")]),
    ("On May 1-3 Monday .", "IN NNP CD HYPH CD NNP .", [("May 1-3", "DATE")]),
    ("Flight AV 663 IAD 02:30", "NN NNP CD NNP CD", [("663", "NUMBER"), ("02:30", "TIME")]),
    ("The US 663 GOP members", "DT NNP CD NNP NNS", [("663", "COUNT")]),
    ("Six sailed and one won a prize", "CD VBD CC CD VBD DT NN", [("Six", "COUNT"), ("one", "COUNT")]),
    ("It cost 40 won", "PRP VBD CD NN", [("40 won", "MONEY")]),
    ("Six hot days", "CD JJ NNS", [("Six hot days", "DURATION")]),
    ("Six hot meals", "CD JJ NNS", [("Six", "COUNT")]),
    (
        "Of those lost last year, 106, or a few, were found.",
        "IN DT VBN JJ NN , CD , CC DT JJ , VBD VBN .",
        [("106", "COUNT")],
    ),
    ("The driver, 34, was found.", "DT NN , CD , VBD VBN .", [("34", "AGE")]),
    (
        "It paid 410 million crowns, 300 forints and 900 Swedish crowns.",
        "PRP VBD CD CD NNS , CD NNS CC CD JJ NNS .",
        [("410 million crowns", "MONEY"), ("300 forints", "MONEY"), ("900 Swedish crowns", "MONEY")],
    ),
    (
        "The king wore three crowns and two shoe soles.",
        "DT NN VBD CD NNS CC CD NN NNS .",
        [("three", "COUNT"), ("two", "COUNT")],
    ),
    (
        "She was 88. He turned 40 when I was 12, and she is 30 and well.",
        "PRP VBD CD . PRP VBD CD WRB PRP VBD CD , CC PRP VBZ CD CC JJ .",
        [("88", "AGE"), ("40", "AGE"), ("12", "AGE"), ("30", "AGE")],
    ),
    (
        "It was 88. They were 12, and she was 14 wins ahead.",
        "PRP VBD CD . PRP VBD CD , CC PRP VBD CD NNS RB .",
        [("88", "COUNT"), ("12", "COUNT"), ("14", "COUNT")],
    ),
    (
        "The youngest was 8. Ada Marsh, a nurse, is 41 and she was 19 on that day.",
        "DT JJS VBD CD . NNP NNP , DT NN , VBZ CD CC PRP VBD CD IN DT NN .",
        [("8", "AGE"), ("41", "COUNT"), ("19", "AGE")],
    ),
    (
        "Boys aged 12, 9 and 4 found 12 coins.",
        "NNS VBN CD , CD CC CD VBD CD NNS .",
        [("aged 12", "AGE"), ("9", "AGE"), ("4", "COUNT"), ("12", "COUNT")],
    ),
    (
        "It costs 40 fils, 35 pesewas or 9 fields.",
        "PRP VBZ CD NNS , CD NNS CC CD NNS .",
        [("40 fils", "MONEY"), ("35 pesewas", "MONEY"), ("9", "COUNT")],
    ),
    (
        "Seven 4-H kids live at 8 Rowan Crescent, four at 12 Rowan Fields.",
        "CD CD HYPH NNP NNS VBP IN CD NNP NNP , CD IN CD NNP NNPS .",
        [("Seven", "COUNT"), ("4-H", "NUMBER"), ("8 Rowan Crescent", "NUMBER"), ("four", "COUNT"), ("12", "COUNT")],
    ),
    (
        "He served 12 of 15 years with 12 of 15 men.",
        "PRP VBD CD IN CD NNS IN CD IN CD NNS .",
        [("12", "DURATION"), ("15 years", "DURATION"), ("12", "COUNT"), ("15", "COUNT")],
    ),
    (
        "Marsh had 988 and the Greens 12; he drove a Boeing 12.",
        "NNP VBD CD CC DT NNPS CD : PRP VBD DT NNP CD .",
        [("988", "COUNT"), ("12", "COUNT"), ("12", "NUMBER")],
    ),
    (
        "The toll is 58 — 31 men; Hale won 58-31.",
        "DT NN VBZ CD : CD NNS : NNP VBD CD HYPH CD .",
        [("58", "COUNT"), ("31", "COUNT"), ("58-31", "SCORE")],
    ),
    ("The minister held nine calls.", "DT NN VBD CD NNS .", [("nine", "COUNT")]),
    (
        "At least 12 ships and up to about 20 boats sank.",
        "IN JJS CD NNS CC RB IN RB CD NNS VBD .",
        [("At least 12", "COUNT", "at_least"), ("up to about 20", "COUNT", "at_most")],
    ),
    (
        "Fewer than 30 voters came, no more than ten stayed.",
        "JJR IN CD NNS VBD , RB JJR IN CD VBD .",
        [("Fewer than 30", "COUNT", "less_than"), ("no more than ten", "COUNT", "at_most")],
    ),
    (
        "Some 40 or so fans and 10,000-plus others cheered.",
        "DT CD CC RB NNS CC CD , CC NNS VBD .",
        [("Some 40", "COUNT", "about"), ("10,000-plus", "COUNT", "at_least")],
    ),
    (
        "A dozen farms, half a dozen barns and two dozen sheds burned.",
        "DT JJ NNS , RB DT CD NNS CC CD CD NNS VBN .",
        [("A dozen", "COUNT"), ("half a dozen", "COUNT"), ("two dozen", "COUNT")],
    ),
    (
        "Between 10 and 15 homes and 3.2m trees were lost.",
        "IN CD CC CD NNS CC CD NN NNS VBD VBN .",
        [("Between 10 and 15", "COUNT"), ("3.2m", "COUNT")],
    ),
    (
        "The five-member panel met a trio of sisters.",
        "DT CD HYPH NN NN VBD DT NN IN NNS .",
        [("five", "COUNT"), ("a trio", "COUNT")],
    ),
    (
        "It cost $50 billion, or US$ 3.5 million a year.",
        "PRP VBD $ CD CD , CC NNP CD CD DT NN .",
        [("$50 billion", "MONEY"), ("US$ 3.5 million a year", "MONEY")],
    ),
    ("He paid Rs. 500 and 25 cents.", "PRP VBD NNP , CD CC CD NNS .", [("Rs. 500", "MONEY"), ("25 cents", "MONEY")]),
    (
        "A fine of 2,000 yuan or £5m was set.",
        "DT NN IN CD NN CC NN CD NN VBD VBN .",
        [("2,000 yuan", "MONEY"), ("£5m", "MONEY")],
    ),
    ("Prices rose 20 or 30 percent.", "NNS VBD CD CC CD NN .", [("20 or 30 percent", "PERCENT")]),
    (
        "Turnout was 2/3, up five percentage points.",
        "NN VBD CD , RP CD NN NNS .",
        [("2/3", "PERCENT"), ("five percentage points", "PERCENT")],
    ),
    ("About a quarter of the crew left.", "RB DT NN IN DT NN VBD .", [("About a quarter", "PERCENT", "about")]),
    (
        "They seized 222 kilograms on 12,000 acres.",
        "PRP VBD CD NNS IN CD NNS .",
        [("222 kilograms", "MEASURE"), ("12,000 acres", "MEASURE")],
    ),
    (
        "A six-foot wall and a 40-mile road were built.",
        "DT CD HYPH NN NN CC DT CD HYPH NN NN VBD VBN .",
        [("six-foot", "MEASURE"), ("40-mile", "MEASURE")],
    ),
    ("Two foot patrols went out.", "CD NN NNS VBD RP .", [("Two", "COUNT")]),
    (
        "He got a 15-year term and two full days of leave.",
        "PRP VBD DT CD HYPH NN NN CC CD JJ NNS IN NN .",
        [("15-year", "DURATION"), ("two full days", "DURATION")],
    ),
    (
        "After two and a half years he left for 24 hours.",
        "IN CD CC DT NN NNS PRP VBD IN CD NNS .",
        [("two and a half years", "DURATION"), ("24 hours", "DURATION")],
    ),
    (
        "The driver, 34, and Ada Marsh, 51, died.",
        "DT NN , CD , CC NNP NNP , CD , VBD .",
        [("34", "AGE"), ("51", "AGE")],
    ),
    (
        "A 58-year-old man and a boy aged 14 came.",
        "DT CD HYPH NN HYPH JJ NN CC DT NN VBD CD VBD .",
        [("58-year-old", "AGE"), ("aged 14", "AGE")],
    ),
    ("In the room, 12 people sat.", "IN DT NN , CD NNS VBD .", [("12", "COUNT")]),
    (
        "It began in 2009 and ended on March 23, 2012.",
        "PRP VBD IN CD CC VBD IN NNP CD , CD .",
        [("2009", "DATE"), ("March 23, 2012", "DATE")],
    ),
    (
        "In the 1990s and from 1939 to 1945 it closed.",
        "IN DT NNS CC IN CD IN CD PRP VBN .",
        [("1990s", "DATE"), ("1939", "DATE"), ("1945", "DATE")],
    ),
    (
        "More than 2,000 people came in 2000.",
        "JJR IN CD NNS VBD IN CD .",
        [("More than 2,000", "COUNT", "more_than"), ("2000", "DATE")],
    ),
    ("The 2014 attacks killed 2000 people.", "DT CD NNS VBD CD NNS .", [("2014", "DATE"), ("2000", "COUNT")]),
    (
        "The vote was at 7.30 pm, not 1:30 a.m.",
        "DT NN VBD IN CD NN , RB CD NN",
        [("7.30 pm", "TIME"), ("1:30 a.m.", "TIME")],
    ),
    (
        "The board voted 3-2 for the plan.",
        "DT NN VBD CD SYM CD IN DT NN .",
        [("3-2", "COUNT", "tally"), ("2", "COUNT", "tally")],
    ),
    ("United won 3-1 at home.", "NNP VBD CD SYM CD IN NN .", [("3-1", "SCORE")]),
    ("The team lost 4-2 and fans left.", "DT NN VBD CD SYM CD CC NNS VBD .", [("4-2", "SCORE")]),
    (
        "One in five women and 8 out of 10 men agreed.",
        "CD IN CD NNS CC CD IN IN CD NNS VBD .",
        [("One in five", "RATE"), ("8 out of 10", "RATE")],
    ),
    (
        "It sells 15 a month and runs six weekly trains.",
        "PRP VBZ CD DT NN CC VBZ CD JJ NNS .",
        [("15 a month", "RATE"), ("six weekly", "RATE")],
    ),
    ("There were 40 deaths per 100,000 people.", "EX VBD CD NNS IN CD NNS .", [("40 deaths per 100,000", "RATE")]),
    ("He called ten people a day after the fire.", "PRP VBD CD NNS DT NN IN DT NN .", [("ten", "COUNT")]),
    ("It was three times as many as before.", "PRP VBD CD NNS RB JJ IN RB .", [("three times", "BARE")]),
    ("Under Article 5 the No. 3 reactor closed.", "IN NN CD DT NNP , CD NN VBN .", [("5", "NUMBER"), ("3", "NUMBER")]),
    ("A Boeing 737 landed on Highway 280.", "DT NNP CD VBD IN NNP CD .", [("737", "NUMBER"), ("280", "NUMBER")]),
    (
        "He lives at 341 Main St. with two dogs.",
        "PRP VBP IN CD NNP NNP IN CD NNS .",
        [("341 Main St.", "NUMBER"), ("two", "COUNT")],
    ),
    ("Police blocked the 700 block of Hill Road.", "NNS VBD DT CD NN IN NNP NNP .", [("700 block", "NUMBER")]),
    (
        "See part 3 of 5 parts on page 20.",
        "VB NN CD IN CD NNS IN NN CD .",
        [("3", "NUMBER"), ("5", "COUNT"), ("20", "NUMBER")],
    ),
    (
        "It took first place and the 22nd seat.",
        "PRP VBD JJ NN CC DT JJ NN .",
        [("first", "ORDINAL"), ("22nd", "ORDINAL")],
    ),
    ("A second later the second man fell.", "DT NN RBR DT JJ NN VBD .", [("second", "ORDINAL")]),
    (
        "He presided over three tests and over two states.",
        "PRP VBD RP CD NNS CC RB CD NNS .",
        [("three", "COUNT"), ("over two", "COUNT", "more_than")],
    ),
    ("Rates hit 4.5 on a scale of 007.", "NNS VBD CD IN DT NN IN CD .", [("4.5", "BARE"), ("007", "NUMBER")]),
    ("The top two go through.", "DT JJ CD VBP RB .", [("two", "COUNT")]),
    ("In the top two go names.", "IN DT JJ CD NN NNS .", [("two", "COUNT")]),
    ("He is in the top 10.", "PRP VBZ IN DT JJ CD .", [("10", "ORDINAL")]),
    ("Harn 3 Bow 0.", "NNP CD NNP CD .", [("3 Bow 0", "SCORE")]),
    ("Harn 3 Bow 0 votes.", "NNP CD NNP CD NNS .", [("3", "COUNT"), ("0", "COUNT")]),
    ("Ada has six, Rossi's six.", "NNP VBZ CD , NNP POS CD .", [("six", "COUNT"), ("six", "COUNT")]),
    (
        "Nine days and nine men later it ended.",
        "CD NNS CC CD NNS RB PRP VBD .",
        [("Nine days", "DURATION"), ("nine", "COUNT")],
    ),
]


@pytest.fixture(scope="module")
def component() -> FiguresExtractor:
    vocab = Vocab(strings=NLP.vocab.strings)
    vocab.lookups = rules.tables_reader(str(TABLES))
    return FiguresExtractor(vocab)


def tagged(text: str, tags: str):
    return parsed(text, "|".join(f"{tag} dep {i}" for i, tag in enumerate(tags.split())))


def found(component: FiguresExtractor, doc) -> list[tuple[str, ...]]:
    return [(span.text, span.label_) + ((span.id_,) if span.id_ != "exact" else ()) for span in component.match(doc)]


@pytest.mark.parametrize(("text", "tags", "figures"), SENTENCES, ids=[text for text, *_ in SENTENCES])
def test_every_figure_has_its_kind(component, text, tags, figures):
    assert found(component, tagged(text, tags)) == figures


@pytest.mark.parametrize(("text", "figures"), PLAIN, ids=[text for text, _ in PLAIN])
def test_a_figure_has_its_unit(component, text, figures):
    nouns = dict.fromkeys(("guard", "fine", "race", "screen"), "NN")
    tags = nouns | {"Max": "NNP", "jets": "NNS", "new": "JJ", "kings": "NNS"}
    doc = NLP(text)
    for token in doc:
        token.tag_ = tags.get(token.text, "")
    assert found(component, doc) == figures


def test_no_figure_crosses_a_line(component):
    assert found(component, NLP("They met 12\n000 people")) == [("12", "COUNT"), ("000", "NUMBER")]


# Lines of a list, and the numbers that are cells of a table.
TABLES_OF_ROWS = [
    ("Civic Union 157\nFreedom List 27", ["157", "27"]),
    ("Civic Union 19 (16)\nFreedom List 8 (10)", ["19", "16", "8", "10"]),
    ("Ada Marsh 1,204 34.6%\nBen Okoro 911 25.1%", ["1,204", "911"]),
    ("From Harn (6): Marsh, Okoro\nFrom Bow (2): Lee, Venn", ["6", "2"]),
    ("Leeds – 12\nYork: 9", ["12", "9"]),
]
NO_TABLES = {
    "one line": "Civic Union 157",
    "a line without a number": "Civic Union 157\nFreedom List",
    "ages": "Ada Marsh, 41\nBen Okoro, 29",
    "names of models": "Airbus 320\nAirbus 350",
    "words behind the number": "Civic Union 157 of them\nFreedom List 27 of them",
    "a number before the name": "157 boats\n27 ships",
}


@pytest.mark.parametrize(("text", "cells"), TABLES_OF_ROWS)
def test_every_line_of_a_table_is_a_name_and_its_figures(component, text, cells):
    assert [row[0] for row in found(component, listed(text)) if row[-1] == "row"] == cells


@pytest.mark.parametrize("text", NO_TABLES.values(), ids=NO_TABLES)
def test_lines_that_make_no_table(component, text):
    assert [row for row in found(component, listed(text)) if row[-1] == "row"] == []


def listed(text: str):
    doc = parsed(text)
    doc.spans["blocks"] = [doc.char_span(0, len(text), label="list")]
    return doc


def test_a_number_inside_a_name_is_no_count(component):
    doc = parsed("Twenty 20 Motors hired 20 people", ents=[("Twenty 20 Motors", "ORG")])
    assert found(component, doc) == [("Twenty", "NUMBER"), ("20", "NUMBER"), ("20", "COUNT")]


def test_an_age_follows_a_person(component):
    doc = parsed("Ada Marsh, 40, left", ents=[("Ada Marsh", "PERSON")])
    assert found(component, doc) == [("40", "AGE")]


def test_the_component_writes_its_group(component):
    doc = component(NLP("12 ships"))
    assert [span.text for span in doc.spans["figures"]] == ["12"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "9" * 10_000, "1e9999", "- - -", "between", "half", "$", "12 -"])
def test_odd_texts_do_no_harm(component, text):
    component(NLP(text))
