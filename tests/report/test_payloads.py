"""Known attacks as every word of a story and its record, in a real browser: nothing runs, nothing is fetched."""

from __future__ import annotations

import json

import pytest

from payloads import ALIVE, FETCH, PAYLOADS, runs
from report_pages import attacked, page

pytest.importorskip("selenium.webdriver", reason="needs selenium (the extra newstally[test])")
from selenium.webdriver.support.ui import WebDriverWait

BARE = "<!doctype html><meta charset=utf-8><style>@keyframes flash{}</style>"


@pytest.fixture(scope="module")
def attack(tmp_path_factory):
    """The report of a story for each payload, that has it in its title, too."""
    stories = [attacked(payload) for payload in PAYLOADS]
    return page(tmp_path_factory.mktemp("attack") / "r.html", stories, title=PAYLOADS[0])


def fetched(browser) -> list[str]:
    """The addresses that were asked for since the last time."""
    logged = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    urls = [each["params"]["request"]["url"] for each in logged if each["method"] == "Network.requestWillBeSent"]
    return [url for url in urls if not url.startswith(("data:", "about:", "file:"))]


def faults(browser) -> list[dict]:
    return [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"]


def test_the_attacks_are_alive(browser, tmp_path):
    """A page that has one as it is runs it: else the other tests show nothing."""
    wait = WebDriverWait(browser, 5, poll_frequency=0.01)
    for number, payload in enumerate(ALIVE):
        path = tmp_path / f"{number}.html"
        path.write_text(f"{BARE}{runs(payload, number)}", "utf-8")
        browser.get(path.as_uri())
        wait.until(lambda _, number=number: number in browser.execute_script("return window.ran || []"), payload)


def test_none_runs_in_any_story(browser, attack):
    """Nor is any fetched, and each stands there as it was written; links lead within the page."""
    browser.get("about:blank")
    browser.get_log("browser"), browser.get_log("performance")
    browser.get(attack.as_uri())
    for number, payload in enumerate(PAYLOADS):
        browser.execute_script("showStory(arguments[0])", number)  # an address may not change so often
        assert browser.execute_script(SHOWN) == [payload] * 6, payload
        browser.execute_script(TOUCHED)
    assert browser.execute_script("return window.ran") is None
    assert browser.execute_script(LINKS) == []
    assert (faults(browser), fetched(browser)) == ([], [])


SHOWN = """
const all = (selector) => [...document.querySelectorAll(selector)].map((each) => each.textContent);
return [all("#story h1 .person")[0], all(".people strong")[0], all(".countries th[scope=row]")[0],
  all(".finding > p:not(.small):not(.help)")[0], all(".finding > p.small")[0], all("#top .source")[0]]"""
TOUCHED = """
for (const each of document.querySelectorAll("#story .m, #main a, #main summary, #main input")) {
  for (const kind of each.matches("a") ? ["mouseover", "focusin"] : ["mouseover", "focusin", "click"]) {
    each.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true }));
  }
}"""
LINKS = "return [...document.links].map((each) => each.protocol).filter((each) => each !== 'file:')"


def test_none_runs_in_the_index(browser, attack):
    """Not while its stories are searched for them, either."""
    browser.get("about:blank")
    browser.get_log("browser"), browser.get_log("performance")
    browser.get(attack.as_uri())
    while (more := browser.find_element("id", "more")).is_displayed():
        more.click()
    assert browser.execute_script("return [...document.querySelectorAll('#stories a')].map((each) => each.textContent)"
                                  ) == PAYLOADS  # fmt: skip
    for payload in PAYLOADS:
        browser.execute_script(SEARCH, payload)
    assert browser.execute_script("return window.ran") is None
    assert browser.find_elements("css selector", "main img, main script, main iframe, main svg, main style") == []
    assert (faults(browser), fetched(browser)) == ([], [])


SEARCH = """
const box = document.getElementById("f-words");
box.value = arguments[0];
box.dispatchEvent(new Event("input"));"""


def test_the_address_of_a_fetch_is_in_the_payloads():
    """So that a fetch would be seen."""
    assert sum(FETCH in payload for payload in PAYLOADS) > 20
