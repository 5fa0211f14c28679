"""What a bare number is of: the set that the text has spoken of, out of several; and numbers that are of none.

Parses stand in ``parses/spoken.jsonl``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from helpers import NLP, parsed
from marked import CUES, ROOT, TABLES, sentences
from newstally import mentions, rules
from newstally.extractors.figures import FiguresExtractor
from newstally.resolve.counts import counts
from newstally.types import Article

SENTENCES = sentences("spoken")

# A text and all that it counts.
SPOKEN_OF = {
    "Twelve horses escaped from a barn on Monday. Seven died, but five are still loose.":
        "12 horse, 7 horse, 5 horse",
    "Two ferries sank in the gulf on Sunday, and 41 died.": "2 ferry, 41 person",
    "Four had admitted the fraud.": "4 person",
    "Eleven miners died and 19 were injured.": "11 miner, 19 miner",
    "Forty pupils and two teachers sat in the bus. Nine of them were hurt.": "40 pupil, 2 teacher, 9 pupil",
    "Of the dead pilots, seven lived in Harn, three came from Bow and one from Lempa.": "7 pilot, 3 pilot, 1 pilot",
    "Of the ten boats, the storm sank two.": "10 boat, 2 boat",
    "They bought 14 radios. We packed nine flags. Nine of the 14 had been lost.":
        "14 radio, 9 flag, 9 radio, 14 radio",
    "Only three of the 14 bridges passed. The 11 that failed will be shut.": "3 bridge, 14 bridge, 11 bridge",
    "By noon, eight of the 19 injured were still in hospital.": "8 person, 19 person",
    "A gang of six robbed a mother of three.": "6 person, 3 child",
    "Drones filmed 60 whales. Later they showed a pod of 30.": "60 whale, 30 whale",
    "The club signed 14 players, up from nine a year earlier.": "14 player, 9 player",
    "The shop sold 600 loaves on Saturday, twice the usual 300.": "600 loaf, 300 loaf",
    "About 140 divers came on Monday, double last week's 70.": "140 diver, 70 diver",
    "Arrests fell to 212 from 340 in 2019.": "212 arrest, 340 arrest",
    "Employment grew by 14,600 in May.": "14600 job",
    "The cabinet grows by three, from 30 members to 33.": "3 member, 30 member, 33 member",
    "In all, 300 runners from 20 towns started, against 250 from 18.": "300 runner, 20 town, 250 runner, 18 town",
    "He counts 48 deputies, eight short of the 56 he needs.": "48 deputy, 8 deputy, 56 deputy",
    "With 24 of 38 shops open, 11 closed and three unfinished, the street is quiet.":
        "24 shop, 38 shop, 11 shop, 3 shop",
    "Spain sent 120 nurses, France 80 and Italy 45.": "120 nurse, 80 nurse, 45 nurse",
    "It listed 17 planets, among them five that were withdrawn.": "17 planet, 5 planet",
    "The bill was backed by 310 members and opposed by 205.": "310 member, 205 member",
    "The fleet has eight trawlers. One sank in March and two were sold.": "8 trawler, 1 trawler, 2 trawler",
    "The club won 13 medals, five gold, four silver and four bronze.": "13 medal, 5 medal, 4 medal, 4 medal",
    "The city bought 2,317 sick and dying dogs.": "2317 dog",
    "He has survived five no-confidence motions.": "5 motion",
    "It runs 31 today. It opened with eight shops.": "8 shop",
    "Police rescued 40 people in Harn. It has watched 18,400 stars.": "40 person, 18400 star",
}  # fmt: skip

# Texts with a number that counts nothing, or nothing new, beside one that does.
OF_NONE = {
    "Prices rose to 340 from 310 in May.": "",
    "The index fell to 4,120.": "",
    "She turned 60 in May; her sister is 54.": "",
    "The youngest was 8, and Ada Marsh is 41.": "",
    "Two men met Ben Okoro, 29, and Ada Marsh, 34.": "2 man",
    "Three brothers, aged 12, 9 and 4, were found.": "3 brother",
    "They had three children, one of whom died young.": "3 child",
    "Six shops closed. One was a bakery.": "6 shop",
    "He served 12 of 15 years for fraud.": "",
    "The barn was built by 4-H kids.": "",
    "They live at 8 Pioneer Crescent.": "",
    "The bread costs 40 pesewas, up from 35.": "",
    "It is a five-star hotel.": "",
    "He reached the last 16 of the cup.": "",
    "Seven is a lucky number.": "",
    "Harn lost 3-0 and Bow 5-1.": "",
    "Boeing 737 jets and Airbus 320 jets were parked.": "",
    "The band played from 9 to 5.": "",
    "The museum is open from 10 to 6, and until 9 on Fridays.": "",
    "Party A has 30 percent, Party B 25.": "",
    "Temperatures of 38 are forecast.": "",
    "The jets cost 20 million dollars, down from 30.": "",
    "Two clubs won in 2014, in 2016 and in 2019.": "2 club",
    "The lawyer spoke for 12 of 30 minutes.": "",
    "Marsh, a father of twins, is 41.": "",
    "The 7,900 of the past three months were a record.": "7900 person",
    "Room 12 and Room 14 are on floor 3.": "",
    "The ’10’ admits it is time.": "",
}  # fmt: skip

# A headline's bare number has the noun that the story gives it; without a story it has none.
HEADLINES = [
    ("Concert draws 1,800 to park", "More than 1,800 people came on Sunday.", "1800 person, 1800 person"),
    ("Concert draws 1,800 to park", "More than 1,900 people came on Sunday.", "1900 person"),
]


@pytest.fixture(scope="module")
def told() -> Iterator[Callable[..., str]]:
    """Every count of a text as "12 horse", by the blocks of the text."""
    lookups, NLP.vocab.lookups = NLP.vocab.lookups, rules.tables_reader(str(ROOT / "configs/tables"))
    figures = FiguresExtractor(NLP.vocab)

    def run(*blocks: tuple[str, str]) -> str:
        row = SENTENCES["\n".join(text for text, _ in blocks)]
        doc = parsed(row["text"], row["notes"], ents=[tuple(ent) for ent in row["ents"]], blocks=list(blocks))
        page = mentions.read(figures(CUES(doc)), Article("t", row["text"]))
        return ", ".join(f"{count.amount.value:.0f} {count.unit}" for count in counts(page, (), TABLES))

    yield run
    NLP.vocab.lookups = lookups


@pytest.mark.parametrize("text", SPOKEN_OF)
def test_a_bare_number_is_of_a_set_spoken_of(told: Callable[..., str], text: str) -> None:
    assert told((text, "paragraph")) == SPOKEN_OF[text]


@pytest.mark.parametrize("text", OF_NONE)
def test_a_bare_number_that_is_of_none(told: Callable[..., str], text: str) -> None:
    assert told((text, "paragraph")) == OF_NONE[text]


@pytest.mark.parametrize(("headline", "story", "wanted"), HEADLINES)
def test_a_headline_has_its_noun_from_the_story(
    told: Callable[..., str], headline: str, story: str, wanted: str
) -> None:
    assert told((headline, "headline"), (story, "paragraph")) == wanted
