"""Which figures a text sets against each other: every turn of the table, and near-misses in equal number.

The figures of a sentence are found as `newstally.extractors.figures` finds them, without tags; numbers with the noun
that follows stand for the counts of the resolver.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from spacy.tokens import Span as DocSpan

from helpers import NLP
from marked import TABLES
from newstally import mentions, rules
from newstally.extractors.figures import FiguresExtractor
from newstally.resolve.comparisons import comparisons
from newstally.resolve.quantities import quantities
from newstally.types import Amount, Article, Comparison, Count, Mentions
from newstally.words import amounts

CONFIGS = Path(__file__).parents[2] / "configs"
TURNS = [(kind, row["turn"], row["example"]) for kind, rows in TABLES["comparisons"]["turns"].items() for row in rows]
UNITS = {"countries": "country", "parties": "party", "companies": "company", "people": "person", "children": "child"}


@pytest.fixture(scope="module")
def read() -> Iterator[Callable[..., list[Comparison]]]:
    lookups, NLP.vocab.lookups = NLP.vocab.lookups, rules.tables_reader(str(CONFIGS / "tables"))
    component = FiguresExtractor(NLP.vocab)

    def run(text: str, *, said: bool = True) -> list[Comparison]:
        doc = NLP(text)
        for token in doc:
            token.is_sent_start = token.i == 0 or doc[token.i - 1].text in ".!?"
        doc.spans["blocks"] = [DocSpan(doc, 0, len(doc), label="paragraph")]
        page = mentions.read(component(doc), Article("t", text))
        found = comparisons(page, tuple(_counts(page)), quantities(page, TABLES), TABLES)
        return [one for one in found if one.said == said]

    yield run
    NLP.vocab.lookups = lookups


def _counts(page: Mentions) -> Iterator[Count]:
    """A count for every number with a plural after it, and for one between commas, of the things counted before."""
    before = ""
    for mention in page["figures"]:
        noun = page.tokens[mention.last].lower if mention.last < len(page.tokens) else ""
        is_alone = noun == page.tokens[mention.first - 1].text == ","
        if mention.label == "COUNT" and is_alone and before:
            amount = amounts.amount(mention.text.lower()) or Amount(None, None, None)
            yield Count(f"N{mention.first}", mention.span, amount, before, "", before, (), 0, mention.sentence)
        if mention.label == "COUNT" and noun.isalpha() and (noun.endswith("s") or noun in UNITS) and len(noun) > 3:
            unit = before = UNITS.get(noun) or noun[:-1]
            span = page.span(mention.span.start, page.tokens[mention.last].end)
            amount = amounts.amount(mention.text.lower()) or Amount(None, None, None)
            yield Count(f"N{mention.first}", span, amount, unit, noun, unit, (), 0, mention.sentence)


def shown(one: Comparison) -> str:
    """A comparison in a line: kind, base, other and rate in the words of the text, the sign."""
    texts = [term.span.text if term else "-" for term in (one.base, one.other, one.rate)]
    return " | ".join([one.kind, *texts, str(one.sign)])


@pytest.mark.parametrize(("kind", "turn", "example"), TURNS)
def test_every_turn_reads_its_example(read, kind, turn, example):
    if kind in ("apposed", "portion", "part", "move"):  # these need other figures or the units of counts; see below
        assert not [one for one in read(example) if one.kind == "change"]
    else:
        wanted = "share" if kind in ("share", "fraction") else "change"
        assert [one.kind for one in read(example) if one.rate] == [wanted]


CHANGES = [
    ("Output fell from 412,000 to 350,200, down 15 percent.", "412,000 | 350,200 | 15 percent | -1"),
    ("Sales rose 20 per cent to 1,260 from 1,050.", "1,050 | 1,260 | 20 per cent | 1"),
    ("It doubled from 42 to 85.", "42 | 85 | doubled | 0"),
    ("Cases more than doubled, from 410 to 790.", "410 | 790 | more than doubled | 0"),
    ("They raised $3 more than the $38 last year: $41.", "$38 | $41 | $3 | 1"),
    ("It is up from 30 to 33, three more.", "30 | 33 | three | 1"),
    ("It was cut by 35 percent from 20,000 to 13,000 tonnes.", "20,000 | 13,000 tonnes | 35 percent | -1"),
    ("It grew by 14,600, nearly double the 7,900 of the quarter before.", "7,900 | 14,600 | double | 0"),
    ("Rates rose 0.5 points to 5.2 percent from 4.7 percent.", "4.7 percent | 5.2 percent | 0.5 points | 1"),
    ("The number of ships fell 40 percent, to 30 from 50.", "50 | 30 | 40 percent | -1"),
    ("Revenue increased 12% to $5.6 billion, compared with $5.1 billion.", "$5.1 billion | $5.6 billion | 12% | 1"),
    ("Profit was $56, an increase of 12 percent over the $50 of 2023.", "$50 | $56 | 12 percent | 1"),
    ("A kilo is 90 rupees, up from 60 rupees last month, a 50 percent rise.", "60 rupees | 90 rupees | 50 percent | 1"),
    ("The price jumped by a quarter, from $20 to $25.", "$20 | $25 | a quarter | 1"),
    ("There were 900, three times as many as the 300 in 2010.", "300 | 900 | three times | 0"),
    ("Attendance was 12,000, half of last year's 24,000.", "24,000 | 12,000 | half | 0"),
    ("It went from 8 million to 28 million, with a growth rate of 250%.", "8 million | 28 million | 250% | 1"),
    ("It sold for $12, $2 above the estimate of $10.", "$10 | $12 | $2 | 1"),
    ("It rose from 1.2 to 1.5 million, up 25 percent.", "1.2 | 1.5 million | 25 percent | 1"),
    ("It won 30 of the 63 seats, two fewer than the 32 seats it needs.", "32 | 30 | two | -1"),
    (
        "Profit fell to 126 million euros ($147 million) from 150 million a year ago, a drop of 16 percent.",
        "150 million | 126 million euros | 16 percent | -1",
    ),
    ("It fell from 64,000 in May to 48,000 in June, a drop of a quarter.", "64,000 | 48,000 | a quarter | -1"),
    (
        "It has 412,000 boxes in the first half of the year, up 13 percent from 363,000 last year.",
        "363,000 | 412,000 | 13 percent | 1",
    ),
    ("It added two races, raising the number of events from 26 to 28.", "26 | 28 | two | 1"),
    ("It rose from 400 to 500, 25 percent.", "400 | 500 | 25 percent | 1"),
    ("Its strength rises from 121 to 129, eight more than before.", "121 | 129 | eight | 1"),
    ("Its strength rises from 121 to 124, eight more than the 116 that it needs.", "116 | 124 | eight | 1"),
]  # fmt: skip

NO_CHANGES = [
    "It won 30 of the 63 seats, and two fewer than 32 seats were free.",
    "Profit rose to 126 million euros ($147 million) in Bow from a loss of 150 million, 18 percent of sales.",
    "Exports rose 20 percent last year and imports fell from 300 to 200.",
    "Sales rose 5 percent a year from 100 to 200.",
    "Growth averaged 5 percent from 100 to 200.",
    "From 2019 to 2022 the price rose 15 percent.",
    "The share of women rose from 20 to 40 percent, and that of men fell 15 percent.",
    "It has 120 workers, up 20 percent from last year, and 1,050 flats.",
    "The fund rose 3 percent to $400, and the firm has 200 staff from 40 countries.",
    "The budget rose by 1 per cent from 2019 to 2022, while pay went from $107 million to $147 million.",
    "Up 15 percent, the index closed at 4,512.",
    "It fell from 64,000 in May to 48,000 in June, in need of a quarter.",
    "It opened 14 shops last year, and took 92 from 78.",
    "Prices ranged from 20 to 40, 15 percent.",
    "It fell from 300 tonnes to $200, down 30 percent.",
    "It rose from 3 cars to 1.5 million, up 25 percent.",
    "Half of the 40 houses were lost, 12 of them in Bow.",
    "It rose from 20 to 40; exports fell 15 percent.",
    "It rose from 20 to 40. Exports fell 15 percent.",
    "Pay rose 10 percent, from 2019, when 300 of 900 were hired.",
    "He lost 20 percent of the vote from 300 to 250.",
    "The two clubs doubled up, with 20 players from 30 to 40.",
]


@pytest.mark.parametrize(("text", "line"), CHANGES)
def test_a_change_is_read_with_its_old_and_new_figure(read, text, line):
    assert f"change | {line}" in [shown(one) for one in read(text)]


@pytest.mark.parametrize("text", NO_CHANGES)
def test_figures_that_say_no_change(read, text):
    assert [shown(one) for one in read(text) if one.kind == "change"] == []


SHARES = [
    ("It will lay off 96 of its 640 people, or 15% of its workforce.", "640 | 96 | 15%"),
    ("It won 57 of 100 members, 57 percent.", "100 | 57 | 57 percent"),
    ("Some 1,032 of 2,400 firms, or 43 per cent, plan to hire.", "2,400 | Some 1,032 | 43 per cent"),
    ("They found larvae in 14,380 houses, 1,106 of them, or 7.7 percent, in Hale.", "14,380 | 1,106 | 7.7 percent"),
    ("Of the 240 workers, 60, or 25 percent, will go.", "240 | 60 | 25 percent"),
    ("About 60 of the 240 workers (25 percent) will go.", "240 | About 60 | 25 percent"),
    ("60 (25 percent) of the 240 workers will go.", "240 | 60 | 25 percent"),
    ("60 workers, or 25 percent of the 240, will go.", "240 | 60 | 25 percent"),
    ("The plant will shed 60 jobs, a quarter of its 240 workers.", "240 | 60 | a quarter"),
    ("Thirty percent of the 240 workers, or 72, will go.", "240 | 72 | Thirty percent"),
    ("Five percent of 70 billion is about 3.5 billion cedis.", "70 billion | about 3.5 billion cedis | Five percent"),
    ("Turnout was 62 percent: 31,000 of 50,000 voters.", "50,000 | 31,000 | 62 percent"),
    ("The hospital treated 60 patients, 24 of whom, or 40 percent, were children.", "60 | 24 | 40 percent"),
    ("Two thirds of voters (64 percent) agreed.", "Two thirds | 64 percent | Two thirds"),
    ("Some 64 percent, or nearly two thirds, agreed.", "nearly two thirds | Some 64 percent | nearly two thirds"),
]  # fmt: skip

NO_SHARES = [
    "He won 57 of 100 seats, 20 percent of them for women.",
    "He won 57 of 100 seats, 20 percent more than in 2019.",
    "He won 57 of 100 seats and 20 percent of the vote.",
    "He won 57 of 100 seats. Turnout was 20 percent.",
    "The two firms, 30 percent of which he owns, employ 900.",
    "She owns 30 percent of the two companies' 900 shops.",
    "Of the 240 workers, 60 live in Hale and 25 percent are women.",
    "A majority of 51 of 100 seats, up 20 percent, was lost.",
    "The 60 jobs are 20 percent better paid than the 240 in Hale.",
    "It paid 5 percent on $70 million and 3.5 billion cedis.",
    "Turnout of 62 percent was above the 31 percent of 2019.",
    "It sold 40 percent in 12 of 30 shops a year.",
    "Two thirds came by train, 40 percent more by bus.",
    "He scored nine out of ten, 40 percent.",
]


@pytest.mark.parametrize(("text", "line"), SHARES)
def test_a_share_is_read_with_its_part_and_whole(read, text, line):
    assert f"share | {line} | 0" in [shown(one) for one in read(text)]


@pytest.mark.parametrize("text", NO_SHARES)
def test_figures_that_say_no_share(read, text):
    assert [shown(one) for one in read(text) if one.rate and one.other] == []


PARTS = [
    ("Police linked 14 of 12 deaths to the heat.", "12 | 14"),
    ("Of the 20 people aboard, 25 died.", "20 | 25"),
    ("There were 12 deaths, 14 of them in Hale.", "12 | 14"),
    ("There were 12 deaths, of which 14 were in Hale.", "12 | 14"),
    ("There were 12 people aboard, including 14 children.", "12 | 14"),
    ("The ship carried 20 people, of whom 22 were rescued.", "20 | 22"),
    ("It sold 40 out of 30 tickets.", "30 | 40"),
    ("Voters chose 25 of the 20 councillors.", "20 | 25"),
    ("Of the 12 suspects, 15 were held.", "12 | 15"),
    ("Some 30 workers came, 35 of whom were paid.", "Some 30 | 35"),
]

NO_PARTS = [
    "Some 40 of the two parties' members stayed away.",
    "Of the five teams, 60 players were tested.",
    "The 12 families, including 30 children, left.",
    "There were 58 days with zero homicides, of which 10 were in July.",
    "Of the 12 suspects, 10 were held; 25 years passed.",
    "He scored 31 out of 30.",
    "It is 14 of the bigger groups of 12 members.",
    "It rained 300 of 250 millimetres.",
    "Of the 20 countries, 300 people were named.",
    "In 2020, 14 deaths and 12 thefts of 20 bikes were counted.",
]


@pytest.mark.parametrize(("text", "line"), PARTS)
def test_a_part_is_read_with_its_whole(read, text, line):
    assert f"share | {line} | - | 0" in [shown(one) for one in read(text)]


@pytest.mark.parametrize("text", NO_PARTS)
def test_figures_that_are_no_part_of_each_other(read, text):
    wholes = [(one.base.amount.value or 0, one.other.amount.value or 0) for one in read(text) if one.other]
    assert [(whole, part) for whole, part in wholes if part > whole] == []


PORTIONS = [
    ("37 percent of the eight members voted for it.", ["eight | - | 37 percent"]),
    ("Only 12 percent of the six countries signed.", ["six | - | 12 percent"]),
    ("He owns 30 percent of the two companies.", []),
    ("She spent 30 percent of the eight members' fees.", []),
    ("The fire burned 30 percent of the seven hectares.", []),
    ("Pay rose 37 percent for the eight members.", []),
]


@pytest.mark.parametrize(("text", "wanted"), PORTIONS)
def test_a_percentage_of_a_few_that_have_no_halves(read, text, wanted):
    found = [shown(one) for one in read(text) if one.rate and not one.other]
    assert found == [f"share | {line} | 0" for line in wanted]


APPOSED = [
    ("It has 412 samples. A third of the samples, 137, hold life.", ["412 | 137 | A third"]),
    ("It has 412 samples. It rained. A third of them, 137, hold life.", ["412 | 137 | A third"]),
    ("Of the 90 workers, 71 workers fight. More than a third of them, 33, are ill.", ["90 | 33 | More than a third"]),
    ("It has 412 samples. A third of them, 180, hold life.", []),
    ("It has 412 samples. A third of them, 137 metres down, hold life.", []),
    ("It has 412 samples. A third of them, 137 by now, hold life.", []),
]


@pytest.mark.parametrize(("text", "wanted"), APPOSED)
def test_the_number_that_a_fraction_is_belongs_to_the_whole_that_fits(read, text, wanted):
    found = [shown(one) for one in read(text, said=False) if one.rate and one.rate.unit == "fraction"]
    assert found == [f"share | {line} | 0" for line in wanted]


ELSEWHERE = [
    ("Six nurses came. The number of nurses rises from 58 nurses to 64 nurses.", "change | 58 | 64 | Six | 0"),
    ("It has 64 boats, against 58 boats in May. It rained. Six boats are new.", None),
    ("It will hire 60 guards. It rained. It rained. The force goes from 580 guards to 640 guards.",
     "change | 580 | 640 | 60 | 0"),
    ("It will hire 60 cooks. It rained. It rained. The force goes from 580 guards to 640 guards.", None),
    ("It sold 60 tickets. The force goes from 580 guards to 640 guards.", None),
    ("Turnout was 82 percent. It rained. There were 738 of the 902 members.", "share | 902 | 738 | 82 percent | 0"),
    ("Turnout was about 82 percent. There were 738 of the 902 members.", None),
    ("It rained. It rained. It rained. It was 40 percent. It rained. Police held four of the ten drivers.", None),
    ("Sales rose 12 percent. It rained. They let 738 of the 902 flats.", "share | 902 | 738 | 12 percent | 0"),
    ("It rained. It rained. It rained. Pay rose 82 percent. It rained. They let 738 of the 902 flats.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line"), ELSEWHERE)
def test_what_two_figures_come_to_may_stand_elsewhere(read, text, line):
    """Whether it is that, only the arithmetic of the check can tell: 12 percent is not what 738 of 902 make."""
    found = [shown(one) for one in read(text, said=False)]
    assert line in found if line else found == []


def test_figures_that_only_stand_near_are_told_apart(read):
    text = "Taiwan sold 431 tonnes in 2016 and 869 tonnes last year, a 102 percent increase."
    assert read(text) == []
    assert "change | 431 tonnes | 869 tonnes | 102 percent | 1" in [shown(one) for one in read(text, said=False)]


def test_a_note_of_correction_is_not_read(read):
    doc = NLP("It fell from 400 to 300, down 25 percent.")
    doc.spans["blocks"] = [DocSpan(doc, 0, len(doc), label="correction")]
    page = mentions.read(FiguresExtractor(NLP.vocab)(doc), Article("t", doc.text))
    assert comparisons(page, (), quantities(page, TABLES), TABLES) == ()


def test_figures_written_out_are_as_fine_as_the_finer(read):
    (one,) = read("Some 1,032 of 2,400 firms, or 43 percent, plan to hire.")
    assert one.other and (one.base.grain, one.other.grain) == (0, 0)
    (other,) = read("Output fell from 412,000 to 350,200, down 15 percent.")
    assert other.other and (other.base.grain, other.other.grain) == (100, 100)


@pytest.mark.parametrize(
    ("sentence", "grains"),
    [
        ("Profit rose 20 per cent to $6 million from $4.8 million.", (1e5, 1e5)),
        ("Profit rose 20 per cent to $6 million from $4.83 million.", (1e4, 1e5)),
        ("Profit rose 20 per cent to $6 million from $5 million.", (1e6, 1e6)),
    ],
)
def test_a_figure_is_finer_by_a_digit_where_the_other_has_one(read, sentence, grains):
    """Nobody prints "6.0 million"; beside "4.83 million" it may still be rounded to a tenth."""
    (one,) = read(sentence)
    assert one.other and (one.base.grain, one.other.grain) == grains
