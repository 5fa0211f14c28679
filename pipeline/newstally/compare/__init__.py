"""What differs between two versions of one story, or between two runs over many: finished records and texts alone.

`items` turns a record into comparable statements, `align` finds the old statement of a new one, `notes` tells which
changes a correction note acknowledges, `versions` puts the three together. `runs` compares records by id, `files`
reads them, and `show` writes what was found.
"""

from newstally.compare.runs import Run, RunReport, compare_runs
from newstally.compare.versions import Change, Version, compare_versions

__all__ = ["Change", "Run", "RunReport", "Version", "compare_runs", "compare_versions"]
