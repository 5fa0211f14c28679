"""Where a span stands: its sentence and the kind of its block."""

from __future__ import annotations

from bisect import bisect_right

from newstally.types import BlockKind, Span, Story


def sentence_number(story: Story, span: Span) -> int:
    """The number of the sentence in which ``span`` starts."""
    return max(bisect_right(story.sentences, span.start, key=lambda one: one.start) - 1, 0)


def sentence(story: Story, span: Span) -> Span:
    """The sentence around ``span``; the span itself where the story has no sentences."""
    return story.sentences[sentence_number(story, span)] if story.sentences else span


def kind(story: Story, span: Span) -> BlockKind:
    """The kind of the innermost block in which ``span`` starts: of an item rather than its list."""
    number = bisect_right(story.layout.blocks, span.start, key=lambda one: one.start) - 1
    return story.layout.blocks[number].kind if number >= 0 else "paragraph"
