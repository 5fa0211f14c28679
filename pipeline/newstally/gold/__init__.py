"""Marked answers: what their form is, where they do not hold, and how people and their tools correct them.

`form` is the shape of one article's gold, `text` what must hold between it and its text, `sums` between its checks
and its counts; `lint` puts the three together, `files` reads gold, `places` finds it in its text. `draft` makes gold
from a record, for a person to correct. `marks` turns gold into spans with values and links, `unmark` turns them back;
`labelstudio` and `brat` write and read these in the formats of two annotation tools, whose offsets `units` guards.
"""

from newstally.gold.fault import Fault
from newstally.gold.files import GoldRow, json_rows, read_gold
from newstally.gold.lint import faults

__all__ = ["Fault", "GoldRow", "faults", "json_rows", "read_gold"]
