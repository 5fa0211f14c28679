"""What stands on a page, told from its lines: small pages of our own, each with its blocks in order."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from newstally.layout import Cues, layout

CUES = Cues(tomllib.loads(Path(__file__).parents[2].joinpath("configs/tables/layout.toml").read_text("utf-8")))
PROSE = (
    "The harbour board met for three hours on Tuesday evening and agreed, with some grumbling, to repair the old "
    "breakwater before winter comes."
)
MORE = (
    "Its chair, Maren Holt, said that the money had been found in last year's budget and that the work would begin "
    "as soon as the cranes arrive."
)
LAST = (
    "Cranes are scarce on this coast, and the nearest of them, at the yard in Bergen, are let until October of the "
    "year after next."
)
SPEECH = '"We have waited long enough for this," she said.'


def blocks(text: str, cues: Cues = CUES) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in layout(text, cues).blocks]


def page(*parts: str) -> str:
    return "\n\n".join(parts)


def kinds(text: str) -> list[str]:
    return [kind for kind, _ in blocks(text)]


# ---- headline, deck, subheads ----------------------------------------------------------------------------------------

HEADS = {
    "headline over prose": (
        page("Board agrees to mend breakwater", PROSE, MORE),
        [("headline", "Board agrees to mend breakwater"), ("paragraph", PROSE), ("paragraph", MORE)],
    ),
    "single line breaks": (
        f"Board agrees to mend breakwater\n{PROSE}\n{MORE}",
        [("headline", "Board agrees to mend breakwater"), ("paragraph", PROSE), ("paragraph", MORE)],
    ),
    "writers without a by": (
        page("Board agrees to mend breakwater", "Tilda Moen, Saltby", PROSE),
        [("headline", "Board agrees to mend breakwater"), ("byline", "Tilda Moen, Saltby"), ("paragraph", PROSE)],
    ),
    "writers over two lines, a deck over them": (
        f"Board agrees to mend breakwater\n\nCranes to come; cost unknown\n\nTilda Moen\nHarbour reporter\n\n{PROSE}",
        [
            ("headline", "Board agrees to mend breakwater"), ("deck", "Cranes to come; cost unknown"),
            ("byline", "Tilda Moen"), ("byline", "Harbour reporter"), ("paragraph", PROSE),
        ],
    ),
    "the writers' paper under their names": (
        page("Board agrees to mend breakwater", "By Tilda Moen", "Saltby Mail", PROSE),
        [
            ("headline", "Board agrees to mend breakwater"), ("byline", "By Tilda Moen"), ("byline", "Saltby Mail"),
            ("paragraph", PROSE),
        ],
    ),
    "a deck is no name": (
        page("Board agrees to mend breakwater", "Cranes to come from Bergen", PROSE),
        [("headline", "Board agrees to mend breakwater"), ("deck", "Cranes to come from Bergen"), ("paragraph", PROSE)],
    ),
    "a heading over bullets is no name": (
        "Board agrees to mend breakwater\n\nWhat we know\n• The cranes are late.\n• The board has met.\n\n" + PROSE,
        [
            ("headline", "Board agrees to mend breakwater"), ("subhead", "What we know"),
            ("list", "• The cranes are late.\n• The board has met."), ("item", "The cranes are late."),
            ("item", "The board has met."), ("paragraph", PROSE),
        ],
    ),
    "headline with a full stop": (
        page("Board mends breakwater after years of storms.", PROSE),
        [("headline", "Board mends breakwater after years of storms."), ("paragraph", PROSE)],
    ),
    "headline that asks": (
        page("Who will pay for the breakwater?", PROSE),
        [("headline", "Who will pay for the breakwater?"), ("paragraph", PROSE)],
    ),
    "deck on the next line": (
        f"Board agrees to mend breakwater;\nCranes arrive before winter.\n\n{PROSE}\n\n{MORE}",
        [
            ("headline", "Board agrees to mend breakwater;"),
            ("deck", "Cranes arrive before winter."),
            ("paragraph", PROSE),
            ("paragraph", MORE),
        ],
    ),
    "deck before the by-line": (
        page("Board agrees to mend breakwater", "Cranes are due in October.", "By Tilda Moen", PROSE),
        [
            ("headline", "Board agrees to mend breakwater"),
            ("deck", "Cranes are due in October."),
            ("byline", "By Tilda Moen"),
            ("paragraph", PROSE),
        ],
    ),
    "headline with a title in short": (
        page("Texas Gov. Abel Stone signs harbour bill", PROSE),
        [("headline", "Texas Gov. Abel Stone signs harbour bill"), ("paragraph", PROSE)],
    ),
    "kicker over the headline": (
        page("Local news", "Board agrees to mend breakwater", PROSE),
        [("subhead", "Local news"), ("headline", "Board agrees to mend breakwater"), ("paragraph", PROSE)],
    ),
    "subhead between paragraphs": (
        page("Board agrees to mend breakwater", PROSE, "Cranes on the way", MORE),
        [
            ("headline", "Board agrees to mend breakwater"),
            ("paragraph", PROSE),
            ("subhead", "Cranes on the way"),
            ("paragraph", MORE),
        ],
    ),
    # near-misses
    "prose without a headline": (page(PROSE, MORE), [("paragraph", PROSE), ("paragraph", MORE)]),
    "short opening sentence": (
        page("It was over before she had said a word.", PROSE),
        [("paragraph", "It was over before she had said a word."), ("paragraph", PROSE)],
    ),
    "opening line of speech": (page(SPEECH, PROSE), [("paragraph", SPEECH), ("paragraph", PROSE)]),
    "one line alone": ("Board agrees to mend breakwater", [("paragraph", "Board agrees to mend breakwater")]),
    "short last line": (
        page(PROSE, MORE, "Harbour desk"),
        [("paragraph", PROSE), ("paragraph", MORE), ("paragraph", "Harbour desk")],
    ),
    "first paragraph is no deck": (
        page("Board agrees to mend breakwater", "The vote was close.", PROSE),
        [("headline", "Board agrees to mend breakwater"), ("paragraph", "The vote was close."), ("paragraph", PROSE)],
    ),
    "short sentence is no subhead": (
        page(PROSE, "Nobody spoke against it.", MORE),
        [("paragraph", PROSE), ("paragraph", "Nobody spoke against it."), ("paragraph", MORE)],
    ),
    "line that goes on is no subhead": (
        page(PROSE, "But then again,", MORE),
        [("paragraph", PROSE), ("paragraph", "But then again,"), ("paragraph", MORE)],
    ),
}


@pytest.mark.parametrize(("text", "expected"), HEADS.values(), ids=HEADS)
def test_head(text, expected):
    assert blocks(text) == expected


@pytest.mark.parametrize("last", ["By Tilda Moen", "By Tilda Moen, Port Correspondent", "January 21, 2019"])
@pytest.mark.parametrize("deck", ["Cranes are due in October.", "Chair asks for patience until cranes are in"])
@pytest.mark.parametrize("breaks", ["\n", "\n\n"])
def test_deck_between_headline_and_by_line(breaks, deck, last):
    head = breaks.join(["Board agrees to mend breakwater", deck, last])
    assert kinds(page(head, PROSE, MORE))[:2] == ["headline", "deck"]
    assert kinds(page(breaks.join(["Board agrees to mend breakwater", last]), PROSE, MORE))[1] != "deck"


def test_deck_before_a_paragraph_with_a_dateline():
    text = page("Board agrees to mend breakwater", "Cranes are due in October.", f"OSLO (AP) — {PROSE}", MORE)
    assert kinds(text) == ["headline", "deck", "dateline", "paragraph", "paragraph"]


STORY = " ".join([PROSE.replace("breakwater", "town breakwater"), MORE] * 4)


@pytest.mark.parametrize(
    ("text", "headline"),
    {
        "its words come back": (f"Harbour board to mend breakwater. {STORY}", "Harbour board to mend breakwater."),
        "a title in short": (
            f"Harbour board asks Sen. Holt to mend breakwater. {STORY}",
            "Harbour board asks Sen. Holt to mend breakwater.",
        ),
        "its words do not": (f"Nobody expects miracles anywhere. {STORY}", None),
        "the sentence of a paragraph": (f"The harbour board has mended the breakwater. {STORY}", None),
        "a short passage": (f"Harbour board to mend breakwater. {PROSE}", None),
    }.values(),
    ids=lambda value: str(value)[:40],
)
def test_headline_on_the_storys_only_line(text, headline):
    assert blocks(text) == (
        [("headline", headline), ("paragraph", STORY)] if headline else [("paragraph", text)]
    )  # fmt: skip


# ---- furniture -------------------------------------------------------------------------------------------------------

FURNITURE = {
    "byline": [
        "By Tilda Moen",
        "BY TILDA MOEN | Reuters",
        "By Tilda Moen and Jon Aske, Staff Writers",
        "Tilda Moen, Staff Writer · Posted: Jan 21, 2019 4:00 AM ET",
        "Tilda Moen · CBC News · Posted: Jan 21, 2019 4:00 AM ET | Last Updated: January 21, 2019",
        "By The Associated Press",
    ],
    "dateline": [
        "Posted: Jan 21, 2019 4:00 AM ET",
        "Last updated 3 March 2021 at 10:15 GMT",
        "Published on 2021-03-04",
        "January 21, 2019",
        "Monday, 4 May 2020",
    ],
    "caption": [
        "Maren Holt inspects the breakwater at low tide. (Jonas Lie/Canadian Press)",
        "Maren Holt inspects the breakwater. (AP Photo/Jonas Lie)",
        "Maren Holt inspects the breakwater. (Reuters)",
        "Waves break over the old harbour wall. File photo",
        "Photo: Maren Holt at the breakwater",
        "Pictured: Maren Holt at the breakwater.",
        "FILE PHOTO: Maren Holt at the breakwater.",
        "Maren Holt at the breakwater (Submitted by Jonas Lie)",
        "Waves break over the wall. Photo: Jonas Lie/Getty Images",
        "Maren Holt at the breakwater on Monday. Photograph: Jonas Lie/Harbour Press",
        "The breakwater, where the storm came ashore. Picture: J. R. Lie",
        "Waves break over the wall. Photograph by Jonas Lie.",
        "Waves break over the wall. Image credit Jonas Lie",
        "© Jonas Lie/Harbour Times",
    ],
    "quote": [
        "'Nobody here is afraid of a storm'",
        "“Nobody here is afraid of a storm”",
        '"Nobody here is afraid of a storm"',
        "‘Nobody here is afraid of a storm’",
    ],
    "correction": [
        "Correction: The board has nine members, not ten.",
        "CORRECTION — The board has nine members.",
        "Clarification: The vote was on Tuesday.",
        "An earlier version of this article gave the wrong number of cranes.",
        "A previous version of the headline said 12 cranes had come. Ten came.",
        "This story has been corrected to say that the board has nine members.",
        "(This story has been updated to correct the number of cranes.)",
        "Editor's note: An earlier version gave the wrong number of cranes.",
        "Editor’s note: This page misstated the number of cranes.",
        "Due to an editing error, the number of cranes was given as 12.",
        "Correction, 9:40 a.m.: The board has nine members, not ten.",
        "CORRECTION (May 12): The board has nine members.",
        "Correction – 12 May 2019: The board has nine members.",
        "Correction, Jan. 3, 4 p.m. ET: The board has nine members.",
        "Update, 7:15 p.m.: An earlier version of this page gave the wrong number of cranes.",
        "15.20 Correction: We said that 12 cranes had come. Ten came.",
        "[9:05 p.m. ET] Editor's note: An earlier post gave the wrong number of cranes.",
        "In an earlier version of this story, the number of cranes was given as 12.",
        "UPDATE: The number of cranes has been revised to ten from 12.",
    ],
    "paragraph": [
        "By Monday evening all nine had left.",
        "By the harbour, on the old stones, they waited.",
        "In January 2019 the board met twice.",
        "March was the wettest month since 1954.",
        "The board has nine members (two are fishermen/farmers).",
        "The work is paid for by the Harbour Investment Bank (HIB).",
        "The vote was 5-4, according to the board (see page 2).",
        'The board "will not be hurried", she told the agency. (Yonhap)',
        "'Storms are worse,' said Holt, 'than they used to be'",
        '"We have waited long enough for this."',
        '"They came. We waited. Nobody spoke"',
        '"Nobody" and "never" are the words of the week.',
        "An earlier version of the bill passed the lower house in May.",
        "Correction officers walked out of the county jail on Friday.",
        "This story has been told before in the taverns of the port.",
        "Editor's note: Maren Holt is a columnist for this page.",
        "The correction was swift, said Holt.",
        "Photos of the storm were shown to the board.",
        "Update, 7:15 p.m.: Two more cranes have come.",
        "15.20 The mayor says that ten cranes have come, not 12.",
        "9:05 p.m. Update: Two more cranes have come.",
        "In an earlier version of the bill, the number of cranes was given as 12.",
        "UPDATE: The number of cranes is going up.",
        "Correction, Bergen: The town with the prison has a port.",
        "She draws what she saw that night. Illustration: her first love.",
        "He asked what the board had in hand. Pictures: none at all.",
        "Nobody there had a camera. A photograph by Jonas Lie was shown later.",
        "Updated plans for the wall were shown to 12 members of the board.",
    ],
}


@pytest.mark.parametrize(
    ("kind", "line"), [(kind, line) for kind, lines in FURNITURE.items() for line in lines], ids=str
)
def test_furniture(kind, line):
    found = blocks(page("Board agrees to mend breakwater", PROSE, line, MORE))
    assert [row for row in found if row[1] == line] == [(kind, line)]


def test_by_line_stands_at_the_edge_of_the_story():
    assert kinds(page(PROSE, MORE, PROSE, "By Any Other Name", MORE, PROSE, MORE))[3] == "subhead"


NOTE = "An earlier version of this story said that 12 cranes had come. Ten have come."


@pytest.mark.parametrize(
    ("text", "correction"),
    {
        "bullet and indented date": (
            page(PROSE, f"  • {NOTE}\n    Jan 21, 2019 9:30 PM ET"),
            f"{NOTE}\n    Jan 21, 2019 9:30 PM ET",
        ),
        "label on its own line": (page(PROSE, f"CORRECTION\n\n{NOTE}"), f"CORRECTION\n\n{NOTE}"),
        "at the top": (page(NOTE, "Board agrees to mend breakwater", PROSE), NOTE),
        "a date apart is not part of it": (page(PROSE, NOTE, "Jan 21, 2019"), NOTE),
        "another line is not part of it": (page(PROSE, f"{NOTE}\nMaren Holt has the last word."), NOTE),
    }.values(),
)
def test_correction_with_its_lines(text, correction):
    assert [words for kind, words in blocks(text) if kind == "correction"] == [correction]


def test_two_corrections_are_two_blocks():
    assert kinds(page(PROSE, f"{NOTE}\n{NOTE}")) == ["paragraph", "correction", "correction"]


@pytest.mark.parametrize(
    "dateline",
    ["OSLO —", "OSLO (AP) —", "OSLO, Norway (Reuters) -", "ST. JOHN'S, N.L. --", "OSLO and BERGEN, May 26 2022 (IPS) –",
     "PORT CITY, July 25:", "Oslo (Reuters) -"],
)  # fmt: skip
def test_dateline_opens_the_first_paragraph(dateline):
    text = page("Board agrees to mend breakwater", f"{dateline} {PROSE}", MORE)
    assert blocks(text)[1:] == [("dateline", dateline), ("paragraph", PROSE), ("paragraph", MORE)]


@pytest.mark.parametrize(
    "opening",
    ["NATO — the alliance — has its say.", "Norway - The country has a long coast.",
     "The mayor said: There is no time.", "Holt: We will see how it goes.",
     "Nine - or Ten, as some would have it - came.", "UN officials met at the port."],
)  # fmt: skip
def test_no_dateline(opening):
    assert kinds(page("Board agrees to mend breakwater", f"{opening} {PROSE}")) == ["headline", "paragraph"]


# ---- lists -----------------------------------------------------------------------------------------------------------

NAMES = ["Norway Prime Minister Ida Berg", "Iceland  President Jón Hallsson", "Malta Foreign Minister Rosa Vella"]
ROLES = ["Ida Berg Prime Minister of Norway", "Jón Hallsson President of Iceland", "Rosa Vella Envoy of Malta"]


def listed(text: str) -> tuple[str | None, list[str]] | None:
    """Heading and items of the text's only list, None where it has none."""
    rows = blocks(text)
    places = [place for place, (kind, _) in enumerate(rows) if kind == "list"]
    if not places:
        return None
    (place,) = places
    heading = rows[place - 1][1] if place and rows[place - 1][0] == "subhead" else None
    return heading, [words for kind, words in rows if kind == "item"]


def between(*lines: str, end: str = "\n\n") -> str:
    """A page with ``lines`` in the middle of its story."""
    body = "\n".join(lines)
    return f"Board agrees to mend breakwater\n\n{PROSE}\n\n{body}{end}{MORE}\n\n{LAST}"


LISTS = {
    "plain lines under a heading": (between("Ida Berg's guests", *NAMES), ("Ida Berg's guests", NAMES)),
    "the other order": (between("Ida Berg's guests", *ROLES), ("Ida Berg's guests", ROLES)),
    "a paragraph follows without a blank line": (
        between("Ida Berg's guests", *NAMES, end="\n"),
        ("Ida Berg's guests", NAMES),
    ),
    "a heading set apart": (between("Ida Berg's guests", "", *NAMES), ("Ida Berg's guests", NAMES)),
    "a heading with a colon": (between("The guests were:", *NAMES[:2]), ("The guests were:", NAMES[:2])),
    "two lines in a chunk of their own": (between("Ida Berg's guests", *NAMES[:2]), ("Ida Berg's guests", NAMES[:2])),
    "single line breaks everywhere": (
        "\n".join([PROSE, "Ida Berg's guests", *NAMES, MORE]),
        ("Ida Berg's guests", NAMES),
    ),
    "nothing but a list": ("\n".join(["Ida Berg's guests", *NAMES]), ("Ida Berg's guests", NAMES)),
    "no-break spaces": (
        between("The guests", *(name.replace(" ", "\u00a0") for name in NAMES)),
        ("The guests", [name.replace(" ", "\u00a0") for name in NAMES]),
    ),
    "bullets": (between("The guests:", *(f"• {name}" for name in NAMES)), ("The guests:", NAMES)),
    "indented bullets": (between("The guests:", *(f"  ·\t{name}" for name in NAMES)), ("The guests:", NAMES)),
    "bullets apart": (between("The guests:", "", "\n\n".join(f"• {name}" for name in NAMES)), ("The guests:", NAMES)),
    "dashes": (between("The guests:", *(f"- {name}" for name in NAMES)), ("The guests:", NAMES)),
    "en dashes": (between("The guests:", *(f"– {name}" for name in NAMES)), ("The guests:", NAMES)),
    "stars": (between("The guests:", *(f"* {name}" for name in NAMES)), ("The guests:", NAMES)),
    "bullets before sentences": (
        between("The plan:", "• Mend the wall.", "• Count the boats."),
        ("The plan:", ["Mend the wall.", "Count the boats."]),
    ),
    "numbers": (between("The guests:", *(f"{i}. {name}" for i, name in enumerate(NAMES, 1))), ("The guests:", NAMES)),
    "numbers counting down": (
        between("The guests:", *(f"{3 - i}) {name}" for i, name in enumerate(NAMES))),
        ("The guests:", NAMES),
    ),
    "numbers without a space": (
        between("The guests:", *(f"{i}.{name}" for i, name in enumerate(NAMES, 1))),
        ("The guests:", NAMES),
    ),
    "letters in brackets": (
        between("The guests:", *(f"({sign}) {name}" for sign, name in zip("abc", NAMES, strict=True))),
        ("The guests:", NAMES),
    ),
    "rows with tabs": (
        between("Boats by port", "Oslo\t12", "Bergen\t9"),
        ("Boats by port", ["Oslo\t12", "Bergen\t9"]),
    ),
    "rows under their header": (
        between("Port\tBoats", "Oslo\t12", "Bergen\t9"),
        ("Port\tBoats", ["Oslo\t12", "Bergen\t9"]),
    ),
    "a lead-in of a full line": (
        between(f"{MORE[:-1]}:", *(f"• {name}" for name in NAMES)),
        (None, NAMES),
    ),
    # near-misses
    "verse": (
        between("Grey is the water", "And grey is the sky", "The boats are at anchor", "The herring swim by"),
        None,
    ),
    "short sentences": (between("He ran.", "He hid.", "He slept.", "Nobody came."), None),
    "dialogue": (between('"Who is there?"', '"The board."', '"At this hour?"', '"At this hour."'), None),
    "dialogue with em dashes": (between("— Who is there?", "— The board.", "— At this hour?"), None),
    "speakers": (between("HOLT: Who is there?", "BERG: The board.", "HOLT: At this hour?"), None),
    "one short line": (between("Ida Berg's guests"), None),
    "two short lines in a run of paragraphs": ("\n".join([PROSE, "The Guests", "Ida Berg", MORE, PROSE]), None),
    "contact lines": (
        page(PROSE, MORE, "Tilda Moen\nPress Officer\nHarbour Board\ntilda@harbour.example\n555-0100"),
        None,
    ),
    "head matter": (f"Board Mends Breakwater\nCranes Come in May\nTilda Moen\nHarbour Times\n\n{PROSE}", None),
    "a dash before one line": (between("– Nobody said a word –"), None),
    "numbers out of order": (between("3. The wall", "9. The boats"), None),
    "sections with numbers": (
        page("Board agrees to mend breakwater", "1. The wall", PROSE, "2. The boats", MORE),
        None,
    ),
    "figures at the start": (between("12 boats came from Bergen.", "13 boats came from Oslo."), None),
    "a minus sign": (between("-5 degrees was measured on Monday.", "-7 degrees was measured on Tuesday."), None),
    "a line of stars": (between("* * *"), None),
    "short paragraphs apart": (between("Nobody came", "", "Everybody waited", "", "Morning broke at last"), None),
}


@pytest.mark.parametrize(("text", "expected"), LISTS.values(), ids=LISTS)
def test_lists(text, expected):
    assert listed(text) == expected


def test_list_covers_its_items_and_leaves_the_bullets_out_of_them():
    text = between("The guests:", "• Ida Berg", "• Rosa Vella")
    assert ("list", "• Ida Berg\n• Rosa Vella") in blocks(text)


def test_a_page_with_everything():
    text = "\n".join([
        "Berg calls five allies", "", "By Tilda Moen", "", "Posted: Jan 21, 2019 4:00 AM ET", "",
        "Ida Berg waits for the phone to ring. (Jonas Lie/Canadian Press)", "", f"OSLO — {PROSE}", "",
        "'Nobody hangs up on her'", "", "The five calls", *NAMES, "Chad Envoy Ali Sou", "Fiji Consul Mere Tui", MORE,
        "", "What comes next", "", PROSE, "", f"  • {NOTE}", "    Jan 21, 2019 9:30 PM ET", "",
    ])  # fmt: skip
    assert kinds(text) == [
        "headline", "byline", "dateline", "caption", "dateline", "paragraph", "quote", "subhead", "list", "item",
        "item", "item", "item", "item", "paragraph", "subhead", "paragraph", "correction",
    ]  # fmt: skip


# ---- lines -----------------------------------------------------------------------------------------------------------

WRAPPED = """\
The harbour board met for three hours on Tuesday evening and agreed,
with some grumbling, to repair the old breakwater before winter comes.
Nobody had expected it.
   Its chair said that the money had been found in the budget of last
year and that the work would begin as soon as the cranes arrive."""


def test_hard_wrapped_lines_are_one_paragraph():
    first, second = WRAPPED.split("\n   ")
    assert blocks(f"Board mends wall\n\n{WRAPPED}") == [
        ("headline", "Board mends wall"),
        ("paragraph", first),
        ("paragraph", second),
    ]


def test_hard_wrapped_items_stay_apart():
    text = (
        WRAPPED
        + "\n\nThe plan:\n- mend the wall from the eastern pier to the old lighthouse on\n  the rocks\n- count boats"
    )
    assert [words for kind, words in blocks(text) if kind == "item"] == [
        "mend the wall from the eastern pier to the old lighthouse on\n  the rocks",
        "count boats",
    ]


@pytest.mark.parametrize("text", ["", "\n\n", " \u00a0\t\r\n", "\ufeff"])
def test_blank_text_has_no_blocks(text):
    assert blocks(text) == []


def test_byte_order_mark_and_no_break_spaces_stay_outside():
    text = f"\ufeff\u00a0Board agrees to mend breakwater\u00a0\r\n\r\n  {PROSE}\u00a0 \r\n"
    assert blocks(text) == [("headline", "Board agrees to mend breakwater"), ("paragraph", PROSE)]


def test_without_cue_words_the_form_still_tells():
    text = between("The guests:", "• Ida Berg", "• Rosa Vella")
    assert [kind for kind, _ in blocks(text, Cues({}))] == [
        "headline", "paragraph", "subhead", "list", "item", "item", "paragraph", "paragraph",
    ]  # fmt: skip
