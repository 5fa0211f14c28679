"""T104: one quantity, said again; the classes of false alarm of a naive rule each have their case."""

from __future__ import annotations

import pytest

from stories import Part, caption, findings, headline, note, story, text, verdicts


def repeats(*parts: Part) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.verdict, one.counts) for one in findings(story(*parts), "repeated_figure")]


AGREE = {
    "headline, lede and caption": [
        headline("Mayors hold {19 talks|talk|P1 P2}"),
        text("The mayors held {19 high-level discussions|discussion:talk|P1 P2}."),
        caption("They held {19 discussions|discussion:talk|P1 P2}."),
    ],
    "a headline without its noun": [
        headline("{Ten|(person)} sent to prison"),
        text("A court sent {ten men|man|Hale_court} to prison."),
        text("{Ten|(person)} are now held."),
    ],
    "the definite article": [text("{Two men|man} fled."), text("It rained."), text("The {two|(man)} were caught.")],
    "a general noun takes up a special one": [
        text("{Two activists|activist} are gone."),
        text("No word of the {two people|person}."),
    ],
    "people, by a demonstrative, so far": [
        text("{Two activists|activist} are gone."),
        text("No word of these {two persons|person||cumulative} so far."),
    ],
    "people of a headline by another noun in its lede": [
        headline("Parents of {two victims|victim} sue"),
        text("The parents of {two Americans|woman} have sued."),
    ],
    "the headline's doer by another name": [
        headline("Vane to cut {640 jobs|job|Vane}"),
        text("The chain is to cut {640 jobs|job|chain} in May."),
    ],
    "a striking figure of one noun, its doers named otherwise": [
        text("{1,820 children|child|teams} were seen."),
        text("It rained."),
        text("The campaign saw {1,820 children|child|campaign}."),
    ],
    "a headline's figure of one noun, far below": [
        headline("{Six dives|dive} to the reef"),
        text("They left in May."), text("It rained."), text("It snowed."),
        text("In {six dives|dive} they saw a crab."),
    ],
    "a tally, first side": [text("They voted {6-5|(vote)} for it."), text("The {6–5|(vote)} vote ended it.")],
    "a large figure": [text("{80 employers|employer} came."), text("We counted {80 employers|employer} there.")],
    "a distinctive figure of things of other names": [
        text("Last week {140 former diplomats|diplomat} signed a letter."),
        text("He has read the letter with its {140 signatures|signature}."),
    ],
    "a noun and its verb": [headline("{17 arrests|arrest} in Hale"), text("{17 men|man} were arrested on Friday.")],
    "a tally": [headline("Council votes {7|vote} to 4"), text("{Seven councillors|councillor} voted for the plan.")],
    "a list of key points": [
        headline("{Nine homes|home} lost to fire"),
        Part("item", "{Nine houses|house:home} have burned"),
        text("A fire has burned {nine homes|home}."),
    ],
    "a headline in other words": [
        headline("{Seven new frogs|frog} on one hill"),
        text("A team has found {seven new species|species} in Hale."),
    ],
    "what the headline says is planned": [
        headline("Vane to cut {640 jobs|job||forecast}"),
        text("The chain has told its staff that {640 jobs|job} go."),
    ],
    "a tally and those who voted": [
        headline("House votes {54-43|(vote)}"),
        text("{Fifty-four members|member|House} were in favor."),
    ],
    "known people by another noun": [
        text("The fever has made {214 people|person} ill."), text("It rained."),
        text("Of the {214 patients|patient}, most are young."),
    ],
    "others, taken up at once": [
        text("{Eleven other people|person||other} were held."),
        text("They sang, and {the eleven|(person)} were fined."),
    ],
    "a pair that had been held before": [
        text("{Two activists|activist} are free."),
        text("{The two|(person)||earlier} had been refused bail."),
    ],
    "debut novels, the debuts": [
        text("{Two debut novels|novel} are on the list."), text("It rained."),
        text("The {two debuts|debut} are short."),
    ],
    "the same two words": [text("{Six toll lanes|lane} opened."), text("Bow has {six toll lanes|lane} too.")],
    "actors of longer and shorter names": [
        text("{17 villages|village|Army_helicopters} were reached."),
        text("{17 villages|village|helicopters} have food."),
    ],
    "the headline's words for whom the lede names": [
        headline("Premier drops {three ministers|minister|Premier}"),
        text("Ann Roe has dropped {three ministers|minister|P1}."),
    ],
    "headline and deck": [
        headline("{Three|(person)} die in crash"),
        text("A bus fall killed {three|(person)} in Oco."),
    ],
    "those that are to come": [
        text("It will open {eight hotels|hotel||hypothetical}."),
        text("Two of {the eight|(hotel)} are in Bow."),
    ],
    "a rise by so many": [
        headline("Bow adds {14,600 jobs|job}"),
        text("Jobs grew by {14,600|(job)||change} in May."),
    ],
    "rounded in the headline": [
        headline("{Nearly 4,000 people|person} sleep in shelters"),
        text("{3,870 people|person} are in shelters."),
    ],
    "rounded in the lede": [
        text("{About 60 shops|shop} of the chain will close."),
        text("The chain will close {58 shops|shop} in May."),
    ],
    "of each of several, then of one": [
        text("Both towns held {three fairs|fair|towns}."),
        text("Well, Oco had {three|(fair)|Oco} before the flood."),
    ],
    "of every one of them, then of one": [
        text("Every coastal town lost {four boats|boat|town} that night."),
        text("Hale lost {four|(boat)|Hale}."),
    ],
    "at least": [
        text("{At least four of the pilots|pilot} fled."),
        text("The {four|(pilot)} are sought by police."),
    ],
}


@pytest.mark.parametrize("parts", AGREE.values(), ids=AGREE)
def test_statements_that_agree_are_one_finding(parts: list[Part]) -> None:
    assert repeats(*parts) == [
        ("consistent", tuple(f"N{number}" for number in range(1, len(story(*parts).counts) + 1)))
    ]


def test_a_round_figure_after_more_than_is_unsettled() -> None:
    assert repeats(text("{Over 34,000 trainees|trainee} came."), text("In all, {34,000 trainees|trainee} came.")) == [
        ("unsettled", ("N1", "N2"))
    ]


NO_REPEAT = {
    "small figures by chance": [text("{Two men|man} fled."), text("{Two men|man} came.")],
    "another two": [text("{Two men|man} fled."), text("The {two other men|man||other} stayed.")],
    "other actors": [text("Brandt has {15 aides|aide|P1}."), text("Okafor has {15 aides|aide|P2}.")],
    "a rate": [text("{15 ships|ship} wait."), text("A year ago {15 ships|ship||rate} a week left.")],
    "last year": [text("{15 ships|ship} wait."), text("Last year {15 ships|ship||earlier} came.")],
    "a forecast": [text("{15 ships|ship} wait."), text("{15 ships|ship||forecast} will come.")],
    "things of other modifiers": [text("The {six northbound lanes|lane} and the {six southbound lanes|lane} opened.")],
    "another sort of distinctive figure": [text("{140 cars|car} burned."), text("The {140 teachers|teacher} met.")],
    "a part of things": [text("{Five|(person)} went home."), text("He shut all {five of the shafts|shaft||subset}.")],
    "nothing else in common with the rounded": [
        headline("{Nearly 4,000 people|person} sleep in shelters"),
        text("{3,870 people|person} voted."),
    ],
    "rounded too far": [
        headline("{Nearly 4,000 people|person} sleep in shelters"),
        text("{3,270 people|person} are in shelters."),
    ],
    "two that may be rounded": [
        headline("{Nearly 4,000 people|person} sleep in shelters"),
        text("{3,870 people|person} are in shelters, {3,900 people|person} in shelters by the sea."),
    ],
    "a part of other people": [
        headline("{Three|(person)} die in crash"),
        text("A court has {seven judges|judge}, {three of them|(judge)||subset} women."),
    ],
    "eight that are no more than eight": [
        text("It will open {eight hotels|hotel||hypothetical}."),
        text("In May {eight hotels|hotel} shut."),
    ],
    "a small rise": [headline("Bow adds {four jobs|job}"), text("It was {four|(job)||change} more than in May.")],
    "figures that only describe": [text("A {six-unit|unit} block opened."), text("The {six-unit|unit} block is new.")],
    "unlike things in one sentence": [text("The {16 schools|school} teach the {16 regions|region}.")],
    "a figure in the correction note": [
        text("{17 villages|village} have food."),
        note("An earlier version said {17 villages|village||old}; it is {12 villages|village||new}."),
    ],
    "another vote by as many": [text("They voted {6-5|(vote)} for it."), text("Then they voted {6-4|(vote)}.")],
    "a headline's figure as a part of more": [
        headline("Premier drops {six ministers|minister}"),
        text("He left."), text("It rained."), text("It snowed."),
        text("{Six of the 33 ministers|minister||subset} are women."),
    ],
    "the two, and two others": [text("The {two|(person)} met on Friday."), text("She has {two sons|son}.")],
    "things of as many as there were people": [text("{Two|(person)} met."), text("{Two lines|line} were shut.")],
    "a small figure of one noun, its doers named otherwise": [
        headline("It rained"),
        text("It rained."), text("It rained."), text("It rained."),
        text("{12 children|child|teams} were seen."), text("The camp saw {12 children|child|camp}."),
    ],
    "a headline and a part": [
        headline("{Two towns|town} flooded"), text("{Two of the bridges|bridge||subset} fell."),
    ],
    "known people, another time": [
        text("The fever made {214 people|person} ill."), text("It rained."),
        text("The {214 patients|patient||earlier} of May are well."),
    ],
    "others, far before": [
        text("{Eleven other people|person||other} were held."), text("It rained. It snowed."),
        text("They sang, and {the eleven|(man)} of Hale were fined."),
    ],
    "the two, far before": [
        text("{Two cousins|child} went by boat."), text("It rained. It snowed. It blew. It froze. It thawed."),
        text("The {two|(person)} were caught."),
    ],
    "firefighters, and men who died": [
        text("{Eight|(man)} were men."), text("{Nine firefighters|firefighter} are hurt."),
        text("The {eight firefighters|firefighter} of Bow came."),
    ],
    "debut novels, the debates": [
        text("{Two debut novels|novel} are on the list."), text("It rained."),
        text("The {two debates|debate} were short."),
    ],
    "people of a headline and things of its lede": [
        headline("Parents of {two victims|victim} sue"),
        text("They own {two houses|house}."),
    ],
    "of several together, then of one": [
        text("The towns held {three fairs|fair|towns}."),
        text("Oco had {three|(fair)|Oco} in May."),
    ],
    "of each of several, then of one, of another thing": [
        text("Both towns held {three fairs|fair|towns}."),
        text("Oco had {three|(race)|Oco} in May."),
    ],
    "of each of several, then of one, some sentences on": [
        text("Both towns held {three fairs|fair|towns}."), text("It rained."),
        text("Oco had {three|(fair)|Oco} in May."),
    ],
    "of each of several, then of one, in other years": [
        text("Both towns held {three fairs|fair|towns}."),
        text("Oco had {three|(fair)|Oco|earlier} in 1990."),
    ],
    "of one, then of another": [
        text("Hale held {three fairs|fair|Hale}."),
        text("Oco had {three|(fair)|Oco} in May."),
    ],
    "two in one sentence": [text("{Two men|man} in Hale and {two men|man} in Bow were held.")],
}


@pytest.mark.parametrize("parts", NO_REPEAT.values(), ids=NO_REPEAT)
def test_figures_that_are_no_repeat(parts: list[Part]) -> None:
    assert repeats(*parts) == []


DEATHS = headline("{Three people|person} killed in crash")
DIFFER = {
    "the headline's actor opens the lede": (
        [
            headline("Nigeria win {14 medals|medal|Nigeria} in Accra"),
            text("Nigeria ended the games in Accra on Sunday with {13 medals|medal}."),
        ],
        "14 medals in the headline, 13 medals in the text",
    ),
    "the same actors": (
        [
            headline("Mayors hold {21 talks|talk|P1 P2}"),
            text("The mayors held {19 discussions|discussion:talk|P1 P2}."),
        ],
        "21 talks in the headline, 19 discussions in the text",
    ),
    "the same event": (
        [headline("{Three people|person} killed in crash"), text("{Four people|person} were killed on Friday.")],
        "three people in the headline, four people in the text",
    ),
    "an event before the figure": (
        [
            headline("Shot tested in trial of {4,310 children|child}"),
            text("{4,130 children|child} took part in the trial."),
        ],
        "4,310 children in the headline, 4,130 children in the text",
    ),
    "an event before both figures": (
        [
            headline("A strike of {310 miners|miner}"),
            text("A day-long strike of {301 miners|miner} shut Hale on Monday."),
        ],
        "310 miners in the headline, 301 miners in the text",
    ),
    "the other figure of the headline is in the lede": (
        [
            headline("{17|(person)} killed, {62|(person)} hurt as train leaves rails"),
            text("{Nineteen people|person} were killed and {62|(person)} hurt when a train left the rails."),
        ],
        "17 in the headline, nineteen people in the text",
    ),
    "digits exchanged, the headline's figure further down": (
        [
            headline("{31|(person)} dead, {17|(person)} missing as boat sinks"),
            text("{Thirteen people|person} died and {17|(person)} are missing after a boat sank."),
            text("Of the {31 dead|(person)}, most were women."),
        ],
        "31 in the headline, thirteen people in the text",
    ),
    "below a paragraph without a figure": (
        [DEATHS, text("It rained."), text("{Four people|person} were killed on Friday.")],
        "three people in the headline, four people in the text",
    ),
    "a caption": (
        [text("The mayors held {19 talks|talk|P1 P2}."), caption("The mayors held {20 talks|talk|P1 P2}.")],
        "20 talks in the caption, 19 talks in the text",
    ),
    "at least": (
        [headline("Brandt holds {at least 20 talks|talk|P1}"), text("Brandt held {19 talks|talk|P1}.")],
        "at least 20 talks in the headline, 19 talks in the text",
    ),
    "a deck": (
        [
            headline("Brandt holds {21 talks|talk|P1}"),
            Part("deck", "{19 talks|talk|P1} were held"),
            text("Brandt held {19 talks|talk|P1}."),
        ],
        "21 talks in the headline, 19 talks in the text",
    ),
    "an actor that the headline leaves out": (
        [headline("Brandt holds {21 peace talks|talk|P1}"), text("They held {19 peace talks|talk|P1 P2}.")],
        "21 peace talks in the headline, 19 peace talks in the text",
    ),
    "one modifier more": (
        [headline("Brandt holds {nine talks|talk|P1}"), text("Brandt held {eight long talks|talk|P1}.")],
        "nine talks in the headline, eight long talks in the text",
    ),
}


@pytest.mark.parametrize(("parts", "message"), DIFFER.values(), ids=DIFFER)
def test_headline_or_caption_against_the_lede(parts: list[Part], message: str) -> None:
    assert ("T104", "contradictory", message) in verdicts(story(*parts), "repeated_figure")


NO_CLASH = {
    "the actor opens the lede, another matter": [
        headline("Nigeria win {14 medals|medal|Nigeria} in Accra"),
        text("Nigeria spent a week in Oco and lost {13 medals|medal} there."),
    ],
    "the actor opens the lede, no slip": [
        headline("Nigeria win {14 medals|medal|Nigeria} in Accra"),
        text("Nigeria came to Accra last year and ended it, as the coach had said, with {nine medals|medal}."),
    ],
    "another actor's name begins so": [
        headline("Nigeria win {14 medals|medal|Nigeria} in Accra"),
        text("Nigeria Women ended the games in Accra on Sunday with {13 medals|medal}."),
    ],
    "a subset": [
        headline("{Two of the {eight boats|boat||}|boat||subset} lost"),
        text("{Eight boats|boat} left the lost harbour."),
    ],
    "of several, the one that is far off": [
        headline("{17|(person)} killed, {62|(person)} hurt as train leaves rails"),
        text("{62 people|person} were hurt and {41|(person)} were pulled out when a train left the rails."),
    ],
    "another event": [DEATHS, text("{Four people|person} were hurt on Friday.")],
    "the headline's figure further down": [
        DEATHS,
        text("{Four people|person} were killed on Friday."),
        text("{Three people|person} of one family were killed."),
    ],
    "two figures in the lede": [
        DEATHS,
        text("{Four people|person} were killed in Hale and {five people|person} were killed in Bow."),
    ],
    "events of other names": [
        headline("A trial of {310 children|child}"), text("A survey of {301 children|child} began.")
    ],
    "taken together in one way": [headline("A group of {310 miners|miner}"), text("A group of {301 miners|miner}.")],
    "a third": [headline("Half of {310 miners|miner} ill"), text("Work for half of {301 miners|miner} stops.")],
    "one event, another year": [
        headline("A strike of {310 miners|miner}"), text("In a strike of {301 miners|miner||earlier}, Hale gave way.")
    ],
    "two figures in one event": [
        headline("A trial of {310 children|child}"),
        text("The trial of {310 children|child} follows a trial of {301 children|child}."),
    ],
    "other actors": [headline("Brandt has {three aides|aide|P1}"), text("Okafor has {six aides|aide|P2}.")],
    "another year": [DEATHS, text("Last year {nine people|person||earlier} were killed there.")],
    "a forecast": [headline("Brandt to hold {20 talks|talk|P1|forecast}"), text("Brandt held {19 talks|talk|P1}.")],
    "a demand": [headline("Brandt wants {20 ships|ship|P1|hypothetical}"), text("Brandt has {12 ships|ship|P1}.")],
    "a rate": [headline("Hale sees {three deaths|death||rate} a week"), text("{Nine deaths|death} shook Hale.")],
    "another": [headline("{Four more people|person||other} killed"), text("{Nine people|person} were killed so far.")],
    "a rounded headline": [headline("Hale counts {1,200 deaths|death|Hale}"), text(
        "Hale counted {1,234 "
        "deaths|death|Hale}.")],
    "about": [headline("Brandt holds {about 20 talks|talk|P1}"), text("Brandt held {19 talks|talk|P1}.")],
    "other modifiers": [
        headline("Hale reports {three new deaths|death|Hale}"),
        text("Hale reported {nine old deaths|death|Hale}."),
    ],
    "below the lede": [
        DEATHS, text("It rained on {two days|day}."), text("{Four people|person} were killed on Friday."),
    ],
    "far below": [DEATHS, *[text("It rained.")] * 3, text("{Four people|person} were killed on Friday.")],
    "body against body": [text("Brandt held {19 talks|talk|P1}."), text("Brandt held {21 talks|talk|P1}.")],
    "another unit": [headline("Brandt holds {nine talks|talk|P1}"), text("Brandt gave {eight speeches|speech|P1}.")],
}  # fmt: skip


@pytest.mark.parametrize("parts", NO_CLASH.values(), ids=NO_CLASH)
def test_figures_that_differ_and_are_no_fault(parts: list[Part]) -> None:
    assert [one for one in repeats(*parts) if one[0] == "contradictory"] == []


SLIPPED = {
    "one more": ["{14 horses|horse} died in the stable fire.", "The {13 horses|horse} died of smoke in the stable."],
    "two digits exchanged": [
        "Police found {412 letters|letter} in the post office.", "The {421 letters|letter} lay in an office cupboard."
    ],
    "without an article": [
        "The harbour trust will hire {31 dredger crews|crew}.",
        "The trust can pay {32 dredger crews|crew} for the harbour."
    ],
    "one of three statements": [
        "{25 looms|loom} burned in Hale mill.", "The {25 looms|loom} were old.",
        "The {24 looms|loom} burned at the mill."
    ],
}  # fmt: skip


@pytest.mark.parametrize("sentences", SLIPPED.values(), ids=SLIPPED)
def test_a_figure_of_the_text_that_a_keystroke_makes_of_another(sentences: list[str]) -> None:
    assert [one[0] for one in repeats(*map(text, sentences)) if one[0] != "consistent"] == ["contradictory"]


NEVER_GIVEN = {
    "the nine hotels": ["Cooks left {seven downtown hotels|hotel}.", "At the {nine hotels|hotel}, guests waited."],
    "all of them": ["{Six crews|crew} went out.", "By night all {seven crews|crew} had come back."],
    "people of other words, digits exchanged": [
        "Some {2,300 workers|worker} downed tools.", "It will be hard for the {3,200 strikers|striker} to live."
    ],
    "digits exchanged": ["They found {12 graves|grave}.", "The {21 graves|grave} are old."],
}
GIVEN = {
    "people, and a thing of exchanged digits": [
        "Some {2,300 workers|worker} downed tools.", "It will be hard to sell the {3,200 cars|car} of last year."
    ],
    "people of whom nothing is known yet": [
        "Some {2,300 workers|worker} downed tools.", "In Bow {3,200 strikers|striker} had come."
    ],
    "another noun": ["Cooks left {seven downtown hotels|hotel}.", "At the {nine bars|bar}, guests waited."],
    "whose they are": ["Cooks left {seven hotels|hotel}.", "Of the firm's {nine hotels|hotel}, most are full."],
    "which they are": ["Cooks left {seven hotels|hotel}.", "The {nine hotels|hotel} in the north are full."],
    "two before": [
        "Cooks left {seven hotels|hotel}.", "Maids left {two hotels|hotel}.", "The {nine hotels|hotel}, shut, wait."
    ],
    "far off": ["Cooks left {seven hotels|hotel}.", "The {30 hotels|hotel}, all full, wait."],
    "a few": ["Cooks left {two hotels|hotel}.", "The {three hotels|hotel}, all full, wait."],
}


@pytest.mark.parametrize("sentences", NEVER_GIVEN.values(), ids=NEVER_GIVEN)
def test_a_figure_that_takes_up_one_never_given(sentences: list[str]) -> None:
    assert [one[0] for one in repeats(*map(text, sentences))] == ["contradictory"]


@pytest.mark.parametrize("sentences", GIVEN.values(), ids=GIVEN)
def test_a_figure_that_may_be_of_others(sentences: list[str]) -> None:
    assert repeats(*map(text, sentences)) == []


NOT_SLIPPED = {
    "small figures": ["{Four horses|horse} died in the stable fire.", "The {five horses|horse} in the stable live."],
    "what is left": ["{14 horses|horse} were in the stable fire.", "The other {13 horses|horse} left the stable."],
    "a part": ["{14 horses|horse} were in the stable.", "The vet led {13 horses|horse||subset} from the stable."],
    "another year": ["{14 horses|horse} died in the stable.", "In 2019 the {13 horses|horse} died in the stable."],
    "the difference is stated": [
        "{12 horses|horse} were in the stable.", "{Nine foals|foal} came.",
        "The {21 horses|horse} were in the stable.",
    ],
    "no further word": ["{14 horses|horse} died in the fire.", "The {13 horses|horse} on the hill are fed."],
    "further off": ["{14 horses|horse} died in the stable.", "The {16 horses|horse} died in the stable."],
    "between two others": [
        "{14 horses|horse} died in the stable.", "The {13 horses|horse} died there.",
        "The {15 horses|horse} died there.",
    ],
    "rows by place": [
        "In Oco, the raiders burned {14 farm carts|cart}.", "In Hale, the raiders burned {13 farm carts|cart}."
    ],
    "votes": ["The bill got {51 votes|vote} in the house.", "The {52 votes|vote} for the bill shook the house."],
}  # fmt: skip


@pytest.mark.parametrize("sentences", NOT_SLIPPED.values(), ids=NOT_SLIPPED)
def test_figures_near_each_other_that_are_two(sentences: list[str]) -> None:
    assert [one[0] for one in repeats(*map(text, sentences)) if one[0] != "consistent"] == []
