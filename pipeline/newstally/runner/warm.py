"""Imported by the fork server alone: loads the model before any process is forked, so that all share its memory.

What does not load is no fault here: each process tries again, and says what is wrong.
"""

from __future__ import annotations

import gc
import os
from contextlib import suppress
from importlib import import_module

from newstally.runner.start import FORKED

if FORKED in os.environ:
    worker, _, model = os.environ[FORKED].partition(" ")
    with suppress(Exception):
        import_module(worker).load_before_fork(model)
    gc.collect()
    gc.freeze()  # else the first collection would write to every page, and share none
