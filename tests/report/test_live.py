"""The page with a box in a real browser: a story is checked while typing stops, and nobody else may ask."""

from __future__ import annotations

import time
from io import StringIO
from threading import Thread

import pytest

from newstally.report import live, write_live
from newstally.serve import Server
from report_pages import ATTACK, CONTRAST, TITLES, home, hostile, small

MOST = 6000
TALKS, ATTACKED = home(), hostile()
KNOWN = {text: record for record, text in (TALKS, ATTACKED)}


@pytest.fixture(scope="module")
def server():
    """One that knows two stories by heart, and finds one contradiction in all others."""
    page, read = StringIO(), []
    write_live(page, TITLES, "newstally", MOST)

    def answer(draft: str) -> dict:
        read.append(draft)
        if draft == "unreadable":
            return {"error": "draft: cannot be read"}
        record, text = (KNOWN[draft], draft) if draft in KNOWN else small(10)
        return live(record, text)

    with Server(0, page.getvalue(), answer, MOST) as server:
        server.drafts = read
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def opened(browser, server):
    """The page, and what the server was asked; the console must stay silent."""
    browser.get("about:blank")
    browser.get_log("browser")
    browser.get(server.url)
    server.drafts.clear()
    yield browser
    assert [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"] == []


def paste(browser, text: str) -> None:
    """Put a text into the box in one stroke."""
    browser.execute_script(
        "const box = document.getElementById('draft'); box.focus(); box.value = arguments[0];"
        "box.dispatchEvent(new InputEvent('input', { bubbles: true }));", text
    )  # fmt: skip


def says(browser, words: str) -> bool:
    """Whether the page comes to say ``words`` below the box, within some seconds."""
    until = time.monotonic() + 10
    while words not in browser.find_element("id", "said").text:
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


def test_a_pasted_story_is_shown_with_its_findings(opened):
    paste(opened, TALKS[1])
    assert says(opened, "2 contradictions, ")
    assert opened.find_element("css selector", ".finding.contradictory .equation").text == "19 = 9 + 11 ✗"
    assert [each.text for each in opened.find_elements("css selector", ".block .m.wrong")] == ["nine calls"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_stands_out_and_the_box_has_a_name(opened, scheme):
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    opened.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    assert opened.find_element("id", "draft").accessible_name == "Your story"
    assert opened.execute_script(CONTRAST) == []
    paste(opened, TALKS[1])
    assert says(opened, "2 contradictions, ")
    assert opened.execute_script(CONTRAST) == []
    opened.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_links_jump_to_the_words(opened):
    paste(opened, TALKS[1])
    assert says(opened, "2 contradictions, ")
    opened.find_element("link text", "11 conversations").click()
    assert opened.switch_to.active_element.get_attribute("data-span") == "821-837"


def test_it_is_asked_once_typing_stops_and_the_box_keeps_the_cursor(opened, server):
    box = opened.find_element("id", "draft")
    assert opened.switch_to.active_element == box
    box.send_keys("Nine talks")
    assert says(opened, "contradiction")
    assert server.drafts == ["Nine talks"]
    assert opened.switch_to.active_element == box
    box.send_keys(" were held")
    until = time.monotonic() + 10
    while server.drafts[-1] != "Nine talks were held" and time.monotonic() < until:
        time.sleep(0.02)
    assert server.drafts == ["Nine talks", "Nine talks were held"]


def test_an_empty_box_shows_nothing(opened, server):
    paste(opened, TALKS[1])
    assert says(opened, "2 contradictions, ")
    paste(opened, " ")
    assert says(opened, "Nothing is stored")
    assert opened.find_element("id", "main").text == ""
    assert server.drafts == [TALKS[1]]


def test_a_dropped_file_is_read(opened):
    opened.execute_script(
        "const data = new DataTransfer(); data.items.add(new File([arguments[0]], 'a.txt', { type: 'text/plain' }));"
        "window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));", TALKS[1]
    )  # fmt: skip
    assert says(opened, "2 contradictions, ")


def test_a_file_that_is_too_long_is_not_sent(opened, server):
    opened.execute_script(
        "const data = new DataTransfer(); data.items.add(new File(['x'.repeat(9000)], 'a.txt'));"
        "window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));"
    )
    assert says(opened, "longer than 6,000 characters")
    assert server.drafts == []


def test_what_cannot_be_read_is_told(opened):
    paste(opened, "unreadable")
    assert says(opened, "draft: cannot be read")


def test_hostile_text_stays_text(opened):
    paste(opened, ATTACKED[1])
    assert says(opened, "1 contradiction, ")
    assert ATTACK.splitlines()[0] in opened.find_element("id", "story").text
    assert opened.find_elements("tag name", "img") == []
    assert opened.title != "broken"


def test_another_site_may_not_ask(browser, server, tmp_path):
    """A page from elsewhere, which sends what a page may send unasked, and what it may not."""
    other = tmp_path / "other.html"
    other.write_text("<title>other</title>", "utf-8")
    browser.get(other.as_uri())
    server.drafts.clear()
    for kind in ("text/plain", "application/json"):
        got = browser.execute_async_script(
            "const done = arguments[arguments.length - 1];"
            "const headers = { 'Content-Type': arguments[1] };"
            "fetch(arguments[0], { method: 'POST', headers, body: JSON.stringify({ text: 'x' }) })"
            ".then((reply) => reply.text()).then(done, () => done('refused'));", f"{server.url}check", kind
        )  # fmt: skip
        assert got == "refused"
    assert server.drafts == []
    browser.get_log("browser")


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_is_wider_than_the_screen(opened, width):
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
    opened.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    paste(opened, TALKS[1])
    assert says(opened, "2 contradictions, ")
    assert opened.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    opened.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
