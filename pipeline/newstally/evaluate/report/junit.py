"""What the gate says as JUnit XML: one test case for each floor and each measure held against the baseline."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from newstally.evaluate.gate import Gate
from newstally.evaluate.report import tables
from newstally.evaluate.report.places import Places
from newstally.evaluate.scores import Evaluation


def as_junit(evaluation: Evaluation, gate: Gate, places: Places) -> str:
    """The cases, a failure with its reason and the items newly wrong; the scores as properties."""
    suite = ET.Element("testsuite", name="newstally")
    properties = ET.SubElement(suite, "properties")
    for score in evaluation.scores:
        ET.SubElement(properties, "property", name=f"F1 of {score.measure}", value=tables.rate(score.f1))
    for each in gate.floors:
        _case(suite, "floor", f"{each.floor.measure}: {each.floor.metric}", Gate(floors=(each,)), "")
    for drop in gate.drops:
        wrong = (each for each in gate.wrong if drop.measure in each.measures)
        details = "\n".join(f"{places.of(each)}: {tables.line(each)}" for each in wrong)
        _case(suite, "baseline", drop.measure, Gate(drops=(drop,)), details)
    if gate.against_baseline:
        _case(suite, "baseline", "articles to compare", Gate(compared=gate.compared, against_baseline=True), "")
    suite.set("tests", str(len(suite.findall("testcase"))))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    ET.indent(suite)
    return ET.tostring(suite, encoding="unicode", xml_declaration=True)


def _case(suite: ET.Element, group: str, name: str, gate: Gate, details: str) -> None:
    case = ET.SubElement(suite, "testcase", classname=f"newstally.{group}", name=name)
    for fault in gate.faults():
        failure = ET.SubElement(case, "failure", message=_allowed(fault))
        failure.text = _allowed(details or fault)


def _allowed(text: str) -> str:
    """The text without characters that XML has no way to write."""
    return "".join(char for char in text if char in "\t\n" or (char >= " " and char not in "\ufffe\uffff"))
