"""What a bare number is of: the set that the text has spoken of, out of several; and numbers that are of none.

Parses stand in ``parses/spoken.jsonl``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from helpers import NLP, parsed
from marked import CODES, CUES, ROOT, TABLES, people, sentences
from newstally import mentions, rules
from newstally.extractors.figures import FiguresExtractor
from newstally.resolve.counts import counts
from newstally.types import Article

SENTENCES = sentences("spoken")

# A text and all that it counts.
SPOKEN_OF = {
    "They asked 1,200 farmers, of whom 636, or 53 percent, agreed.": "1200 farmer, 636 farmer",
    "The robot took 412 samples. A third of the samples, 137, hold life.": "412 sample, 137 sample",
    "They taught 2,640 nurses. Half of them, 1,320, had a job.": "2640 nurse, 1320 nurse",
    "Twelve pilots left. Nine are Danish, two Swedish and one Finnish.": "12 pilot, 9 pilot, 2 pilot, 1 pilot",
    "Of its 900 workers 540, or 60 per cent, are women.": "900 worker, 540 worker",
    "Of the pupils 40 were ill and 70 were late.": "40 pupil, 70 pupil",
    "The park drew 5 million guests in May and 4 million in June.": "5000000 guest, 4000000 guest",
    "The robot took 412 samples. Of these 388 are in Harn.": "412 sample, 388 sample",
    "The thieves, five men and two women, cut more than 130 cables. The sheriff put the number at 138.":
        "5 man, 2 woman, 130 cable, 138 cable",
    "Five guilty, three cleared in trial": "5 person, 3 person",
    "Two clerks met Ada Marsh and Ben Okoro. The pair left.": "2 clerk, 2 person",
    "She bought two walls. Ada Marsh met Ben Okoro. The two fought.": "2 wall, 2 person",
    "Twelve horses escaped from a barn on Monday. Seven died, but five are still loose.":
        "12 horse, 7 horse, 5 horse",
    "Two ferries sank in the gulf on Sunday, and 41 died.": "2 ferry, 41 person",
    "Three had denied the theft.": "3 person",
    "Nine nurses died and 20 were injured.": "9 nurse, 20 nurse",
    "Forty pupils and two teachers sat in the bus. Nine of them were hurt.": "40 pupil, 2 teacher, 9 pupil",
    "Of the dead pilots, six lived in Harn, two came from Bow and one from Lempa.": "6 pilot, 2 pilot, 1 pilot",
    "Of the ten boats, the storm sank two.": "10 boat, 2 boat",
    "They bought 14 radios. We packed nine flags. Nine of the 14 had been lost.":
        "14 radio, 9 flag, 9 radio, 14 radio",
    "Only three of the 14 bridges passed. The 11 that failed will be shut.": "3 bridge, 14 bridge, 11 bridge",
    "By noon, six of the 14 wounded were still in care.": "6 person, 14 person",
    "A gang of five robbed a mother of four.": "5 person, 4 child",
    "Drones filmed 60 whales. Later they showed a pod of 30.": "60 whale, 30 whale",
    "The club signed 14 players, up from nine a year earlier.": "14 player, 9 player",
    "The shop sold 600 loaves on Saturday, twice the usual 300.": "600 loaf, 300 loaf",
    "About 80 divers came on Monday, double last week's 40.": "80 diver, 40 diver",
    "Arrests fell to 212 from 340 in 2019.": "212 arrest, 340 arrest",
    "Employment grew by 3,200 in May.": "3200 job",
    "The choir grows by two, from 14 members to 16.": "2 member, 14 member, 16 member",
    "In all, 300 runners from 20 towns started, against 250 from 18.": "300 runner, 20 town, 250 runner, 18 town",
    "He counts 31 deputies, nine short of the 40 he needs.": "31 deputy, 9 deputy, 40 deputy",
    "With 19 of 30 shops open, eight closed and three unfinished, the street is quiet.":
        "19 shop, 30 shop, 8 shop, 3 shop",
    "Spain sent 120 nurses, France 80 and Italy 45.": "120 nurse, 80 nurse, 45 nurse",
    "It listed 12 comets, among them three that were lost.": "12 comet, 3 comet",
    "The bill was backed by 310 members and opposed by 205.": "310 member, 205 member",
    "The fleet has eight trawlers. One sank in March and two were sold.": "8 trawler, 1 trawler, 2 trawler",
    "The club won nine medals, four gold, three silver and two bronze.": "9 medal, 4 medal, 3 medal, 2 medal",
    "The city took in 310 sick and dying goats.": "310 goat",
    "They set up five no-fly zones.": "5 zone",
    "It opened with six shops. It runs 45 today.": "6 shop, 45 shop",
    "Police rescued 40 people in Harn. They slept under 900 stars.": "40 person, 900 star",
    "A blast killed four guards and wounded 14.": "4 guard, 14 guard",
    "The crowd numbered more than 700.": "700 person",
    "Her death brings the number of people killed by the virus to 50.": "50 person",
    "Police held 100 activists. The government puts the figure at 50.": "100 activist, 50 activist",
    "The blaze forced the evacuation of 3,000.": "3000 person",
    "Some 40 people, not 60, came.": "40 person, 60 person",
    "Some 13 million people's food security is at stake.": "13000000 person",
    "The fire hurt 44 people, including ten guards, and scared 20 others.": "44 person, 10 guard, 20 person",
    "The storm hit 69 ports, all three harbours, and 25 in Peru closed.": "69 port, 3 harbour, 25 port",
    "The court heard nine pilots on Monday and a further 22 on Friday.": "9 pilot, 22 pilot",
    "Harn recalled 14 envoys and said four more would follow.": "14 envoy, 4 envoy",
    "Police took 40 phones. Seven of those arrested are from Harn.": "40 phone, 7 person",
    "Complaints rose from 1,204 to 1,533, an increase of 329.": "1204 complaint, 1533 complaint, 329 complaint",
    "Passenger numbers rose to 3,400 from 2,900.": "3400 passenger, 2900 passenger",
    "Only 38 of the 120 invited came.": "38 person, 120 person",
    "Harn kept 40 men in a cell for nine.": "40 man, 9 person",
    "A crowd estimated at 15,000 filled the square.": "15000 person",
    "Eleven divers have died since May, four this year alone.": "11 diver, 4 diver",
    "Four analysts rate it a buy, three a hold and one a sell.": "4 analyst, 3 analyst, 1 analyst",
    "The firms have offered 5 percent. Only two of the 13 will pay more.": "2 firm, 13 firm",
    "The tomb held 12 coffins, nine of painted wood and three of stone.": "12 coffin, 9 coffin, 3 coffin",
    "The council has 45 seats. Labour holds 20.": "45 seat, 20 seat",
    "Two Frenchmen left.": "2 frenchman",
    "The fund backs 30 start-ups, 12 in Harn.": "30 start-up, 12 start-up",
    "Forty still missing after fire on ferry": "40 person",
    "Only four have been found alive.": "4 person",
    "Ten boats sank. Ada Marsh left with two others.": "10 boat, 2 person",
    "The jail's staff grew from 31 to 43.": "31 person, 43 person",
    "Dozens were hurt, 26 of them in Harn.": "26 person",
    "Orders rose to 46 radios from 23.": "46 radio, 23 radio",
    "She hit 11 aces to Rossi's six.": "11 ace, 6 ace",
    "Infections: 1,204; injured: 37": "1204 infection, 37 person",
    "Eight boats raced. The top two went through.": "8 boat, 2 boat",
    "The choir sang 24 songs, the last six without a break.": "24 song, 6 song",
    "Six shops have opened, two in Harn and one each in Bow and Lempa.": "6 shop, 2 shop, 1 shop",
    "Chile and Peru sent envoys. The two have signed.": "2 country",
    "Eight clerks met. They slept. They ate. They cooked. They read. They swam. They ran. The eight left.":
        "8 clerk, 8 clerk",
    "The voters kept 37 boats, 25 of those in Harn.": "37 boat, 25 boat",
    "The three clerks whose van sank near a ford and one cook drowned.": "3 clerk, 1 cook",
    "The plan was backed by one nurse who met the ten nurses.": "1 nurse, 10 nurse",
    "It heard only one doctor of the 12 doctors.": "1 doctor, 12 doctor",
    "He admitted one count of theft.": "1 count",
    "The strike led to 980 cancelled trips.": "980 trip",
    "Guns were used in 350 of this year's 412 killings.": "350 killing, 412 killing",
    "Of the 300 seats, 225, or three quarters, were sold.": "300 seat, 225 seat",
    "There were 40 aboard.": "40 person",
    "The jury found her guilty on eight of 11 counts. He was convicted on four of seven.":
        "8 count, 11 count, 4 count, 7 count",
    "The firm has 18 buses, 12 of its own and six leased from a mill.": "18 bus, 12 bus, 6 bus",
    "The mill will hire 40 clerks. The union had asked for 65.": "40 clerk, 65 clerk",
    "There are 1,146 huts. That is 83 fewer than the 1,229 built by May.": "1146 hut, 83 hut, 1229 hut",
    "It took 38 guns. That is nine more than in May.": "38 gun, 9 gun",
    "Seven of the deaths were in Harn, three in Bow and one in Sutton. Four are missing.":
        "7 death, 3 death, 1 death, 4 person",
    "It came down to 649 shops in May. This dropped to 464 in June.": "649 shop, 464 shop",
    "In the end 612 members voted yes and 126 no.": "612 member, 126 member",
    "The mill went from 22 members to 19. They met on Monday. Seven of the 19 are women.":
        "22 member, 19 member, 7 member, 19 member",
    "They called 31 witnesses and the defence called four. All of the 35 lied.": "31 witness, 4 witness, 35 witness",
    "Sales fell to €3 billion. Output shrank from 4.5 million tyres in 2018 to 2.7 million in 2024.":
        "4500000 tyre, 2700000 tyre",
    "Car sales fell to 40,000 from 45,000 cars in May.": "40000 car, 45000 car",
    "The murder toll stood at 412 in May.": "412 murder",
    "The mill has 640 employees. The workforce fell from 700 to 650.": "640 employee, 700 employee, 650 employee",
    "It issued 400,000 shares, which took the number in issue from 1.7m to 2.1m.":
        "400000 share, 1700000 share, 2100000 share",
    "They wrote 14 books. Six won prizes.": "14 book, 6 book",
}  # fmt: skip

# Texts with a number that counts nothing, or nothing new, beside one that does.
OF_NONE = {
    "They read 412 letters, of which 137 Marsh Street has more.": "412 letter",
    "The robot took 412 samples. A third of the samples, 137 metres down, hold life.": "412 sample",
    "He sold 40 pots. It cost 18 million pounds, half of which, nine million, was his.": "40 pot",
    "They taught 2,640 nurses. Half of them, 1,320 kilometres away, had a job.": "2640 nurse",
    "Prices rose to 340 from 310 in May.": "",
    "The index fell to 4,120.": "",
    "She turned 60 in May; her sister is 54.": "",
    "The youngest was 8, and Ada Marsh is 41.": "",
    "Two men met Ben Okoro, 29, and Ada Marsh, 34.": "2 man",
    "Three brothers, aged 12, 9 and 4, were found.": "3 brother",
    "They had three children, one of whom died young.": "3 child",
    "Six shops closed. One was a bakery.": "6 shop",
    "He served 12 of 15 years for fraud.": "",
    "The hall was lent to 4-H girls.": "",
    "They live at 8 Rowan Crescent.": "",
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
    "Room 12 and Room 14 are on floor 3.": "",
    "The ’10’ admits it is time.": "",
    "My father is over 70 and ailing.": "",
    "One afternoon the police arrested a man.": "",
    "They met between 4 and 11 May.": "",
    "At the age of 35 he left.": "",
    "She became minister at just 25.": "",
    "He won seven men's races.": "7 race",
    "The crash hurt two--Ali and Omar Haddad.": "2 person",
    "Octopus is sold at rupee 40 or 50.": "",
    "The band is for boys between the ages of eight and 14.": "",
    "It will cost 2 billion euros, of which 750 million will come from Harn.": "",
    "The plan drilled 80 wells. It cost 6 million euros, of which Harn gave 4 million.": "80 well",
    "Maids clean 16 rooms a day, up from 14.": "",
    "Two in every three seats were empty.": "",
    "There must be a tap for every 50 pupils.": "",
    "Children under five get in free.": "",
    "Twelve men met a boy of 15.": "12 man",
    "The twins, both 19, left.": "",
    "Norway 3 Austria 0.": "",
    "She lived in Harn for 37 years and for 25 of those she sang.": "",
    "It is the focus of targets 20 and 21 of the plan.": "",
    "He finished in the top two.": "",
    "She ran 12 miles, three of them uphill.": "",
    "The index had a fall of 12.": "",
    "Prices: 1,204; wages: 340": "",
    "Price numbers rose to 3,400.": "",
    "The room is for nine men.": "9 man",
    "The committee found 12 boats over 4 years late.": "12 boat",
    "Ada Marsh is 11 to Ben Okoro's six.": "",
    "The voters were younger than five.": "",
    "Envoys from Chile and Peru came. The two have signed.": "2 person",
    "Three clerks met. They slept. They ate. They cooked. They read. They swam. They ran. The three left.":
        "3 clerk, 3 person",
    "Ada Marsh spoke for 37 minutes, and for 25 of those of Harn.": "",
    "One nurse said that she saw ten nurses.": "10 nurse",
    "The ten boats met one clerk of the mill.": "10 boat",
    "He told one kind of lie.": "",
    "The 12 guns fired. It paid 40 pounds, nine more than in May.": "12 gun",
    "The shop sold 40 boats. He had paid for 65.": "40 boat",
    "The index was strong in May. This dropped to 464 in June.": "",
    "The 12 boats made it cold. It was nine degrees, three less than in May.": "12 boat",
    "Output shrank from €4.5 million in 2018 to 2.7 million in 2024.": "",
    "Sales fell to 40,000 in May.": "",
    "The index stood at 412 in May.": "",
    "The wall was raised from 1.7m to 2.1m.": "",
    "It cost 40 won.": "",
    "Of the 9,400 acres that burned, 6,580 were planted with pine.": "",
    "It was just one step from the mill.": "",
    "The mill hurt two peoples. The population fell from 900 to 850.": "2 people, 900 person, 850 person",
}  # fmt: skip

# A headline's bare number has the noun that the story gives it; without a story it has none.
HEADLINES = [
    ("Concert draws 2,400 to park", "More than 2,400 people came on Sunday.", "2400 person, 2400 person"),
    ("Concert draws 2,400 to park", "More than 2,500 people came on Sunday.", "2500 person"),
]


@pytest.fixture(scope="module")
def told() -> Iterator[Callable[..., str]]:
    """Every count of a text as "12 horse", by the blocks of the text."""
    lookups, NLP.vocab.lookups = NLP.vocab.lookups, rules.tables_reader(str(ROOT / "configs/tables"))
    figures = FiguresExtractor(NLP.vocab)

    def run(*blocks: tuple[str, str]) -> str:
        row = SENTENCES["\n".join(text for text, _ in blocks)]
        named = [(name, CODES[name], "name") for name, _ in row["ents"] if name in CODES]
        ents = [tuple(ent) for ent in row["ents"]]
        doc = parsed(row["text"], row["notes"], ents=ents, blocks=list(blocks), countries=named)
        page = mentions.read(figures(CUES(doc)), Article("t", row["text"]))
        return ", ".join(f"{count.amount.value:.0f} {count.unit}" for count in counts(page, people(page), TABLES))

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
