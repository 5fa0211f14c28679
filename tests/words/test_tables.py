"""A table is read once, and no other table is taken for it."""

from __future__ import annotations

from newstally.words.tables import read_once


def test_a_table_is_read_once_and_another_of_the_same_words_by_itself():
    seen = []

    @read_once
    def first_word(table):
        seen.append(table)
        return table["words"][0]

    table, other = {"words": ["calls"]}, {"words": ["calls"]}
    assert [first_word(table), first_word(table), first_word(other)] == ["calls"] * 3
    assert [one is table for one in seen] == [True, False]
