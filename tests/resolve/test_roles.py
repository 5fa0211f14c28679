"""Who holds which title, of what, and whether still; and which words ascribe no role.

Parses and the model's entities stand in ``tests/resolve/parses/roles.jsonl``; people and titles are the extractors'.
"""

from __future__ import annotations

import pytest

from helpers import NLP, parsed
from marked import ROOT, TABLES
from newstally import mentions, rules
from newstally.extractors.people import PeopleExtractor
from newstally.extractors.titles import TitlesExtractor
from newstally.resolve.people import people
from newstally.resolve.roles import roles
from newstally.types import Article
from role_reader import RoleReader

# A text and its roles: person | title | of | country | status | country of an envoy, empty ends left out.
BEFORE_NAMES = [
    (
        "Prime Minister Ana Kos met Finance Minister Ivo Lah in Orvik.",
        ["Ana Kos | Prime Minister", "Ivo Lah | Finance Minister"],
    ),
    (
        "Norwegian Foreign Minister Ida Berg and U.S. Secretary of State Dan Roe spoke on Monday.",
        ["Ida Berg | Foreign Minister | Norwegian | NO", "Dan Roe | Secretary of State | U.S. | US"],
    ),
    (
        "Britain's trade and industry minister, Tom Hale, resigned.",
        ["Tom Hale | trade and industry minister | Britain | GB"],
    ),
    ("Then-president Omar Sule met President-elect Amina Diallo.", ["Omar Sule | president |  |  | former",
     "Amina Diallo | President |  |  | elect"]),
    ("Acting mayor Karl Brandt signed the order.", ["Karl Brandt | mayor |  |  | acting"]),
    (
        "Ana Kos lost the vote. Kos campaign spokesman Leo Park denied it.",
        ["Leo Park | spokesman | Kos campaign"],
    ),
    ("Harbor County Fire Marshal Joe Tull spoke to the court.", ["Joe Tull | Fire Marshal | Harbor County"]),
    (
        "Saltby Army Depot Commander Col. Lee Grant thanked them.",
        ["Lee Grant | Commander | Saltby Army Depot", "Lee Grant | Col."],
    ),
    ("The head of the Tolva Bank, Iris Falk, agreed.", ["Iris Falk | head | Tolva Bank"]),
    (
        "Republican presidential candidate Ned Flint spoke in Ohio.",
        ["Ned Flint | presidential candidate | Republican |  | elect"],
    ),
    ("They spoke to an engineer, Ida Moe, on Monday.", ["Ida Moe | engineer"]),
    ("Det Sgt Ida Moe spoke.", ["Ida Moe | Det Sgt"]),
    ("Referee Ida Moe of Mali stopped the match.", ["Ida Moe | Referee"]),
    ("Actors Ida Moe and Ken Dahl arrived late.", ["Ida Moe | Actor", "Ken Dahl | Actor"]),
    (
        "Sen. Rosa Diaz of Nevada and Lt. Col. Lee Grant agreed.",
        ["Rosa Diaz | Sen. | Nevada", "Lee Grant | Lt. Col."],
    ),
    ("Boston doctor Lin Wu wrote the letter.", ["Lin Wu | doctor"]),
    ("Chinese calligrapher Bai Ren died in 1910.", ["Bai Ren | calligrapher"]),
    ("Tolvex CEO Ana Kos and her husband, Jan Zor, left.", ["Ana Kos | CEO | Tolvex"]),
    ("Ana Kos's campaign manager, Leo Park, left the room.", ["Leo Park | campaign manager"]),
    (
        "The foundation's director, Ida Moe, works for the Tolva Foundation.",
        ["Ida Moe | director | Tolva Foundation"],
    ),
    ("Mayor of Orvik Ida Moe met the ambassador to Peru Ken Dahl.", ["Ida Moe | Mayor | Orvik",
     "Ken Dahl | ambassador |  |  | current | PE"]),
    ("Peru's envoy to the northern region, Ken Dahl, left.", ["Ken Dahl | envoy | Peru | PE"]),
    ("Conservative peer Ida Moe met the Labour leader Ken Dahl.", ["Ida Moe | peer | Conservative",
     "Ken Dahl | leader | Labour"]),
    (
        "Professors Ida Moe of Orvik University and Ken Dahl of Tolva University agreed.",
        ["Ida Moe | Professor | Orvik University", "Ken Dahl | Professor | Tolva University"],
    ),
    ("Economist and author Ida Moe won the prize.", ["Ida Moe | Economist", "Ida Moe | author"]),
    ("Col. Ida Moe, of the Royal Guard, agreed.", ["Ida Moe | Col. | Royal Guard"]),
    (
        "Tolvex was sold in May. The company's chairman, Ken Dahl, resigned.",
        ["Ken Dahl | chairman | Tolvex"],
    ),
    ("President Omar Sule left. His plane was late, and President Sule waited.", ["Omar Sule | President"]),
]  # fmt: skip

BESIDE_NAMES = [
    (
        "Mara Venn, chief financial officer of the Norwegian shipping giant Tolvex, was arrested.",
        ["Mara Venn | chief financial officer | Tolvex"],
    ),
    ("Jan Zor, a retired police officer, found the boat.", ["Jan Zor | police officer |  |  | former"]),
    (
        "Ruth Adler, president and CEO of the Orvik Crisis Group, disagreed.",
        ["Ruth Adler | president | Orvik Crisis Group", "Ruth Adler | CEO | Orvik Crisis Group"],
    ),
    (
        "Iris Falk, a professor of law at the University of Marne, agreed.",
        ["Iris Falk | professor of law | University of Marne"],
    ),
    ("Miko Tan, 45, a baker from Tolva, won the race.", ["Miko Tan | baker"]),
    (
        "Lu Shan, China's ambassador to Canada, was called in.",
        ["Lu Shan | ambassador | China | CN | current | CA"],
    ),
    ("Leo Park, an aide to Ana Kos, left the room.", ["Leo Park | aide"]),
    (
        "The Tolva Foundation was founded in 1990. Ida Moe, director of the foundation, agreed.",
        ["Ida Moe | director | Tolva Foundation"],
    ),
    ("Finland  President Sauli Aho", ["Sauli Aho | President | Finland | FI"]),
    ("Italy: Prime Minister Ida Romano", ["Ida Romano | Prime Minister | Italy | IT"]),
    ("Norway – Trade Minister Kari Moe", ["Kari Moe | Trade Minister | Norway | NO"]),
    ("Heiko Brandt Foreign Minister of Germany", ["Heiko Brandt | Foreign Minister | Germany | DE"]),
    (
        "European Union President of the European Council Donald Task",
        ["Donald Task | President | European Council | EU"],
    ),
    (
        "Ruth Adler President and CEO of the Orvik Crisis Group (Kos's employer)",
        ["Ruth Adler | President | Orvik Crisis Group", "Ruth Adler | CEO | Orvik Crisis Group"],
    ),
    (
        "Federica Moro High Representative of the EU for Foreign Affairs",
        ["Federica Moro | High Representative | EU | EU"],
    ),
]

BY_VERBS = [
    ("Ida Moe, then the science minister, signed it.", ["Ida Moe | science minister |  |  | former"]),
    ("Ida Moe, who was director of the Tolva Bank until 2020, left.", ["Ida Moe | director | Tolva Bank |  | former"]),
    ("Ida Moe served as president of Peru from 2013 to 2021.", ["Ida Moe | president | Peru | PE | former"]),
    ("Ida Moe, Peru's first female president, left.", ["Ida Moe | president | Peru | PE"]),
    (
        "Ida Moe, the biologist and founder of the Tolva Bank, left.",
        ["Ida Moe | biologist", "Ida Moe | founder | Tolva Bank"],
    ),
    (
        "President Omar Sule met Ida Moe. The French president left early.",
        ["Omar Sule | President", "Ida Moe | president | French | FR"],
    ),
    ("Ida Moe spoke of Ken Dahl. The actor is famous.", ["Ida Moe | actor"]),
    ("Peter Lund is the mayor of Marne.", ["Peter Lund | mayor | Marne"]),
    ("Ola Dahl was elected governor of Texas in 2010.", ["Ola Dahl | governor | Texas"]),
    (
        "Lena Moe stepped down as chairwoman of the Tolva Foundation.",
        ["Lena Moe | chairwoman | Tolva Foundation |  | former"],
    ),
    ("Ida Berg, who was foreign minister at the time, declined.", ["Ida Berg | foreign minister |  |  | former"]),
    (
        "Ken Dahl replaced Ida Moe as chief of staff.",
        ["Ida Moe | chief of staff |  |  | former", "Ken Dahl | chief of staff"],
    ),
    (
        "Omar Sule was appointed deputy minister of water and energy on Friday.",
        ["Omar Sule | deputy minister of water and energy"],
    ),
    ("Ola Dahl spoke in Marne. The Texas senator left early.", ["Ola Dahl | senator | Texas"]),
]

NO_ROLES = [
    "When he met a doctor, Ida Moe left.",
    "Mr Cho and Dr. Wu left the room.",
    "Ana Kos, a victim of the storm, survived.",
    "Her brother, Jan Zor, left the room.",
    "Ana Kos chairs the committee on trade.",
    "Ana Kos is not the mayor of Marne.",
    "If Ana Kos becomes president, taxes will fall.",
    "Ana Kos met ministers and diplomats in Orvik.",
    "The Prime Minister's Office called Ana Kos on Monday.",
    "Ana Kos was among the first actors to be asked.",
    "The prime minister met Ana Kos in Orvik.",
    "Ana Kos, 45, left the room.",
    "Ana Kos, a Christian, and Jan Zor, a supporter of the plan, left.",
    "Ana Kos was described as a leader by her friends.",
    "Ana Kos would be the first president from the north.",
    "Republican mayors and Ana Kos met the mayor of London.",
    "Ana Kos met the company's chairman.",
    "Ana Kos led the talks from 2013 to 2021.",
    "Trade deals and Ana Kos dominated the summit.",
    "Ana Kos met the owners of the mill.",
    "Ana Kos will not be sworn in as mayor.",
    "Three divers met Ana Kos and her cousin Leo Park.",
    "Ana Kos and the children, both tired, left.",
    "The veteran Ana Kos left the room.",
    "Ana Kos went to the harbor, where a principal spoke.",
    "Ana Kos, whose brother is a farmer, left.",
    "Ana Kos herself met a former engineer.",
    "The party saw Ida Moe supporters and a mayor.",
    "Two contractors, Ana Kos and three others left.",
    "She met the judges, Ana Kos and the mayor of Marne.",
]

LISTS_AND_STATES = [
    ("Ana Kos – Minister for Roads and Rail", ["Ana Kos | Minister for Roads and Rail"]),
    (
        "Three divers — brothers Ivo and Jan Lah and their cousin Leo Park — are missing.",
        ["Ivo | diver", "Jan Lah | diver", "Leo Park | diver"],
    ),
    ("Ida Moe and Ken Dahl, both farmers, left.", ["Ida Moe | farmer", "Ken Dahl | farmer"]),
    ("The Dutch prime minister-designate, Ida Moe, left.", ["Ida Moe | prime minister | Dutch | NL | elect"]),
    ("Ida Moe, president-elect of the Tolva Union, agreed.", ["Ida Moe | president | Tolva Union |  | elect"]),
    ("Ken Dahl will be sworn in as mayor of Marne.", ["Ken Dahl | mayor | Marne |  | elect"]),
    ("Ida Moe was mayor of Marne for nine years.", ["Ida Moe | mayor | Marne |  | former"]),
    ("Ida Moe, herself a former Tolvex engineer, agreed.", ["Ida Moe | engineer | Tolvex |  | former"]),
    ("The police commissioner, Col. Ida Moe, agreed.", ["Ida Moe | police commissioner", "Ida Moe | Col."]),
    ("He met the president, Prime Minister Ida Moe.", ["Ida Moe | Prime Minister"]),
    (
        "The commission's chair, retired judge Ida Moe, agreed.",
        ["Ida Moe | chair | commission", "Ida Moe | judge |  |  | former"],
    ),
    ("A spokeswoman for the minister, Ida Moe, agreed.", ["Ida Moe | spokeswoman"]),
    (
        "Two contractors, Ana Kos and her brother Jan Kos, left.",
        ["Ana Kos | contractor", "Jan Kos | contractor"],
    ),
    ("Ida Moe, a one-time netball coach, agreed.", ["Ida Moe | netball coach |  |  | former"]),
    ("Ida Moe, an engineer with the firm Kos Lah, agreed.", ["Ida Moe | engineer | Kos Lah"]),
]

IN_FOCUS = [
    ("Tolvex named Ida Moe chief executive on Friday.", ["Ida Moe | chief executive"]),
    ("The ambassador of Peru to Mali Ida Moe left.", ["Ida Moe | ambassador | Peru | PE | current | ML"]),
    ("The Tolva Union met. Its lawyer, Ida Moe, agreed.", ["Ida Moe | lawyer | Tolva Union"]),
    (
        "The jazz band Lost Owls played. The band's singer, Ida Moe, left.",
        ["Ida Moe | singer | Lost Owls"],
    ),
    (
        "Tolvex earned Dh600 million. The company's chairman, Ken Dahl, resigned.",
        ["Ken Dahl | chairman | Tolvex"],
    ),
    (
        "It began at Harbor High School, where Principal Ida Moe teaches.",
        ["Ida Moe | Principal | Harbor High School"],
    ),
    ("Police spokesman Ida Moe agreed.", ["Ida Moe | spokesman | Police"]),
    (
        "Their lawyer, Ida Moe of the Marne firm Kos & Lah, agreed.",
        ["Ida Moe | lawyer | Kos & Lah"],
    ),
]

# Out of a list, what stands before a colon or dash is not what the title is of.
APART = [("It was sent to Italy: Prime Minister Ida Romano read it.", ["Ida Romano | Prime Minister"])]


@pytest.fixture(scope="module")
def find():
    return RoleReader()


@pytest.mark.parametrize(
    ("text", "expected"), [*BEFORE_NAMES, *BESIDE_NAMES, *BY_VERBS, *LISTS_AND_STATES, *IN_FOCUS, *APART]
)
def test_a_title_finds_its_person(find, text, expected):
    assert find.lines(text) == expected


@pytest.mark.parametrize("text", NO_ROLES)
def test_no_role_is_ascribed(find, text):
    assert find(text)[1] == ()


def test_a_row_of_names_and_titles_ends_with_its_line():
    """The name in the next row is no unknown word that the title goes on with."""
    lines = ["Ida Moe, interior minister", "Ken Dahl, trade minister"]
    text = "\n".join(lines)
    doc = parsed(
        text,
        "NNP root 0|NNP flat 1|, punct 5|NN compound 5|NN appos 1|NNP root 0|NNP flat 6|, punct 10|NN compound 10|"
        "NN appos 6",
        ents=[("Ida Moe", "PERSON"), ("Ken Dahl", "PERSON")],
        blocks=[(line, "paragraph") for line in lines],
    )
    NLP.vocab.lookups = rules.tables_reader(str(ROOT / "configs/tables"))
    page = mentions.read(TitlesExtractor(NLP)(PeopleExtractor(NLP)(doc)), Article("t", text))
    persons = people(page, TABLES)
    assert [role.title for role in roles(page, persons, (), TABLES)] == ["interior minister", "trade minister"]


@pytest.mark.parametrize(("kind", "titles"), [("byline", []), ("item", ["reporter"])])
def test_a_by_line_gives_no_role(kind, titles):
    text = "Ida Moe, reporter"
    doc = parsed(
        text, "NNP root 0|NNP flat 1|, punct 4|NN appos 1", ents=[("Ida Moe", "PERSON")], blocks=[(text, kind)]
    )
    NLP.vocab.lookups = rules.tables_reader(str(ROOT / "configs/tables"))
    page = mentions.read(TitlesExtractor(NLP)(PeopleExtractor(NLP)(doc)), Article("t", text))
    assert [role.title for role in roles(page, people(page, TABLES), (), TABLES)] == titles


def test_the_evidence_is_the_title_with_what_it_is_of(find):
    _, (role,) = find("Lena Moe stepped down as chairwoman of the Tolva Foundation.")
    assert role.evidence.text == "chairwoman of the Tolva Foundation"


def test_a_president_of_no_state_is_an_executive(find):
    categories = {text: [role.category for role in find(text)[1]] for text, _ in BESIDE_NAMES}
    assert categories["Finland  President Sauli Aho"] == ["head_of_state"]
    assert categories["Ruth Adler, president and CEO of the Orvik Crisis Group, disagreed."] == ["executive"] * 2


def test_ids_follow_the_text(find):
    _, found = find("Prime Minister Ana Kos met Finance Minister Ivo Lah in Orvik.")
    assert [role.id for role in found] == ["R1", "R2"]


@pytest.mark.parametrize(
    ("text", "tellings"),
    [
        (
            "Norwegian Foreign Minister Ida Berg and U.S. Secretary of State Dan Roe spoke on Monday.",
            [("Norwegian Foreign Minister", "foreign minister", "NO"), ("U.S. Secretary of State", "", "US")],
        ),
        (
            "Harbor County Fire Marshal Joe Tull spoke to the court.",
            [("Harbor County Fire Marshal", "", "harbor county")],
        ),
        ("Acting mayor Karl Brandt signed the order.", [("mayor", "mayor", "")]),
    ],
)
def test_every_telling_names_its_office_and_polity(find, text, tellings):
    told = [telling for role in find(text)[1] for telling in role.told]
    assert [(one.evidence.text, one.office, one.polity) for one in told] == tellings


def test_a_role_told_twice_keeps_both_tellings():
    line = "Mayor Ida Moe"
    notes = "NNP root 0|NNP flat 1|NNP flat 1"
    doc = parsed(
        f"{line}\n{line}", "|".join([notes, "NNP root 0|NNP flat 4|NNP flat 4"]), ents=[("Ida Moe", "PERSON")] * 2,
        blocks=[(line, "item")] * 2,
    )  # fmt: skip
    NLP.vocab.lookups = rules.tables_reader(str(ROOT / "configs/tables"))
    page = mentions.read(TitlesExtractor(NLP)(PeopleExtractor(NLP)(doc)), Article("t", doc.text))
    (role,) = roles(page, people(page, TABLES), (), TABLES)
    assert [(one.evidence.start, one.status) for one in role.told] == [(0, "current"), (14, "current")]
