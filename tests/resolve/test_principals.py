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
    ("The board's chair is Ida Moe.", ["Ida Moe | chair | board"]),
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
    ("Ida Moe and Ken Dahl are farmers.", ["Ida Moe | farmer", "Ken Dahl | farmer"]),
]
NOT_SEVERAL = [
    ("Six doctors, Ida Moe and Ken Dahl agreed.", []),
    ("Three members voted against the bill: Ida Moe and Ken Dahl.", []),
    (
        "They are the librarians Ida Moe and Ken Dahl, and Leo Park, a former mayor.",
        ["Ida Moe | librarian", "Ken Dahl | librarian", "Leo Park | mayor |  |  | former"],
    ),
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
