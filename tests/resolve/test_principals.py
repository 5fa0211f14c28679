"""What a title is of where that is not plain, which names a title of several has, and what the words around say of its
time: each reading beside a sentence like it that says less."""

from __future__ import annotations

import pytest

from role_reader import RoleReader

# What names a title's organisation or polity, and what looks like it.
OF = [
    ("Riigivolikogu Speaker Ida Moe called the vote.", ["Ida Moe | Speaker | Riigivolikogu"]),
    ("Orvik County Prosecutor Ida Moe agreed.", ["Ida Moe | Prosecutor | Orvik County"]),
    ("The Orvik shipyard's chief engineer, Ida Moe, agreed.", ["Ida Moe | chief engineer | Orvik shipyard"]),
    ("Ida Moe, deputy director of the fire service, agreed.", ["Ida Moe | deputy director | fire service"]),
    ("Ida Moe, the Labour MP for Orvik North, agreed.", ["Ida Moe | MP | Orvik North"]),
    ("Cllr Ida Moe (Green) agreed.", ["Ida Moe | Cllr | Green"]),
    ("Ida Moe, a former mayor of the town of Orvik, agreed.", ["Ida Moe | mayor | Orvik |  | former"]),
    ("Togo: Ida Moe, acting foreign minister", ["Ida Moe | foreign minister | Togo | TG | acting"]),
    (
        "The museum is shut. Its director, Ida Moe, said the Museu Nacional needs a roof.",
        ["Ida Moe | director | Museu Nacional"],
    ),
    (
        "The Tolva Water Board tested the wells. Its Orvik chairman, Ida Moe, agreed.",
        ["Ida Moe | chairman | Tolva Water Board"],
    ),
    (
        "The wounded are at Tolva Hospital, said Ida Moe, the medical superintendent there.",
        ["Ida Moe | medical superintendent | Tolva Hospital"],
    ),
    (
        "The director of the Orvik Academy left, said Ida Moe, a teacher there.",
        ["Ida Moe | teacher | Orvik Academy"],
    ),
    ("A spokeswoman for the grid operator Nordnet, Ida Moe, agreed.", ["Ida Moe | spokeswoman | Nordnet"]),
    ("The president of the student union, Ida Moe, agreed.", ["Ida Moe | president | student union"]),
    (
        "Namibia's finance ministry spokesman Ida Moe agreed.",
        ["Ida Moe | spokesman | Namibia's finance ministry | NA"],
    ),
    ("Tolvex, whose founder is Ida Moe, makes boats.", ["Ida Moe | founder | Tolvex"]),
    (
        "Ida Moe, founder, owner and former director of the Orvik Guild, agreed.",
        [
            "Ida Moe | founder | Orvik Guild",
            "Ida Moe | owner | Orvik Guild",
            "Ida Moe | director | Orvik Guild |  | former",
        ],
    ),
    (
        "Ida Moe, an actress and president of the Orvik Guild, agreed.",
        ["Ida Moe | actress", "Ida Moe | president | Orvik Guild"],
    ),
    ("The board's chair is Ida Moe.", ["Ida Moe | chair | board"]),
    ("He praised Rangers midfielder Ida Moe.", ["Ida Moe | midfielder | Rangers"]),
    ("He praised Hibernian full-back Ida Moe.", ["Ida Moe | full-back | Hibernian"]),
    ("Bayside Governor Ida Moe agreed.", ["Ida Moe | Governor | Bayside"]),
    ("Chair of the residents' group Bay Says No, Ida Moe, agreed.", ["Ida Moe | Chair | Bay Says No"]),
    ("Left Greens leader Ida Moe agreed.", ["Ida Moe | leader | Left Greens"]),
    (
        "Orvik water treatment plant manager Ida Moe agreed.",
        ["Ida Moe | manager | Orvik water treatment plant"],
    ),
    ("Social Democrat leader Ida Moe agreed.", ["Ida Moe | leader | Social Democrat"]),
    ("Councillor Ida Moe (Ind) agreed.", ["Ida Moe | Councillor | Ind"]),
    ("PC Ida Moe, of Orvik Police, agreed.", ["Ida Moe | PC | Orvik Police"]),
    ("Bureau of Statistics forecaster Ida Moe agreed.", ["Ida Moe | forecaster | Bureau of Statistics"]),
    ("For interviews: Ida Moe, media manager, Tolvex Shipping.", ["Ida Moe | media manager | Tolvex Shipping"]),
    ("Chair of the Tolva Trust, Councillor Ida Moe, agreed.",
     ["Ida Moe | Chair | Tolva Trust", "Ida Moe | Councillor"]),
    ("Tolvex, who won the Baltic Cup, lost Ida Moe, their captain.", ["Ida Moe | captain | Tolvex"]),
    ("Tolvex asked the Senate to act. Its founder, Ida Moe, agreed.", ["Ida Moe | founder | Tolvex"]),
    (
        "Shares in Tolvex fell. The lift maker Tolvex closed. The company's chairman, Ida Moe, agreed.",
        ["Ida Moe | chairman | Tolvex"],
    ),
    ("The Kaya Fork school board met, said board President Ida Moe.",
     ["Ida Moe | President | Kaya Fork school board"]),
]
NOT_OF = [
    ("Kurdish leader Ida Moe called the vote.", ["Ida Moe | leader"]),
    ("Orvik lawyer Ida Moe agreed.", ["Ida Moe | lawyer"]),
    ("Ida Moe, director of the film, agreed.", ["Ida Moe | director"]),
    ("Cllr Ida Moe (right) agreed.", ["Ida Moe | Cllr"]),
    ("Orvik: Ida Moe, a retired plumber", ["Ida Moe | plumber |  |  | former"]),
    (
        "The gallery is shut. Its director, Ida Moe, said the Museu Nacional needs a roof.",
        ["Ida Moe | director | gallery"],
    ),
    ("The state called four people, said their lawyer, Ida Moe.", ["Ida Moe | lawyer"]),
    (
        "Ida Moe, the medical superintendent at Tolva Hospital, agreed.",
        ["Ida Moe | medical superintendent | Tolva Hospital"],
    ),
    ("Team doctor Ida Moe agreed.", ["Ida Moe | Team doctor"]),
    ("Trade Minister Tan Sri Ida Moe agreed.", ["Ida Moe | Trade Minister"]),
    ("The trouble with the board is Ida Moe.", []),
    ("He praised the park rangers Ida Moe and Ken Dahl.", ["Ida Moe | park ranger", "Ken Dahl | park ranger"]),
    ("He praised the Croatian full-back Ida Moe.", ["Ida Moe | full-back"]),
    ("Orvik Labour mayor Ida Moe agreed.", ["Ida Moe | mayor | Orvik"]),
    ("Tolvex project manager Ida Moe agreed.", ["Ida Moe | project manager | Tolvex"]),
    ("Ida Moe, director of the group Tolvex, Says No.", ["Ida Moe | director | Tolvex"]),
    ("Beleaguered Governor Ida Moe agreed.", ["Ida Moe | Governor"]),
    ("The PC leader Ida Moe agreed.", ["Ida Moe | leader | PC"]),
    ("Ida Moe, a media manager, Tolvex and the bank agreed.", ["Ida Moe | media manager"]),
    ("Chair of the Tolva Trust, Ida Moe's bank, agreed.", []),
    ("Orvik saw the Senate act, said board President Ida Moe.", ["Ida Moe | President"]),
]

# Whose a title of several is.
SEVERAL = [
    ("Two doctors, Ida Moe and Ken Dahl, agreed.", ["Ida Moe | doctor", "Ken Dahl | doctor"]),
    (
        "Three of her ministers, Ida Moe, Ken Dahl and Leo Park, stayed away.",
        ["Ida Moe | minister", "Ken Dahl | minister", "Leo Park | minister"],
    ),
    (
        "Four members voted against the bill: Ida Moe, Ken Dahl, Leo Park and Jan Lah.",
        ["Ida Moe | member", "Ken Dahl | member", "Leo Park | member", "Jan Lah | member"],
    ),
    ("Ministers Ida Moe (Trade) and Ken Dahl (Roads) agreed.", ["Ida Moe | Minister", "Ken Dahl | Minister"]),
    (
        "Detectives Ida Moe and Ken Dahl of the fraud squad agreed.",
        ["Ida Moe | Detective | fraud squad", "Ken Dahl | Detective | fraud squad"],
    ),
    ("The founders, Ida Moe and Ken Dahl, agreed.", ["Ida Moe | founder", "Ken Dahl | founder"]),
    ("He thanked the defenders: Ida Moe and Ken Dahl.", ["Ida Moe | defender", "Ken Dahl | defender"]),
    ("Two defenders: Ida Moe and Ken Dahl.", ["Ida Moe | defender", "Ken Dahl | defender"]),
    ("Trustees of Tolva House: Ida Moe and Ken Dahl.",
     ["Ida Moe | Trustee | Tolva House", "Ken Dahl | Trustee | Tolva House"]),
    (
        "It was signed by two editors:\nIda Moe, Harbor Post (Peru)\nKen Dahl, La Voz de Lima (Peru)",
        ["Ida Moe | editor | Harbor Post", "Ken Dahl | editor | La Voz de Lima"],
    ),
    ("Ida Moe and Ken Dahl are farmers.", ["Ida Moe | farmer", "Ken Dahl | farmer"]),
]
NOT_SEVERAL = [
    ("Six doctors, Ida Moe and Ken Dahl agreed.", []),
    ("Three members voted against the bill: Ida Moe and Ken Dahl.", []),
    (
        "They are the librarians Ida Moe and Ken Dahl, and Leo Park, a former mayor.",
        ["Ida Moe | librarian", "Ken Dahl | librarian", "Leo Park | mayor |  |  | former"],
    ),
    ("Defenders: Ida Moe and Ken Dahl.", []),
    ("It was signed by three editors:\nIda Moe, Harbor Post (Peru)\nKen Dahl, La Voz de Lima (Peru)", []),
    ("It was signed by two editors.\nIda Moe, Harbor Post (Peru)\nKen Dahl, La Voz de Lima (Peru)", []),
    ("She wants the board to hire Ida Moe and two more public defenders.", []),
    ("The film stars Ida Moe.", []),
    ("Ida Moe, the mayor's sister, agreed.", []),
    ("Ida Moe was named Producer of the Year.", []),
    ("Its manager, Ida Moe, has been held; the chairman is abroad.", ["Ida Moe | manager"]),
]

# Who gets a title, and whether still.
HELD = [
    (
        "The novelist and former diplomat Ida Moe agreed.",
        ["Ida Moe | novelist", "Ida Moe | diplomat |  |  | former"],
    ),
    ("Acting dean Professor Ida Moe agreed.", ["Ida Moe | dean |  |  | acting", "Ida Moe | Professor"]),
    ("Col. Ida Moe (retired) agreed.", ["Ida Moe | Col. |  |  | former"]),
    (
        "President Ken Dahl named Col. Ida Moe as interim director.",
        ["Ken Dahl | President", "Ida Moe | Col.", "Ida Moe | director |  |  | acting"],
    ),
    (
        "Ida Moe, now head of sales, will succeed her as chief financial officer.",
        ["Ida Moe | head of sales", "Ida Moe | chief financial officer |  |  | elect"],
    ),
    ("Ida Moe lost a boat. The ex-tea lady agreed.", ["Ida Moe | tea lady |  |  | former"]),
    ("Ida Moe is the rector of the academy, where Ken Dahl taught until 2011.", ["Ida Moe | rector | academy"]),
    ("From 1996 to 2001 Ida Moe served as ambassador to Peru.", ["Ida Moe | ambassador |  |  | former | PE"]),
]


@pytest.fixture(scope="module")
def find():
    return RoleReader()


@pytest.mark.parametrize(("text", "expected"), [*OF, *SEVERAL, *HELD])
def test_the_words_around_tell_what_a_title_is_of_whose_and_whether_still(find, text, expected):
    assert find.lines(text) == expected


@pytest.mark.parametrize(("text", "expected"), [*NOT_OF, *NOT_SEVERAL])
def test_no_more_is_told(find, text, expected):
    assert find.lines(text) == expected
