"""Pages to open: of a seed, of many small stories, and of a story that would break out of the page."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from newstally.report import write
from saved_records import ROOT, saved, seed_record, span

TITLES = {"T101": "a stated total is not the sum of its stated parts", "T102": "a stated count is not its items"}
ATTACK = '</script><script>document.title = "broken"</script><img src="http://attack.test/x" onerror="alert(1)">\u2028'


def page(path: Path, stories: Iterable[tuple[dict, str | None]], title: str = "Desk") -> Path:
    with path.open("w", encoding="utf-8") as file:
        write(file, stories, TITLES, title)
    return path


def home() -> tuple[dict, str]:
    record = seed_record("nineteen-talks")
    return record, (ROOT / record["source"]).read_text("utf-8")


def hostile() -> tuple[dict, str]:
    """Its attack stands in the text, the id, a name, a title, a country and a finding."""
    return attacked(ATTACK)


def attacked(attack: str) -> tuple[dict, str]:
    """A story that has ``attack`` wherever a story or a record may have words."""
    text = f"{attack} said 19."
    words = span(text, attack)
    return saved(
        text, id=attack, source=f"javascript:{attack}" if attack == ATTACK else attack, headline=words,
        blocks=[{"kind": "headline", "start": 0, "end": len(text)}],
        people=[{"id": attack, "name": attack, "mentions": [words], "byline": False}],
        roles=[{"id": attack, "person": attack, "title": attack, "category": "", "of": attack, "country": attack,
                "to": "", "status": "current", "evidence": words}],
        countries=[{"code": attack, "name": attack, "type": "state", "mentions": [words]}],
        checks=[{"id": attack, "code": "T101", "kind": "sum", "verdict": "contradictory", "message": attack,
                 "stated": None, "found": None, "counts": [], "lists": [], "spans": [words], "reason": attack,
                 "suggestion": None}],
    ), text  # fmt: skip


def small(number: int) -> tuple[dict, str]:
    """Story ``number``: every tenth has a contradiction, every second is of Namibia, the others of Peru."""
    text = f"Mayor {number} has two cats"
    code, name = ("NA", "Namibia") if number % 2 == 0 else ("PE", "Peru")
    check = {"id": "K1", "code": "T101", "kind": "sum", "verdict": "consistent" if number % 10 else "contradictory",
             "message": "two", "stated": 2, "found": 2, "counts": [], "lists": [], "spans": [span(text, "two")],
             "reason": "", "suggestion": None}  # fmt: skip
    return saved(
        text, id=f"story-{number}", headline=span(text, text),
        blocks=[{"kind": "headline", "start": 0, "end": len(text)}], checks=[check] if number % 3 else [check, check],
        people=[{"id": "P1", "name": f"Mayor {number}", "mentions": [span(text, "Mayor")], "byline": False}],
        countries=[{"code": code, "name": name, "type": "state", "mentions": []}],
    ), text  # fmt: skip


CONTRAST = """
const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
const linear = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const shade = ([r, g, b]) => 0.2126 * linear(r / 255) + 0.7152 * linear(g / 255) + 0.0722 * linear(b / 255);
const behind = (node) => {
  for (; node; node = node.parentElement) {
    const [r, g, b, a = 1] = channels(getComputedStyle(node).backgroundColor);
    if (a === 1) return [r, g, b];
  }
  return [255, 255, 255];
};
const faint = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const node = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || !node.checkVisibility() || node.closest("script, noscript")) continue;
  const style = getComputedStyle(node), size = parseFloat(style.fontSize);
  const [a, b] = [shade(channels(style.color).slice(0, 3)), shade(behind(node))].sort((x, y) => y - x);
  const need = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
  const said = [walker.currentNode.data.slice(0, 30), style.color, String(behind(node))];
  if ((a + 0.05) / (b + 0.05) < need) faint.push(said);
}
return faint"""
"""Gives every text on the page that stands out too little from what is behind it, after WCAG 2, level AA."""
