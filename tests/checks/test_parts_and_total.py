"""T101: sums that come out, sums that do not, and figures that are no sum."""

from __future__ import annotations

import pytest

from newstally import checks
from stories import Part, findings, headline, note, story, text, verdicts

COMPLEMENTS = {"parts_and_total": {"complements": [["died", "survived"]]}}


def sums(*parts: Part) -> list[tuple[str, str]]:
    return [(verdict, message) for _, verdict, message in verdicts(story(*parts), "parts_and_total")]


AGREES = {
    "women, children and men": (
        ["Of the {31 dead|(person)}, {14|(woman)} are women, {nine|(child)} are children and {eight|(man)} are men."],
        "14, nine and eight make 31",
    ),
    "each actor's part of a shared total": (
        ["The mayors held {19 talks|talk|P1 P2}. Brandt held {eight calls|call:talk|P1}, Okafor {11|talk|P2}."],
        "eight and 11 make 19",
    ),
    "parts in the next paragraph": (
        ["Both clubs won {24 medals|medal|Hale Bow}.", "Hale won {13 medals|medal|Hale} and Bow {11|(medal)|Bow}."],
        "13 and 11 make 24",
    ),
    "three actors": (
        [
            "They won {nine seats|seat|A B C}.",
            "A won {two seats|seat|A}, B {three|(seat)|B} and C {four|(seat)|C}.",
        ],
        "two, three and four make nine",
    ),
    "two of one noun, one within the other": (
        [
            "They won {21 medals|medal}, namely {nine gold|gold}, {seven silver and {five bronze|bronze|}|silver|}."
        ],
        "nine, seven and five make 21",
    ),
    "a total of both": (
        ["He won {four golds|gold} and {one silver medal|silver}, a total of {five medals|medal||total}."],
        "four and one make five",
    ),
    "what a squad has": (
        [
            "Roe has named a squad of {26|(player)}. It rained. The squad has {three keepers|keeper}, {nine "
            "backs|back}, {eight wings|wing} and {six forwards|forward}."
        ],
        "three, nine, eight and six make 26",
    ),
    "those killed and hurt, and all aboard": (
        [
            "{Fourteen people|person} were killed and {23 others|(person)||other} hurt.",
            "The bus had {37 people|person} on board.",
        ],
        "14 and 23 make 37",
    ),
    "the longer row of two": (
        [
            "They saw {26 barns|barn} on Sunday. {Thirteen|(barn)} were whole, {nine|(barn)} were burned and "
            "{four|(barn)} were damaged."
        ],
        "13, nine and four make 26",
    ),
    "each of two, by their names": (
        [
            "Of the {19 pupils|pupil}, {four each|(pupil)||rate} go to Bow and Hale, {five|(pupil)} to Oco and "
            "{six|(pupil)} to Ely."
        ],
        "four, four, five and six make 19",
    ),
    "each of three, by their figure": (
        ["It added {18 trains|train}, {six|(train)||rate} on each of {three lines|line}."], "six, six and six make 18",
    ),
    "each side": (
        ["They freed {180 men|man} on Saturday, {90|(man)||rate} from each side."], "90 and 90 make 180",
    ),
    "what is left of a partitive": (
        ["{Eight of the {14 peaks|peak}|peak|} are in the north; the {other six|(peak)||other} are not."],
        "eight and six make 14",
    ),
    "what is left, in other words": (
        ["They cleared {42 of the {50 drains|drain}|drain|}. Work on the remaining {eight streets|street} goes on."],
        "42 and eight make 50",
    ),
    "what is left, a sentence later": (
        [
            "Of the {31 people|person} aboard, {21|(person)} swam and {two|(person)} died. The {other "
            "eight|(person)||other} hid."],
        "21, two and eight make 31",
    ),
    "died and survived": (
        ["Of the {20 sailors|sailor} aboard, {12|(sailor)} died and {eight|(sailor)} survived."],
        "12 and eight make 20",
    ),
    "things of other names after including": (
        ["Hale won {nine medals|medal|Hale}, including {two golds|gold} and {seven bronze medals|medal}."],
        "two and seven make nine",
    ),
    "a colon": (
        ["The school has {24 teachers|teacher}: {13 women|woman} and {11 men|man}."],
        "13 and 11 make 24",
    ),
    "namely": (
        ["{Eleven officials|official}, namely {eight ministers|minister} and {three envoys|envoy}, signed."],
        "eight and three make 11",
    ),
    "a word before the comma": (
        ["The bus had {43 people|person} aboard, {41 passengers|passenger} and {two drivers|driver}."],
        "41 and two make 43",
    ),
    "the total cue on a part too": (
        ["She showed {eight cards|card||total} in all, {five|(card)||total} to Hale and {three|(card)} to Bow."],
        "five and three make eight",
    ),
    "three parts of other nouns in the sentence after": (
        ["It has {64 workers|worker}. {Forty|(local)} are locals, {18|(local)} come from Bow; {six|(foreigner)} are "
         "foreigners."],
        "40, 18 and six make 64",
    ),
    "a total that is not the last figure before": (
        ["It added {14,600 jobs|job} after {7,900|(job)} in May. Men took {9,500|(job)}, women {5,100|(job)}."],
        "9,500 and 5,100 make 14,600",
    ),
    "a long row of the total's kind, far below": (
        ["It owes {1,310 fishers|fisher}.", "It rained.", "It snowed.", "It blew.", "In Hale live "
         "{860 claimants|claimant}, in Bow {290|(claimant)} and in Oco {160|(claimant)}."],
        "860, 290 and 160 make 1,310",
    ),
    "the total at the end": (
        [
            "Police held {five people|person} in Hale and {three people|person} in Bow, {eight "
            "people|person||total} in all."],
        "five and three make eight",
    ),
    "a long row of another noun, two sentences later": (
        [
            "{24 teachers|teacher} came. All went well. There were courses in weaving ({nine people|person}), "
            "welding ({eight people|person}) and law ({seven people|person})."
        ],
        "nine, eight and seven make 24",
    ),
    "a colon far from its total": (
        ["Police took {214 items|item} in a raid on a barn near Hale in May: {96 radios|radio} and {118 tools|tool}."],
        "96 and 118 make 214",
    ),
    "parts by place in the next sentence": (
        ["The storm killed {28 people|person}. {Fifteen|(person)} died in Atla, {nine|(person)} in Lempa and "
         "{four|(person)} in Oco."],
        "15, nine and four make 28",
    ),
    "the parts in the sentence after": (
        ["{Five people|person} were hurt. {Two|(person)} fell and {three|(person)} were burned."],
        "two and three make five",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "message"), AGREES.values(), ids=AGREES)
def test_a_sum_that_comes_out_is_consistent(paragraphs: list[str], message: str) -> None:
    assert sums(*map(text, paragraphs)) == [("consistent", message)]


DISAGREES = {
    "each actor's part of a shared total": (
        ["The mayors held {19 talks|talk|P1 P2}. Brandt held {nine calls|call:talk|P1}, Okafor {11|talk|P2}."],
        "nine and 11 make 20, not 19",
    ),
    "at least": (
        ["They held {at least 21 talks|talk|P1 P2}. Brandt held {nine|(talk)|P1} and Okafor {11|(talk)|P2}."],
        "nine and 11 make 20, not at least 21",
    ),
    "what is left of a partitive": (
        ["{Eight of the {14 peaks|peak}|peak|} are in the north; the {other seven|(peak)||other} are not."],
        "eight and seven make 15, not 14",
    ),
    "what is left, in the next sentence": (
        [
            "Of the {31 people|person} aboard, {21|(person)} swam and {two|(person)} died. The {other "
            "nine|(person)||other} hid."],
        "21, two and nine make 32, not 31",
    ),
    "a colon": (
        ["They took {32 medals|medal}: {12 golds|gold}, {11 silvers|silver} and {eight bronzes|bronze}."],
        "12, 11 and eight make 31, not 32",
    ),
    "all but the total": (
        ["Hale had {699 cases|case}, of which {198|(case)} were mild and {500|(case)} were not."],
        "198 and 500 make 698, not 699",
    ),
    "a colon after a word": (
        ["It will open {20 shops|shop} soon: {nine|(shop)} in Hale, {six|(shop)} in Bow and {four|(shop)} in Oco."],
        "nine, six and four make 19, not 20",
    ),
    "of them, and the other": (
        ["Police held {15 men|man}, and {12 of them|man||subset} were charged. The {other four|(man)||other} left."],
        "12 and four make 16, not 15",
    ),
    "the verb to be": (
        ["The {14 medals|medal} were {five golds|gold}, {four silvers|silver} and {six bronzes|bronze}."],
        "five, four and six make 15, not 14",
    ),
    "the total at the end": (
        [
            "Police held {five people|person} in Hale and {four people|person} in Bow, {eight "
            "people|person||total} in all."],
        "five and four make nine, not eight",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "message"), DISAGREES.values(), ids=DISAGREES)
def test_a_sum_that_does_not_come_out_is_contradictory(paragraphs: list[str], message: str) -> None:
    assert sums(*map(text, paragraphs)) == [("contradictory", message)]


NO_SUM = {
    "those killed and others, and some elsewhere": [
        "{Fourteen people|person} were killed and {23 others|(person)||other} hurt.",
        "The ward has {37 people|person} in it.",
    ],

    "each of as many as nobody says": ["They freed {180 men|man}, {60|(man)||rate} from each."],
    "each, too few": ["It added {20 trains|train}, {six|(train)||rate} on each of {three lines|line}."],
    "a rate": ["It added {18 trains|train}, {six|(train)||rate} a day on {three lines|line}."],

    "a total smaller than a part": [
        "{One|(man)} is from Hale and {two|(man)} from Bow. Four had cuts and the {other eight|(man)||other} none.",
    ],
    "who is left, behind figures that were passed over": [
        "Of the {31 dead|(person)}, {18|(person)} are old, {nine|(child)} young. {26 bodies|body} were given up; "
        "the {remaining five|(person)||other} were not."
    ],
    "died and survived, and a third lot": [
        "Of the {31 people|person} aboard, {14|(person)} died, {nine|(child)} swam and {six|(person)} survived."
    ],
    "parts of another noun, larger than all": [
        "They came from {four towns|town}: {236 men|man} in Hale, {98|(man)} in Bow and {51|(man)} in Atla."
    ],
    "one actor has two figures of the kind": [
        "They held {19 talks|talk|P1 P2}. Brandt held {nine|(talk)|P1} in May and {four|(talk)|P1} in June, "
        "Okafor {11|(talk)|P2}."
    ],
    "an actor of the total has no part": [
        "The three held {19 talks|talk|P1 P2 P3}. Brandt held {nine|(talk)|P1} and Okafor {11|(talk)|P2}."
    ],
    "another kind of thing": [
        "They held {19 talks|talk|P1 P2}. Brandt gave {nine "
        "speeches|speech|P1}, Okafor {11|(speech)|P2}."],
    "parts far apart": [
        "They held {19 talks|talk|P1 P2}. Brandt held {nine|(talk)|P1}.",
        "It rained.",
        "It snowed.",
        "Okafor held {11 talks|talk|P2}.",
    ],
    "a forecast part": [
        "They held {19 talks|talk|P1 P2}. Brandt held {nine|(talk)|P1}; Okafor will "
        "hold {11|(talk)|P2|forecast}."],
    "only some of those aboard": ["Of the {20 people|person} aboard, {12|(person)} died."],
    "some died, some were hurt": [
        "Of the {20 people|person} aboard, {12|(person)} died and "
        "{five|(person)} were hurt."],
    "subsets that overlap": ["{20 people|person}, including {12 women|woman} and {15 Danes|Dane}, were saved."],
    "a part without a figure": ["{Three people|person} were killed: {two men|man} and a woman."],
    "a part said as another": [
        "{Nine boats|boat} left: {four trawlers|trawler}, {two yachts|yacht} "
        "and several others."],
    "a subset": ["{Two of the {eight boats|boat}|boat|} sank."],
    "figures of one kind in one sentence": ["{12 people|person} were hurt in Hale and {nine people|person} in Bow."],
    "a total to date": [
        "{Two people|person} died on Friday and {three people|person} on Sunday, bringing it to "
        "{80 deaths|death:person||total cumulative}."
    ],
    "too far from a total to belong to it": [
        "{Two people|person} died in Hale and {three people|person} in Bow, the worst storm since "
        "{nine people|person||total} were lost."
    ],
    "things done to things": ["{Four men|man} attacked {two shops|shop} and {three homes|home}."],
    "last year's parts": [
        "They held {19 talks|talk|P1 P2}. Last year Brandt held {nine|(talk)|P1|earlier} and Okafor "
        "{11|(talk)|P2|earlier}."
    ],
    "what is left is of another kind": [
        "Of the {38 votes|vote}, she missed {19|(vote)}, {ten|(vote)} on one day, the rest in the "
        "other {four sessions|session||other}."
    ],
    "a long row that makes nothing": [
        "{24 teachers|teacher} came. There were courses in weaving ({nine people|person}), welding "
        "({eight people|person}) "
        "and law ({six people|person})."
    ],
    "a number among the parts that is no count": [
        "Of the {31 people|person} aboard, 21 swam and {two|(person)} died. The {other nine|(person)||other} hid."
    ],
    "all but the total, but examples": [
        "Hale sold {244 cards|card}, including {169|(card)} to men, {48|(card)} to women and {26|(card)} to clubs."
    ],
    "not nearly the total": ["Hale had {699 cases|case}, of which {150|(case)} were mild and {500|(case)} severe."],
    "far from a small total": ["Hale had {19 cases|case}, of which {six|(case)} were mild and {ten|(case)} severe."],
    "a row far behind a colon that does not come out": [
        "Police took {214 items|item} in a raid on a farm near Hale in April: {90 radios|radio} and {118 tools|tool}."
    ],
    "a small sum far behind a colon": [
        "{Three men|man} robbed a bank and a shop near Hale last April: {one bank|bank} and {two shops|shop} closed."
    ],
    "a colon, and words before the row": [
        "Police took {214 items|item} in a raid in April: it was rain that hid {96 cars|car} and {118 vans|van}."
    ],
    "of them, and the other, by far": [
        "Police held {15 men|man}, and {two of them|man||subset} were charged. The {other four|(man)||other} left."
    ],
    "side by side behind a colon": [
        "{Nine towns|town} have new cases: {31|(case)} in Bow, {20|(case)} in Hale and {11|(case)} in Atla."
    ],
    "three parts of other nouns and a few more": [
        "It has {64 workers|worker}. {Forty|(local)} are locals, {18|(local)} are old; {seven|(foreigner)} not."
    ],
    "votes are no part of people": ["{Twelve people|person} met. They voted {nine|(vote)} to {three|(vote)}."],
    "a long row of another kind, far below": [
        "{24 teachers|teacher} came.", "It rained.", "It snowed.", "It blew.",
        "There were {nine people|person} in Hale, {eight people|person} in Bow and {seven people|person} in Oco."
    ],
    "what is left is another's": ["{Six of the boats|boat} sank. The {other nine|(boat)||other} came home."],
}  # fmt: skip


@pytest.mark.parametrize("paragraphs", NO_SUM.values(), ids=NO_SUM)
def test_figures_that_are_no_sum(paragraphs: list[str]) -> None:
    assert sums(*map(text, paragraphs)) == []


def test_the_total_is_the_first_below_the_headline() -> None:
    page = story(
        headline("Mayors hold {19 talks|talk|P1 P2}"),
        text("The mayors held {19 talks|talk|P1 P2}."),
        text("Brandt held {nine calls|call:talk|P1}. Okafor held {11 talks|talk|P2}."),
    )
    assert [one.counts for one in findings(page, "parts_and_total")] == [("N2", "N3", "N4")]


def test_the_total_may_stand_in_the_headline_alone() -> None:
    page = story(
        headline("Mayors hold {19 talks|talk|P1 P2}"),
        text("Brandt held {nine calls|call:talk|P1}. Okafor held {11 talks|talk|P2}."),
    )
    assert [one.counts for one in findings(page, "parts_and_total")] == [("N1", "N2", "N3")]


def test_figures_of_a_correction_note_are_no_parts() -> None:
    page = story(
        text("The mayors held {19 talks|talk|P1 P2}."),
        note("An earlier version said {nine talks|talk|P1|old}. There were {11 talks|talk|P2|new}."),
    )
    assert findings(page, "parts_and_total") == []


def test_vague_parts_leave_a_round_total_unsettled() -> None:
    page = story(text("They sold {1,200 cars|car|P1 P2}. Brandt sold {700|(car)|P1} and Okafor {512|(car)|P2}."))
    assert [(one.verdict, one.reason) for one in findings(page, "parts_and_total")] == [
        ("unsettled", "the figures are too vague to add up")
    ]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Of the {20 men|man} aboard, {12|(man)} died and {nine|(man)} survived.", ["contradictory"]),
        ("Of the {20 men|man} aboard, {12|(man)} died and {eight|(man)} survived.", ["consistent"]),
        ("It took {20 men|man}, of whom {12|(man)} died and {nine|(man)} survived.", ["contradictory"]),
        ("Of the {20 men|man} aboard, {12|(man)} died and {nine|(man)} were hurt.", []),
        ("It took {20 men|man}, of whom {12|(man)} died, {nine|(man)} survived and {two|(man)} fled.", []),
        ("{20 men|man} went; {12|(man)} died and {nine|(man)} survived the night at sea in a second boat.", []),
    ],
)
def test_complements_leave_nobody_out(sentence: str, found: list[str]) -> None:
    run = checks.run(story(text(sentence)), ["parts_and_total"], COMPLEMENTS)
    assert [one.verdict for one in run.findings] == found


ALIKE = {"parts_and_total": {"alike": [["killed", "died", "dead"]]}}
STORM = "The storm killed {27 people|person}."
TOWNS = "{Fifteen|(person)} died in Atla, {nine|(person)} in Lempa and {four|(person)} in Oco"

BY_PLACE = {
    "in the next sentence": f"{STORM} {TOWNS}.",
    "someone said so": f"{STORM} {TOWNS}, said Ann Roe, the mayor of Hale.",
    "somebody else was hurt": f"{STORM} {TOWNS}. Another {{12|(person)||other}} were hurt.",
    "with nouns": f"{STORM} {{Fifteen people|person}} died in Atla, {{nine people|person}} in Lempa and "
    "{two people|person} in Oco.",
    "with verbs": f"{STORM} {{Fifteen|(person)}} died in Atla, {{nine|(person)}} died in Lempa and "
    "{two|(person)} were killed in Oco.",
    "the same verb": "{40 boats|boat} sank. {Thirty|(boat)} sank off Atla and {12|(boat)} off Oco.",
    "the other figures of the total's sentence say other things": f"{STORM[:-1]} and hurt {{31|(person)}}. {TOWNS}.",
    "the words ahead take the total up": "{27 cases|case} came to light. The fresh cases came from {three towns|town}: "
    "{15 patients|patient} fell ill in Atla, {nine|(patient)} in Lempa and {four|(patient)} in Oco.",
    "of the dead, some sentences later": "A fire killed {27 miners|miner}. It rained. Of the dead miners, "
    "{15|(miner)} lived in Atla, {nine|(miner)} came from Lempa and {four|(miner)} from Oco.",
    "in the total's sentence": "The {27 cases|case} were in {three towns|town}: {15|(case)} in Atla, "
    "{nine|(case)} in Lempa and {four|(case)} in Oco.",
    "a small total": "{Five people|person} died. {Two|(person)} died in Atla and {four|(person)} in Oco.",
}  # fmt: skip


@pytest.mark.parametrize("paragraph", BY_PLACE.values(), ids=BY_PLACE)
def test_parts_by_place_that_nearly_make_the_total(paragraph: str) -> None:
    run = checks.run(story(text(paragraph)), ["parts_and_total"], ALIKE)
    assert [one.verdict for one in run.findings] == ["contradictory"]


NOT_BY_PLACE = {
    "another thing is said of them": f"{STORM} {TOWNS.replace('died', 'were hurt')}.",
    "two things are said": f"{STORM} {{Fifteen|(person)}} died in Atla and {{13|(person)}} were hurt in Oco.",
    "far from the total": f"{STORM} {TOWNS.replace('nine', 'two')}.",
    "too few, and there are more": f"{STORM} {TOWNS.replace('four', 'two')}. Another died at sea.",
    "more in the row": f"{STORM} {TOWNS}, and several at sea.",
    "the words go on": f"{STORM} {TOWNS}, where floods broke a wall.",
    "nested": f"{STORM} {{Fifteen|(person)}} died in Atla, {{13 of them|person}} in Hale.",
    "one place twice": f"{STORM} {{Fifteen|(person)}} died in Atla, {{13|(person)}} in Atla.",
    "another year": f"{STORM} In 1998 {{15|(person)||earlier}} died in Atla and {{13|(person)||earlier}} in Oco.",
    "no places": f"{STORM} {{Fifteen|(person)}} died at once, {{13|(person)}} later.",
    "another kind of thing": f"{STORM} {{Fifteen cows|cow}} died in Atla and {{13 cows|cow}} in Oco.",
    "about": f"{STORM.replace('27', 'about 27')} {TOWNS}.",
    "at least": f"{STORM} {TOWNS.replace('{four', '{at least four')}.",
    "nothing that the total says": "{15 men|man} were trapped. They brought out {nine|(man)} on Monday "
    "and {five|(man)} on Friday.",
    "another figure's verb": f"{STORM[:-1]} and broke {{30 homes|home}}. {TOWNS.replace('died', 'were broken')}.",
    "of some of the dead": "A fire killed {27 miners|miner}. Of young miners, {15|(miner)} lived in Atla "
    "and {13|(miner)} in Oco.",
    "of the dead of another kind": "A fire killed {27 miners|miner}. Of the dead guards, {15|(guard)} lived "
    "in Atla and {13|(guard)} in Oco.",
    "another day": f"{STORM} {TOWNS} on Tuesday.",
    "not in the next sentence": f"{STORM} It rained. {TOWNS}.",
    "a figure of another sort in the row": f"{STORM} {TOWNS}, near {{two dams|dam}}.",
}  # fmt: skip


@pytest.mark.parametrize("paragraph", NOT_BY_PLACE.values(), ids=NOT_BY_PLACE)
def test_parts_by_place_that_may_be_no_parts(paragraph: str) -> None:
    assert checks.run(story(text(paragraph)), ["parts_and_total"], ALIKE).findings == ()


ROWS = {
    "unlike nouns behind a colon": "It has {421 homes|home}: {96 studios|studio}, {238 flats|flat} "
    "and {86 villas|villa}.",
    "unlike nouns behind a comma": "It cost {240 jobs|job}, {90 posts|post} and {149 traineeships|traineeship}.",
    "unlike nouns behind more than a comma": "{14 workers|worker} fell ill, {five doctors|doctor} and "
    "{eight nurses|nurse}.",
    "of the total": "Of the {26 vans|van}, {17|(van)} are new and {eight|(van)} are old.",
    "of a small total": "Of the {16 vans|van}, {nine|(van)} are new and {six|(van)} are old.",
    "words behind the row": "Of the {26 vans|van}, {17|(van)} are new and {eight|(van)} are old, built in 1990.",
    "another figure joined to the row": "Of the {26 vans|van}, {17|(van)} are new and {eight|(van)} old, and "
    "{31 cars|car} are late.",
    "by place, behind a comma": "It opened {14 shops|shop} last year, {six|(shop)} in Hale, {four|(shop)} at the "
    "coast and {three|(shop)} in Bow.",
    "of them": "{26 trains|train} were late, {15 of them|train||subset} on the up line and {12|(train)} on the other.",
    "of which": "Hale had {699 cases|case}, of which {190|(case)} were mild and {500|(case)} severe.",
    "places in a country named before": "There were {11 storms|storm} in the {two states|state}, {eight of "
    "them|storm||subset} in Arken and {four|(storm)} in Misk.",
    "the first part names the whole": "{Six of the {nine shops|shop}|shop||subset} are in Hale, {two|(shop)} in Bow "
    "and {two|(shop)} in Oco.",
    "made up of": "The staff of {640 people|person} is made up of {400 soldiers|soldier} and "
    "{250 civilians|civilian}.",
    "what it is made up of, two sentences later": "The sample had {1,240 people|person}. It rained. It was made up of "
    "{702 women|woman}, {511 men|man} and {37 children|child}.",
    "sexes in the next sentence": "{Twelve people|person} were fined. The {nine men|man} and {two women|woman} left.",
    "will": "It will shed {31 jobs|job||forecast}, {20|(job)} in Hale and {12|(job)} in Bow.",
    "a colon far from its total": "It has {421 homes|home} in a street by the old river: {96 studios|studio} "
    "and {324 flats|flat}.",
    "the remaining, a year between": "Of the {14 towns|town}, {nine|(town)} have built one since 2000 and the "
    "{other four|(town)||other} have not.",
}  # fmt: skip


@pytest.mark.parametrize("sentence", ROWS.values(), ids=ROWS)
def test_a_row_beside_its_total_that_a_keystroke_would_make_come_out(sentence: str) -> None:
    assert [one[0] for one in sums(text(sentence))] == ["contradictory"]


NO_ROWS = {
    "examples": "It has {421 homes|home}, mostly {96 studios|studio} and {324 flats|flat}.",
    "a series of unlike things": "It has {eight chairs|chair}, {five tables|table} and {two lamps|lamp}.",
    "a series of places": "It killed {20 people|person} in Hale, {12|(person)} in Bow and {nine|(person)} in Oco.",
    "a series of years": "She scored {20 goals|goal} in 2019, {12|(goal)} in 2020 and {nine|(goal)} in 2021.",
    "one without a figure": "Of the {26 vans|van}, {17|(van)} are new, {seven|(van)} old and one burned.",
    "several more": "Of the {26 vans|van}, {17|(van)} are new and {eight|(van)} old, and several are lost.",
    "a dog": "It saved {six beings|being}: {three men|man}, {two women|woman} and a dog.",
    "fates": "Of the {70 clerks|clerk}, {36|(clerk)} were killed and {33|(clerk)} hurt.",
    "votes": "Of the {16 members|member}, {nine|(member)} were in favour and {six|(member)} against.",
    "opinions": "Of the {16 members|member}, {nine|(member)} said yes and {six|(member)} no.",
    "words before the figures": "Of the {26 goals|goal}, Hale scored {17|(goal)} and Bow {eight|(goal)}.",
    "each actor's": "Hale won {14 games|game|Hale}, {nine|(game)|Hale} at home and {four|(game)|Bow} away.",
    "without and": "Of the {26 vans|van}, {17|(van)} are new; {eight|(van)} came late.".replace(";", ","),
    "far from its total": "It has {421 homes|home} in a street by the old river, which floods every other year: "
    "{96 studios|studio} and {324 flats|flat}.",
    "far too few": "It opened {14 shops|shop} last year, {six|(shop)} in Hale and {four|(shop)} at the coast.",
    "about": "Of the {about 26 vans|van}, {17|(van)} are new and {eight|(van)} are old.",
    "what something else is made up of": "The sample had {1,240 people|person}. It rained. The board is made up of "
    "{seven women|woman} and {five men|man}.",
    "men in the next sentence": "{Twelve people|person} were fined. {Nine men|man} and {two women|woman} left.",
}  # fmt: skip


@pytest.mark.parametrize("sentence", NO_ROWS.values(), ids=NO_ROWS)
def test_a_row_beside_a_figure_that_may_leave_some_out(sentence: str) -> None:
    assert sums(text(sentence)) == []
