"""Judges finished records against gold through files alone, so that any version, or another tool, can be judged.

`files` reads both; `case` puts an article's gold beside its record; `matching` pairs their objects one to one, where
`same` says which are the same and `measures` names what is counted; `judged` is one article's outcome, `scores` that of
all, with `intervals`. `baseline` keeps scores for later, `gate` holds new ones against it and against floors, and
`report` writes either for people, pull requests and machines.
"""

from newstally.evaluate.case import Case
from newstally.evaluate.files import read_files
from newstally.evaluate.matching import pair
from newstally.evaluate.measures import MEASURES
from newstally.evaluate.same import same_check
from newstally.evaluate.scores import Evaluation, Score, evaluate

__all__ = ["MEASURES", "Case", "Evaluation", "Score", "evaluate", "pair", "read_files", "same_check"]
