"""Lists: which rows of things are tied to which count or heading, and which are not.

In a case the count stands in square brackets and the items are joined by bars. The sentences' parses and names stand
in ``parses/lists.jsonl``, annotated by hand as in `helpers.parsed`; the cues are those of the rules in configs/.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from marked import TABLES, countries, counts, page, people, sentences
from newstally.resolve.lists import lists
from newstally.types import Amount, Mentions, TextList

SENTENCES = sentences("lists")

CLOSED = [
    (
        "a phrase between the conjunction and the last item",
        "The experts came from [five ports]: Orvik, Saltby, Marne, Tolva and, for the first time, Hest.",
        "Orvik|Saltby|Marne|Tolva|Hest",
    ),
    (
        "another such phrase",
        "The experts came from [five ports]: Orvik, Saltby, Marne, Tolva and, across the bay, Hest.",
        "Orvik|Saltby|Marne|Tolva|Hest",
    ),
    (
        "a phrase behind the last item",
        "The experts came from [four ports]: Orvik, Saltby, Marne and Tolva, for the first time, by sea.",
        "Orvik|Saltby|Marne|Tolva",
    ),
    (
        "what the last of them is",
        "The other [three] are pilots Ivo Lah and Jan Zor and Ana Kos, a Norwegian cook.",
        "Ivo Lah|Jan Zor|Ana Kos",
    ),
    (
        "two behind a verb, set off",
        "Orvik shut [two crossings], Saltby Gate and Marne Road, and sent guards.",
        "Saltby Gate|Marne Road",
    ),
    ("each behind its preposition", "[Two other trials], in Saltby and in Marne, begin next year.", "Saltby|Marne"),
    ("years", "The team has lost all [three finals], in 2014, 2018 and 2022.", "2014|2018|2022"),
    ("named", "The yard has [three barges], named Gull, Tern and Petrel.", "Gull|Tern|Petrel"),
    (
        "two that the parse hangs on the noun, a verb behind them",
        "The [two unions], the Orvik Union and the Marne Guild agreed on Monday.",
        "Orvik Union|Marne Guild",
    ),
    (
        "the first, the second, the third",
        "The team had [three questions]. The first was how old the hill is. The second was who lives there. The third "
        "was what it costs.",
        "The first was how old the hill is|The second was who lives there|The third was what it costs",
    ),
    (
        "names that open the next sentence",
        "[Five suspects] were held on Monday while three more are sought. Ana Kos, Ivo Lah, Jan Zor, Mia Roe and Ida "
        "Berg deny it.",
        "Ana Kos|Ivo Lah|Jan Zor|Mia Roe|Ida Berg",
    ),
    (
        "the dead",
        "A boat sank, killing [two sailors] and hurting two divers. The dead were Ana Kos and Ivo Lah.",
        "Ana Kos|Ivo Lah",
    ),
    (
        "the killed, by a participle that opens the sentence",
        "A blast at the mill killed [five workers]. Killed at Orvik were Ana Kos, Ivo Lah, Jan Zor, Mia Roe and Ida "
        "Berg.",
        "Ana Kos|Ivo Lah|Jan Zor|Mia Roe|Ida Berg",
    ),
    (
        "the dropped",
        "The board has dropped [three coaches]. Dropped are Ana Kos, Ivo Lah and Jan Zor.",
        "Ana Kos|Ivo Lah|Jan Zor",
    ),
    (
        "a long row in the next paragraph, one fewer",
        "Villagers in [nine towns] were warned.\n\nThe warning is for Orvik, Saltby, Marne, Tolva, Hest, Lund, Brey "
        "and Oco.",
        "Orvik|Saltby|Marne|Tolva|Hest|Lund|Brey|Oco",
    ),
    (
        "paragraphs that open with their names",
        "Roe is the fourth to leave. The other [three] are:\n\nAna Kos, who ran the port\n\nIvo Lah, a clerk\n\n"
        "Jan Zor, once a judge",
        "Ana Kos|Ivo Lah|Jan Zor",
    ),
    (
        "their noun before them, far behind",
        "She will visit [five towns]. It rained. The mayors of the towns Orvik, Saltby, Marne, Tolva and Hest agreed.",
        "Orvik|Saltby|Marne|Tolva|Hest",
    ),
    (
        "those, in the next paragraph",
        "The clerk suspended [two officials].\n\nThose sent home are Ana Kos and Ivo Lah.",
        "Ana Kos|Ivo Lah",
    ),
    (
        "names that bear the noun, one fewer",
        "The board will shut [three primary schools]. Hale Primary and Bow Primary close in June.",
        "Hale Primary|Bow Primary",
    ),
    ("those of", "[Three embassies], those of Norway, Kenya and Peru, welcomed the pact.", "Norway|Kenya|Peru"),
    (
        "the two, what is said of each between",
        "Ana Kos, a nurse at the clinic of Orvik, and Ivo Lah, a clerk, left Marne. The [two] came back.",
        "Ana Kos|Ivo Lah",
    ),
    ("the two, countries", "Norway and Kenya sent envoys. The [two] asked for time.", "Norway|Kenya"),
    ("colon", "The fleet has [three ships]: the Gull, the Tern and the Petrel.", "Gull|Tern|Petrel"),
    (
        "colon with a wrong number",
        "The ministry named [six ports] on the coast: Orvik, Saltby, Marne, Tolva, Hest, Lund and Brey.",
        "Orvik|Saltby|Marne|Tolva|Hest|Lund|Brey",
    ),
    (
        "colon far behind, the number agrees",
        "She will visit [four towns] before the vote is held on Sunday: Orvik, Saltby, Marne and Tolva.",
        "Orvik|Saltby|Marne|Tolva",
    ),
    (
        "dash and closing dash",
        "In [three districts] of the north – Orvik, Saltby and Marne – the wells ran dry.",
        "Orvik|Saltby|Marne",
    ),
    (
        "are, names with titles",
        "The [three nominees] are Judge Ana Kos of Orvik, law professor Mira Venn and former prosecutor Ivo Lah.",
        "Ana Kos|Mira Venn|Ivo Lah",
    ),
    (
        "more senders than letters",
        "The pact won [three letters] of support from Norway, the EU, Kenya and the U.S.",
        "Norway|EU|Kenya|U.S.",
    ),
    ("spaced hyphen", "The couple has [two daughters] - Ana and Mira.", "Ana|Mira"),
    (
        "common nouns",
        "The plan rests on [three pillars]: cheaper housing, better schools and cleaner buses.",
        "cheaper housing|better schools|cleaner buses",
    ),
    (
        "that-clauses with an and inside",
        "The club holds [two beliefs]: that sun and rain make a summer and that snow makes a winter.",
        "that sun and rain make a summer|that snow makes a winter",
    ),
    (
        "semicolons part the items, commas do not",
        "The ferry had [three officers]: Ivo Lah, the master; Ana Kos, his deputy; and Jan Zor.",
        "Ivo Lah|Ana Kos|Jan Zor",
    ),
    (
        "an and inside names with commas around",
        "There were [three courses]: Data and Design, Web and Apps, and Robotics.",
        "Data and Design|Web and Apps|Robotics",
    ),
    ("namely", "The other [two owners], namely Ivo Lah and Ana Kos, have sold their shares.", "Ivo Lah|Ana Kos"),
    ("apposition", "The tour covers [three continents], Africa, Asia and Europe.", "Africa|Asia|Europe"),
    ("apposition of two people", "Police questioned [two brothers], Jan and Ivo Lah, on Friday.", "Jan|Ivo Lah"),
    (
        "items with something said of them",
        "Prizes went to [three singers]: Ana Kos, 34, Ivo Lah, a baker, and Jan Zor.",
        "Ana Kos|Ivo Lah|Jan Zor",
    ),
    (
        "titles before the names",
        "[Two envoys], French Ambassador Ivo Lah and Consul Ana Kos, came to the port.",
        "Ivo Lah|Ana Kos",
    ),
    (
        "from, the number agrees",
        "The pact has [four letters] of support from Norway, the EU, Kenya and the U.S.",
        "Norway|EU|Kenya|U.S.",
    ),
    ("are", "The [three finalists] are Ana Kos, Ivo Lah and Jan Zor.", "Ana Kos|Ivo Lah|Jan Zor"),
    (
        "the next sentence says who",
        "The king met [three guests] in the garden. They were the mayor, the bishop and the judge.",
        "the mayor|the bishop|the judge",
    ),
    (
        "the next sentence goes through them",
        "[Three of the passengers] came from Orvik. Ana Kos, her son Ivo, 6, and Jan Zor had boarded there.",
        "Ana Kos|Ivo|Jan Zor",
    ),
    (
        "the figure takes up names of the sentence",
        "Trade between Norway and Kenya grew as the [two countries] cut tariffs.",
        "Norway|Kenya",
    ),
    (
        "the figure takes up names of the sentence before",
        "Ana Kos and her husband, Jan Zor, left early. The [two] did not speak.",
        "Ana Kos|Jan Zor",
    ),
    (
        "all three",
        "Peru, Chile and Spain share the prize, and all [three nations] sent a minister.",
        "Peru|Chile|Spain",
    ),
]

OPEN = [
    ("including", "The group has [nine members], including Norway and Kenya.", "Norway|Kenya"),
    (
        "including one",
        "Inspectors closed [eight companies] in Orvik, including Northgas, and fined the owners.",
        "Northgas",
    ),
    (
        "including another word for the unit",
        "Lah made [nine calls], including talks with Chancellor Ana Kos and U.S. envoy Jan Zor.",
        "Ana Kos|Jan Zor",
    ),
    ("including a figure", "The poll asked [500 adults], including 420 voters.", "420 voters"),
    ("including a bare figure", "The town has held [49 fairs], including 21 this year.", "21 this year"),
    ("of the wider figure's part", "[Eight of the 14 peaks], including Mount Tolva, are in Kenya.", "Mount Tolva"),
    ("such as", "Fans came from [30 countries] such as Peru, Chile and Spain.", "Peru|Chile|Spain"),
    ("among them", "A storm hit [12 towns], among them Orvik, Saltby and Marne.", "Orvik|Saltby|Marne"),
    ("led by", "[Twelve senators], led by Ana Kos and Ivo Lah, signed it.", "Ana Kos|Ivo Lah"),
    ("and others", "The jury heard [nine witnesses]: Ana Kos, Ivo Lah, Jan Zor and others.", "Ana Kos|Ivo Lah|Jan Zor"),
    ("from one end to the other", "He won in [four states], from Orvik to Saltby.", "Orvik|Saltby"),
    ("include as the verb", "The club's [12 members] include Norway and Kenya.", "Norway|Kenya"),
]

NONE = [
    (
        "names that bear the noun, and a third",
        "The board will shut [three primary schools]. Hale Primary and Bow Primary close in June, a third in July.",
    ),
    (
        "names that bear the noun, and another further on",
        "The board will shut [three primary schools]. Hale Primary and Bow Primary close in June. Oco Primary is full.",
    ),
    (
        "names that bear the noun, two fewer",
        "The board will shut [four primary schools]. Hale Primary and Bow Primary close in June.",
    ),
    (
        "their noun before more of them",
        "She will visit [two towns]. It rained. The mayors of the towns Orvik, Saltby and Marne agreed.",
    ),
    ("one of two at sea", "[Two other trials], in Saltby and at sea, begin next year."),
    ("two places that open the main clause", "After [two losses], Saltby Gate and Marne Road closed."),
    (
        "the first and the second of three",
        "The team had [three questions]. The first was how old the hill is. The second was who lives there.",
    ),
    ("the first week", "The plant has [two kilns]. The first week was cold, the second dry."),
    (
        "too few names in the next sentence",
        "[Five suspects] were held on Monday. Ana Kos, Ivo Lah and Jan Zor deny it.",
    ),
    ("the dead, who are none of the hurt", "A boat sank, hurting [two divers]. The dead were Ana Kos and Ivo Lah."),
    (
        "the dropped, who are none of the hired",
        "The board has hired [four coaches]. Dropped are Ana Kos, Ivo Lah and Jan Zor.",
    ),
    (
        "a short row in the next paragraph, of fewer",
        "Villagers in [nine towns] were warned.\n\nThe warning is for Orvik, Saltby, Marne, Tolva, Hest and Lund.",
    ),
    (
        "too few paragraphs that open with a name",
        "Roe is the fourth to leave. The other [three] are:\n\nAna Kos, who ran the port\n\nIvo Lah, a clerk\n\n"
        "It rained in Tolva.",
    ),
    (
        "the winners, who are none of the hurt",
        "A fire hurt [nine people]. The winners included Ana Kos, 47, who ran the port, and Ivo Lah, 35.",
    ),
    ("that in", "[Three embassies], that in Norway and two more, welcomed the pact."),
    (
        "the two, one of them in another clause",
        "Ana Kos, a nurse at the clinic of Orvik, met Ivo Lah, a clerk, and left Marne. The [two] came back.",
    ),
    ("a colon that opens speech", "Two words were enough for [three boys]: run fast, the coach shouted."),
    ("a list under another noun", "He bought [four tickets] at shops in Orvik, Saltby and Marne."),
    ("names under a verb behind the comma", "After [two losses], Jan Zor and Ivo Lah resigned."),
    ("people are no countries", "She praised [two countries]: Ana Kos and Ivo Lah listened."),
    ("parts of a sum", "They had [19 talks]: nine calls and 11 visits."),
    ("players from countries, each may be several", "The camp took [20 players] from Norway, Kenya and Peru."),
    (
        "from person to person to a kind",
        "He had [11 talks] with everyone from Ana Kos to Jan Zor to the envoys of Peru and Chile.",
    ),
    (
        "a doubtful row with another number",
        "The shop sells [four teas]: green and black, white, and a rare red from Kenya and Peru.",
    ),
    ("another number of names taken up", "Norway, Kenya and Peru met, and the [two countries] with ports signed."),
    ("the unit is of another sort", "Ana Kos and Jan Zor lost the [two games]."),
    (
        "names of another sentence far before",
        "Norway and Kenya met. It rained. The [two countries] of the south did not come.",
    ),
    ("two names, no announcement", "[Two ships] left Orvik and Saltby on Friday."),
    ("a panel of members is no member", "The [12-member] panel, including Ana Kos, met."),
    ("such as behind another noun", "She wrote [12 books] on topics such as love and war."),
    ("a quantity after including", "Fire burned [six villages], including 40 hectares of forest."),
    ("clauses behind a colon", "There were [two problems]: he was late and she was gone."),
    ("dates behind a preposition", "The office wrote [two reports] in 2009 and 2019."),
    ("fewer senders than letters", "The pact won [six letters] of support from Norway, the EU, Kenya and the U.S."),
    ("a firm's own name is a row", "He founded [two firms]: Hale, Ortiz, Stone and Webb."),
    ("are, of what kind", "The [two officers] are friends of Ana Kos and Ivo Lah."),
    ("a verb first", "The mayor has [two aims], rule Orvik and sell Saltby."),
]


VOTES = [
    (
        "those against",
        "The board voted 3-2 to sell the mill. Ana Kos and Ivo Lah voted against it. Jan Zor, Mia Roe and Ida Berg "
        "were in favor.",
        ["Ana Kos|Ivo Lah", "Jan Zor|Mia Roe|Ida Berg"],
    ),
    (
        "who backed it, and those against",
        "The bill fell by four votes to three. Ana Kos, Ivo Lah and Jan Zor backed it. Against were Mia Roe and Ida "
        "Berg.",
        ["Ana Kos|Ivo Lah|Jan Zor"],
    ),
    ("one opposed", "The board voted 4-1 with Ana Kos opposed.", ["Ana Kos"]),
    ("names behind", "Voting for the mill, by 3-2, were Chair Ana Kos, Ivo Lah and Jan Zor.", []),
    ("as many as no side has", "The board voted 4-1 to sell the mill. Ana Kos and Ivo Lah voted against it.", []),
    ("a name, and no vote", "The board voted 4-1 to sell the mill. Ana Kos opened the meeting.", []),
]


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in VOTES], ids=[row[0] for row in VOTES])
def test_who_voted_how(text: str, wanted: list[str]) -> None:
    read = page(SENTENCES[text])
    one, other = re.search(r"(\d|four)(?:-| votes to )(\d|three)", text).groups()
    sides = [replace(count, unit="vote", unit_text="") for count in counts(read, one, other)]
    assert [items(found) for found in lists(read, people(read), countries(read), sides, TABLES)] == wanted


LABELLED = [
    ("names and nothing else", "Keepers: Ana Kos, Ivo Lah, Jan Zor.", ["Ana Kos|Ivo Lah|Jan Zor"]),
    ("their clubs in brackets", "Keepers: Ana Kos (Orvik), Ivo Lah and Jan Zor (Hest)", ["Ana Kos|Ivo Lah|Jan Zor"]),
    ("another noun", "Runners: Ana Kos, Ivo Lah, Jan Zor.", []),
    ("a sentence", "Keepers: Ana Kos did well, Ivo Lah, Jan Zor.", []),
]


@pytest.mark.parametrize(("line", "wanted"), [row[1:] for row in LABELLED], ids=[row[0] for row in LABELLED])
def test_a_line_of_names_under_a_label(line: str, wanted: list[str]) -> None:
    above = "The squad has three keepers."
    read = page(SENTENCES[f"{above}\n\n{line}"], (above, "paragraph"), (line, "paragraph"))
    found = lists(read, people(read), countries(read), counts(read, "three keepers"), TABLES)
    assert [items(one) for one in found if one.firm] == wanted


def resolved(read: Mentions, *phrases: str) -> tuple[TextList, ...]:
    return lists(read, people(read), countries(read), counts(read, *phrases), TABLES)


def found(marked: str) -> tuple[TextList, ...]:
    """The lists of a text whose counts stand in square brackets; some figures left unmarked are counts too."""
    phrases = re.findall(r"(?<=\[)[^]]+(?=\])|nine calls|11 visits|420 voters", marked)
    return resolved(page(SENTENCES[re.sub(r"[][]", "", marked)]), *phrases)


def found_in_blocks(*lines: str, heading: str = "subhead", counts: tuple[str, ...] = ()) -> TextList:
    """The one list of a text whose first line is a heading and whose other lines are items."""
    text = "\n".join(lines)
    rows = [(lines[0], heading), ("\n".join(lines[1:]), "list"), *((line, "item") for line in lines[1:])]
    [one] = resolved(page(SENTENCES[text], *rows), *counts)
    return one


def items(one: TextList) -> str:
    return "|".join(item.span.text for item in one.items)


@pytest.mark.parametrize(("marked", "wanted"), [row[1:] for row in CLOSED], ids=[row[0] for row in CLOSED])
def test_a_count_and_all_its_members(marked: str, wanted: str) -> None:
    [one] = found(marked)
    assert (items(one), one.exhaustive, one.count) == (wanted, True, "N1")


@pytest.mark.parametrize(("marked", "wanted"), [row[1:] for row in OPEN], ids=[row[0] for row in OPEN])
def test_a_count_and_some_of_its_members(marked: str, wanted: str) -> None:
    [one] = found(marked)
    assert (items(one), one.exhaustive, one.count) == (wanted, False, "N1")


@pytest.mark.parametrize("marked", [row[1] for row in NONE], ids=[row[0] for row in NONE])
def test_a_count_without_a_list(marked: str) -> None:
    assert found(marked) == ()


@pytest.mark.parametrize(
    ("marked", "holds"),
    [
        ("The fleet has [three ships]: the Gull, the Tern and the Petrel.", True),
        ("The other [two owners], namely Ivo Lah and Ana Kos, have sold their shares.", True),
        ("The tour covers [three continents], Africa, Asia and Europe.", True),
        ("The couple has [two daughters] - Ana and Mira.", True),
        ("The pact has [four letters] of support from Norway, the EU, Kenya and the U.S.", False),
        ("The plan rests on [three pillars]: cheaper housing, better schools and cleaner buses.", True),
        ("Trade between Norway and Kenya grew as the [two countries] cut tariffs.", True),
        ("She will visit [four towns] before the vote is held on Sunday: Orvik, Saltby, Marne and Tolva.", True),
    ],
    ids=["colon", "namely", "apposition", "dash", "from", "no names", "taken up", "colon far behind"],
)
def test_a_figure_one_too_high_keeps_its_list_where_the_construction_leaves_no_doubt(marked: str, holds: bool) -> None:
    read = page(SENTENCES[re.sub(r"[][]", "", marked)])
    [count] = counts(read, *re.findall(r"\[(.+)\]", marked))
    more = (count.amount.value or 0) + 1
    found = lists(read, people(read), countries(read), [replace(count, amount=Amount(more, more, more))], TABLES)
    assert [one.exhaustive for one in found] == [True] * holds


def test_items_refer_to_people_and_countries() -> None:
    [envoys] = found("[Two envoys], French Ambassador Ivo Lah and Consul Ana Kos, came to the port.")
    [letters] = found("The pact has [four letters] of support from Norway, the EU, Kenya and the U.S.")
    assert [item.ref for item in envoys.items] == ["P1", "P2"]
    assert [item.ref for item in letters.items] == ["NO", "EU", "KE", "US"]


def test_rows_of_people_are_their_names_and_the_heading_tells_what_they_are_and_whose() -> None:
    one = found_in_blocks(
        "Mayor Ana Kos's town visits",
        "Ivo Lah Mayor of Orvik",
        "Jan Zor (Ivo Lah's deputy)",
        "Norway Minister Mira Tal",
    )
    assert items(one) == "Ivo Lah|Jan Zor|Mira Tal"
    assert (one.count, one.unit, one.kin, one.actors, one.exhaustive) == ("", "visit", "visit", ("P1",), True)


def test_rows_of_countries_refer_to_them() -> None:
    one = found_in_blocks("Countries that signed:", "Norway", "Peru", "Kenya", heading="paragraph")
    assert [item.ref for item in one.items] == ["NO", "PE", "KE"]
    assert (one.unit, one.heading.text if one.heading else "") == ("country", "Countries that signed:")


def test_a_heading_with_a_figure_is_its_count() -> None:
    one = found_in_blocks("The three dead:", "Ivo Lah, 30", "Jan Zor, 41", counts=("three dead",))
    assert (one.count, items(one)) == ("N1", "Ivo Lah|Jan Zor")


def test_figures_of_what_the_heading_names_are_no_members_of_it() -> None:
    """The rows are ports: "cases" are not listed, but counted."""
    lines = ("Cases by port", "Orvik – 402 cases", "Saltby – 288 cases")
    assert found_in_blocks(*lines, counts=("402 cases", "288 cases")).unit == ""
    assert found_in_blocks(*lines).unit == "case"


def test_who_was_arrested_is_people_and_who_was_present_is_left_open() -> None:
    rows = ("Ivo Lah, 30", "Jan Zor, 41")
    assert found_in_blocks("Those arrested were:", *rows).unit == "person"
    assert found_in_blocks("Those present were:", *rows).unit != "person"


def test_the_two_who_were_counted_behind_the_names_are_not_those_named() -> None:
    assert found("Norway and Kenya sent [two envoys]. The [two] asked for time.") == ()


def test_a_heading_with_including_opens_the_list() -> None:
    one = found_in_blocks("Towns on the route, including the capital:", "Orvik", "Saltby")
    assert (one.exhaustive, one.unit, items(one)) == (False, "town", "Orvik|Saltby")
