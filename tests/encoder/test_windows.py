import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstally.encoder.windows import Window, units, windows


def blocks(words: list[str], *numbers: int) -> list[bool]:
    return [i in (0, *numbers) for i in range(len(words))]


@pytest.mark.parametrize(
    ("text", "begins", "expected"),
    [
        ("He met her . She left .", [], [0, 4]),
        ('He said : " No . " She left', [], [0, 7]),
        ("One ? ! Two", [], [0, 3]),
        ("Calls Germany Merkel France Macron", [1, 3], [0, 1, 3]),
        ("U.S. Army in Iraq", [], [0]),
        (". . .", [], [0]),
    ],
)
def test_units_end_at_closing_punctuation_and_blocks(text: str, begins: list[int], expected: list[int]) -> None:
    words = text.split()
    assert units(words, blocks(words, *begins)) == expected


def test_units_are_packed_in_order() -> None:
    assert windows([1] * 10, [0, 3, 6], size=6, overlap=2) == [Window(0, 6, 0, 6), Window(6, 10, 6, 10)]


def test_a_unit_longer_than_a_window_is_cut_with_context_on_both_sides() -> None:
    assert windows([1] * 10, [0], size=4, overlap=2) == [Window(0, 6, 0, 4), Window(2, 10, 4, 8), Window(6, 10, 8, 10)]


def test_a_long_unit_does_not_touch_its_neighbours() -> None:
    found = windows([1] * 12, [0, 2, 10], size=4, overlap=1)
    assert [(w.keep_start, w.keep_stop) for w in found] == [(0, 2), (2, 6), (6, 10), (10, 12)]
    assert found[1].start == 2 and found[2].stop == 10


@given(
    st.lists(st.integers(1, 12), min_size=1, max_size=200),
    st.sets(st.integers(1, 199)),
    st.integers(12, 40),
    st.integers(0, 8),
)
def test_every_word_is_kept_once_and_windows_stay_small(
    sizes: list[int], cuts: set[int], size: int, overlap: int
) -> None:
    starts = [0, *sorted(i for i in cuts if i < len(sizes))]
    found = windows(sizes, starts, size=size, overlap=overlap)
    assert [i for w in found for i in range(w.keep_start, w.keep_stop)] == list(range(len(sizes)))
    for window in found:
        assert window.start <= window.keep_start < window.keep_stop <= window.stop
        assert sum(sizes[window.keep_start : window.keep_stop]) <= size
