"""Scores and gate as text: for people, for pull requests, for machines that read JUnit, for GitHub's annotations."""

from newstally.evaluate.report.github import as_github
from newstally.evaluate.report.junit import as_junit
from newstally.evaluate.report.markdown import as_markdown
from newstally.evaluate.report.places import Places
from newstally.evaluate.report.text import as_text

__all__ = ["Places", "as_github", "as_junit", "as_markdown", "as_text"]
