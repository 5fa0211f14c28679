"""Confidence intervals by the bootstrap: articles are drawn again and again, for what stands in one goes together."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence

import numpy as np

from newstally.evaluate.measures import METRICS

RESAMPLES = 1000
SEED = 20  # any number will do, but always the same, so that two runs print the same
LEVEL = 95  # percent
CHUNK = 1_000_000  # draws held in memory at a time
Interval = tuple[float, float]


def intervals(tallies: Sequence[Sequence[Sequence[int]]]) -> list[Mapping[str, Interval | None]]:
    """The 95 % interval of precision, recall and F1, by the percentile method, for each of several measures.

    ``tallies`` holds (hit, gold, predicted) by article and measure. None where there are fewer than two articles, or
    nothing to divide by in every resample.
    """
    if len(tallies) < 2:
        return [dict.fromkeys(METRICS) for _ in (tallies[0] if tallies else ())]
    counted = np.asarray(tallies, dtype=float)
    sums = _resampled(counted.reshape(len(tallies), -1)).reshape(RESAMPLES, -1, 3)
    hit, gold, predicted = sums[..., 0], sums[..., 1], sums[..., 2]
    tops_and_bottoms = zip(METRICS, (hit, hit, 2 * hit), (predicted, gold, gold + predicted), strict=True)
    found = {metric: _percentiles(top, bottom) for metric, top, bottom in tops_and_bottoms}
    return [{metric: found[metric][measure] for metric in METRICS} for measure in range(sums.shape[1])]


def _resampled(rows: np.ndarray) -> np.ndarray:
    """The sums over articles drawn with replacement, as many as there are, once per resample."""
    random, size = np.random.default_rng(SEED), len(rows)
    sums = np.empty((RESAMPLES, rows.shape[1]))
    step = max(1, CHUNK // size)
    for start in range(0, RESAMPLES, step):
        stop = min(start + step, RESAMPLES)
        drawn = random.integers(size, size=(stop - start, size))
        times = np.stack([np.bincount(each, minlength=size) for each in drawn])
        sums[start:stop] = times @ rows
    return sums


def _percentiles(top: np.ndarray, bottom: np.ndarray) -> list[Interval | None]:
    """The interval of a rate by measure; resamples without a denominator have none and are left out."""
    rates = np.divide(top, bottom, out=np.full(top.shape, np.nan), where=bottom > 0)
    tail = (100 - LEVEL) / 2
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # a measure without any rate: None below
        low, high = np.nanpercentile(rates, [tail, 100 - tail], axis=0)
    return [None if np.isnan(a) else (float(a), float(b)) for a, b in zip(low, high, strict=True)]
