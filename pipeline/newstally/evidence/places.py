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
    """The kind of the innermost block around ``span``."""
    around = [block for block in story.layout.blocks if block.start <= span.start and span.end <= block.end]
    return around[-1].kind if around else "paragraph"
