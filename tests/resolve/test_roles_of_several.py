"""Titles of several, of one of several, of several organisations; whom a row, a heading, the sentence before name.

Each reading stands beside a sentence like it that says less.
"""

from __future__ import annotations

import pytest

from role_reader import RoleReader

# What a row of names tells of each, and what only sorts them.
ROWS = [
    (
        "Defenders: Ida Moe (Orvik), Ken Dahl (FC Marne) and Leo Park (Vida)",
        ["Ida Moe | Defender | Orvik", "Ken Dahl | Defender | FC Marne", "Leo Park | Defender | Vida"],
    ),
    ("Ministers: Ida Moe (Health) and Ken Dahl (Trade)", ["Ida Moe | Minister", "Ken Dahl | Minister"]),
    ("Judges: Ida Moe, Ken Dahl and Leo Park.", ["Ida Moe | Judge", "Ken Dahl | Judge", "Leo Park | Judge"]),
    ("Runners: Ida Moe, Ken Dahl and Leo Park.", []),
    ("It starred actors Ida Moe and Dr. Ken Dahl.", ["Ida Moe | actor", "Ken Dahl | actor"]),
    ("It starred actor Ida Moe and Dr. Ken Dahl.", ["Ida Moe | actor"]),
    (
        "Sens. Ida Moe and Ken Dahl agreed with Cllrs Leo Park and Jan Lah.",
        ["Ida Moe | Sen", "Ken Dahl | Sen", "Leo Park | Cllr", "Jan Lah | Cllr"],
    ),
    (
        "The board has two supporters' directors, Ida Moe and Ken Dahl.",
        ["Ida Moe | supporters' director", "Ken Dahl | supporters' director"],
    ),
    ("The victims' lawyer, Ida Moe, agreed.", ["Ida Moe | lawyer"]),
]

# One of several holds what they hold, unless the words only tell how many there are.
ONE_OF = [
    ("Ida Moe, one of the founders of Tolvex, left.", ["Ida Moe | founder | Tolvex"]),
    ("Ida Moe, one of five players who were hurt, left.", []),
    ("Ida Moe is one of Peru's best painters.", ["Ida Moe | painter"]),
    ("One of the ministers Ida Moe named left.", []),
    ("One diver, 58-year-old Ida Moe, is missing.", ["Ida Moe | diver"]),
    ("One diver saw 58-year-old Ida Moe in Orvik.", []),
]

# What a title is of where it stands right before the name, or has a number, or is of several.
OF = [
    (
        "Head of Peru's Roads Authority (PRA) Ida Moe met Head of Orvik Roads and Ports Authority Ken Dahl on Monday.",
        ["Ida Moe | Head | Peru's Roads Authority | PE", "Ken Dahl | Head | Orvik Roads and Ports Authority"],
    ),
    ("The head of the Roads Authority met Ida Moe on Monday.", []),
    (
        "Ida Moe, president of Local 12 and a former deckhand, agreed.",
        ["Ida Moe | president | Local 12", "Ida Moe | deckhand |  |  | former"],
    ),
    ("Ida Moe, president of the local council, agreed.", ["Ida Moe | president | council"]),
    (
        "Ken Dahl wrote the play. It is directed by Ida Moe, a painter. "
        "She is a member of Tolva House, Tolvex and the Orvik Club.",
        [
            "Ida Moe | painter", "Ida Moe | member | Tolva House", "Ida Moe | member | Tolvex",
            "Ida Moe | member | Orvik Club",
        ],
    ),
    (
        "Ida Moe, a broadcaster at Tolvex and Orvik, left for Tolva House.",
        ["Ida Moe | broadcaster | Tolvex and Orvik"],
    ),
    (
        "The Polish director Ida Moe met the Polish president Ken Dahl.",
        ["Ida Moe | director", "Ken Dahl | president | Polish | PL"],
    ),
    (
        "Ida Moe, floor leader of the ruling People Power Party, agreed.",
        ["Ida Moe | floor leader | People Power Party"],
    ),
    ("Ida Moe, a parish priest of St Mary's, agreed.", ["Ida Moe | parish priest | St Mary's"]),
    (
        "ANC president Ida Moe met Republican president Ken Dahl.",
        ["Ida Moe | president | ANC", "Ken Dahl | president"],
    ),
    (
        "JCA president Ida Moe left. Ida Moe became president of the Jammu Cricket Association in 2010.",
        ["Ida Moe | president | Jammu Cricket Association"],
    ),
    (
        "JFA president Ida Moe left. Ida Moe became president of the Orvik Cricket Association in 2010.",
        ["Ida Moe | president | JFA", "Ida Moe | president | Orvik Cricket Association"],
    ),
    ("England's chief medical officer, Ida Moe, agreed.", ["Ida Moe | chief medical officer | England | GB"]),
    ("England's best surgeon, Ida Moe, agreed.", ["Ida Moe | surgeon"]),
    ("Ida Moe, the alderman for mobility, agreed.", ["Ida Moe | alderman for mobility"]),
    ("Ida Moe, the alderman for Orvik North, agreed.", ["Ida Moe | alderman | Orvik North"]),
]  # fmt: skip

# Who holds it, and who does not.
WHO = [
    ("Ida Moe, formerly a judge, becomes trade minister.", ["Ida Moe | judge", "Ida Moe | trade minister"]),
    ("Ida Moe was formerly trade minister.", ["Ida Moe | trade minister |  |  | former"]),
    (
        "Ida Moe, President Ken Dahl's security adviser, agreed.",
        ["Ken Dahl | President", "Ida Moe | security adviser"],
    ),
    ("Ida Moe, President Ken Dahl and a security adviser agreed.", ["Ken Dahl | President"]),
    ("The French critic Ida Moe left.", ["Ida Moe | critic"]),
    ("Kremlin critic Ida Moe met Ken Dahl, a critic of the plan.", []),
    ("Ida Moe fell. The lawyer representing the bank said so. The trial judge agreed.", []),
]

ROWS_BELOW = ["Ida Moe, a painter", "Ken Dahl, a baker", "Leo Park, a farmer", "Jan Lah, a nurse", "Ana Kos, a sailor"]


@pytest.fixture(scope="module")
def find():
    return RoleReader()


@pytest.mark.parametrize(("text", "expected"), [*ROWS, *ONE_OF, *OF, *WHO])
def test_the_titles_of_several_go_to_whom_the_words_give_them(find, text, expected):
    assert find.lines(text) == expected


@pytest.mark.parametrize(("stated", "rows", "members"), [("five", 5, 5), ("four", 3, 0)])
def test_a_heading_that_says_how_many_heads_the_rows_below(find, stated, rows, members):
    text = "\n".join([f"The {stated} members of the commission", *ROWS_BELOW[:rows]])
    assert sum("| member | commission" in line for line in find.lines(text)) == members
