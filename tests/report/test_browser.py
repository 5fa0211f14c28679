"""The page in a real browser: it opens, finds, filters, jumps, fetches nothing, and can be read by everyone."""

from __future__ import annotations

import json
import time
from itertools import pairwise

import pytest

from report_pages import ATTACK, CONTRAST, home, hostile, page, small

pytest.importorskip("selenium.webdriver", reason="needs selenium (the extra newstally[test])")
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

MANY = 5000


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    return {
        "home": page(folder / "home.html", [home()]),
        "few": page(folder / "few.html", [home(), *map(small, range(60))]),
        "many": page(folder / "many.html", map(small, range(MANY))),
        "hostile": page(folder / "hostile.html", [hostile(), small(1)], title=ATTACK),
        "textless": page(folder / "textless.html", [(home()[0], None)]),
    }


@pytest.fixture
def opened(browser, pages):
    """Open a page at an address within it, at a width, in light or dark; the console must stay silent."""

    def open_at(name: str, place: str = "", width: int = 1280, scheme: str = "light"):
        media = {"prefers-color-scheme": scheme, "prefers-reduced-motion": "reduce"}
        features = [{"name": feature, "value": value} for feature, value in media.items()]
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        browser.get("about:blank")
        browser.get(f"{pages[name].as_uri()}{place}")
        return browser

    yield open_at
    assert [entry for entry in browser.get_log("browser") if entry["level"] == "SEVERE"] == []


def find(browser, selector: str) -> list:
    return browser.find_elements("css selector", selector)


def text(browser, selector: str) -> str:
    return " ".join(browser.find_element("css selector", selector).text.split())


# ---- a story ---------------------------------------------------------------------------------------------------------


def test_a_finding_draws_its_equation(opened):
    browser = opened("home")
    assert text(browser, ".findings .verdict").startswith("✗ 2 contradictions")
    assert [each.text for each in find(browser, ".finding.contradictory:first-child .equation")] == [
        "19 = 9 + 11 ✗", "8 + 11 = 19 ✓", "20 withdrawn",
    ]  # fmt: skip
    assert [each.text for each in find(browser, ".block .m.wrong")] == ["nine calls"]


def test_links_jump_to_the_words_and_back(opened):
    browser = opened("home")
    browser.find_element("link text", "11 conversations").click()
    focused = browser.switch_to.active_element
    assert (focused.text, focused.get_attribute("data-span")) == ("11 conversations", "821-837")
    assert browser.execute_script("const box = arguments[0].getBoundingClientRect();"
                                  "return box.top > 0 && box.bottom < innerHeight", focused)  # fmt: skip
    focused.click()
    assert browser.switch_to.active_element.get_attribute("id").startswith("k")


@pytest.mark.parametrize("way", ["mouse", "keyboard"])
def test_a_figure_tells_what_it_was_checked_against(opened, way):
    browser = opened("home")
    figure = browser.find_element("css selector", ".block .m.wrong")
    if way == "mouse":
        ActionChains(browser).move_to_element(figure).perform()
    else:
        browser.execute_script("arguments[0].focus()", figure)
    assert text(browser, "#tip").startswith("9 call · count · Justin Trudeau ✗ T101 19 = 9 + 11 ✗ T102 9 = 8 listed")
    ActionChains(browser).send_keys(Keys.ESCAPE).perform()
    assert not browser.find_element("id", "tip").is_displayed()


def test_every_checked_figure_is_reached_by_the_keyboard(opened):
    browser = opened("home")
    reached = {each.get_attribute("data-span") for each in find(browser, "#story a.m")}
    assert {"23-42", "232-251", "610-620", "821-837", "930-950", "3482-3501"} <= reached


def test_layers_are_switched_off(opened):
    browser = opened("home")
    colour = "return getComputedStyle(document.querySelector('.m.country')).backgroundColor"
    before = browser.execute_script(colour)
    browser.find_element("css selector", ".key.country input").click()
    assert browser.execute_script(colour) == "rgba(0, 0, 0, 0)" != before


def test_countries_have_their_flags_where_the_system_draws_them(opened):
    browser = opened("home")
    codes, flags = find(browser, ".countries td.code"), find(browser, ".countries .flag")
    assert len(flags) == (len(codes) if browser.execute_script("return FLAGS") else 0)
    assert all(each.text[-2:].isupper() for each in codes)
    assert find(opened("hostile", "#s0"), ".flag") == [], "a code that is none has no flag"


def test_without_the_text_the_findings_stand(opened):
    browser = opened("textless")
    assert "was not found" in text(browser, "article")
    assert "nine calls" in text(browser, ".finding")
    assert find(browser, ".finding a") == []


# ---- many stories ----------------------------------------------------------------------------------------------------


def choose(browser, name: str, value: str) -> None:
    browser.find_element("css selector", f"#f-{name} option[value='{value}']").click()


def test_stories_are_searched_and_filtered(opened):
    browser = opened("few")
    assert text(browser, "#count") == "61 stories, 7 with a contradiction"
    browser.find_element("id", "f-words").send_keys("trudeau china")
    assert text(browser, "#count") == "1 story of 61, 1 with a contradiction"
    browser.find_element("xpath", "//button[text()='Clear']").click()
    choose(browser, "country", "NA")
    assert text(browser, "#count") == "30 stories of 61, 6 with a contradiction"
    choose(browser, "kind", "contradictory")
    assert len(find(browser, "#stories li")) == 6


def test_a_bar_filters_and_lets_go(opened):
    browser = opened("few")
    bar = "[data-key='country PE']"
    browser.find_element("css selector", bar).click()
    pressed = browser.switch_to.active_element
    assert pressed.get_attribute("aria-pressed") == "true"
    assert pressed.accessible_name == "Peru 30: 30 stories"
    assert text(browser, "#count").startswith("30 stories of 61")
    pressed.click()
    assert text(browser, "#count").startswith("61 stories")


def test_a_story_opens_from_the_index_and_back(opened):
    browser = opened("few")
    find(browser, "#stories a")[0].click()
    assert "high-level talks" in text(browser, "article h1")
    assert browser.switch_to.active_element.tag_name == "main"
    browser.back()
    assert text(browser, "#count").startswith("61 stories")


def test_five_thousand_stories_are_quick(opened):
    """Typing filters them within a tenth of a second, best of five, for the machine may be busy."""
    started = time.perf_counter()
    browser = opened("many")
    assert text(browser, "#count") == "5,000 stories, 500 with a contradiction"
    assert time.perf_counter() - started < 10
    spent = browser.execute_script(
        "const box = document.getElementById('f-words'), spent = [];"
        "for (const word of ['m', 'ma', 'mayor 4', 'mayor 49', 'mayor 4999']) {"
        "  box.value = word; const start = performance.now(); box.dispatchEvent(new Event('input'));"
        "  spent.push(performance.now() - start); }"
        "return spent"
    )
    assert text(browser, "#count").startswith("1 story of 5,000")
    assert min(spent) < 100


# ---- for everyone ----------------------------------------------------------------------------------------------------

VIEWS = [("home", ""), ("few", ""), ("few", "#s0"), ("hostile", "#s0"), ("textless", "")]


@pytest.mark.parametrize(("name", "place"), VIEWS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_stands_out(opened, name, place, scheme):
    assert opened(name, place, scheme=scheme).execute_script(CONTRAST) == []


@pytest.mark.parametrize(("name", "place"), VIEWS)
def test_everything_has_a_name_and_headings_go_down_in_steps(opened, name, place):
    browser = opened(name, place)
    for control in find(browser, "a, button, input, select, section, article, nav, summary"):
        if control.is_displayed():
            assert control.accessible_name or control.text, control.get_attribute("outerHTML")[:200]
    levels = [int(each.tag_name[1]) for each in find(browser, "h1, h2, h3, h4, h5, h6")]
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels)), levels
    assert len(find(browser, "main")) == 1
    assert browser.execute_script("return document.documentElement.lang") == "en"
    ids = browser.execute_script("return [...document.querySelectorAll('main [id]')].map((each) => each.id)")
    assert len(ids) == len(set(ids))


def test_who_speaks_to_the_page_says_what_they_see(opened):
    """The name of a bar begins with its visible words."""
    bars = find(opened("few"), ".bar")
    assert len(bars) > 3
    assert [each for each in bars if not each.accessible_name.startswith(" ".join(each.text.split()))] == []


@pytest.mark.parametrize("name", ["home", "hostile"])
def test_links_in_the_story_are_told_from_its_words_by_more_than_colour(opened, name):
    lines = opened(name, "#s0").execute_script(
        "return [...document.querySelectorAll('#story .block a')].map((link) => {"
        "  const style = getComputedStyle(link);"
        "  return [link.textContent, parseFloat(style.borderBottomWidth), style.borderBottomStyle]; })"
    )
    assert lines
    assert [each for each in lines if each[1] < 2 or each[2] == "none"] == []


@pytest.mark.parametrize(("name", "place"), VIEWS)
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wider_than_the_screen(opened, name, place, width):
    browser = opened(name, place, width)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width


def test_the_plots_wait_where_the_screen_is_narrow(opened):
    """On a phone the stories come first."""
    assert find(opened("few"), "details[open] #plots")
    assert not find(opened("few", width=390), "details[open] #plots")


def test_a_list_that_is_cut_says_so(opened):
    browser = opened("few")
    assert (len(find(browser, "#stories li")), text(browser, "#listed")) == (50, "The first 50 of 61 are listed.")
    browser.find_element("id", "more").click()
    assert (len(find(browser, "#stories li")), find(browser, "#listed")[0].is_displayed()) == (61, False)


def test_all_findings_are_open_in_print(opened):
    browser = opened("home")
    browser.execute_script("window.dispatchEvent(new Event('beforeprint'))")
    assert find(browser, "details:not([open])") == []


# ---- what does not happen --------------------------------------------------------------------------------------------


def test_hostile_text_stays_text(opened):
    browser = opened("hostile", "#s0")
    assert browser.title.startswith("</script>")
    assert find(browser, "main img, main script") == []
    assert browser.find_element("css selector", ".finding p").text.startswith(ATTACK[:60])
    opened("hostile")
    assert find(browser, "#stories a")[0].text.startswith(ATTACK[:60])
    assert all(each.get_attribute("href").startswith("file:") for each in find(browser, "a"))


@pytest.mark.parametrize("name", ["home", "few", "hostile"])
def test_nothing_is_fetched(opened, browser, name):
    browser.get_log("performance")
    opened(name)
    logged = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    urls = [each["params"]["request"]["url"] for each in logged if each["method"] == "Network.requestWillBeSent"]
    assert any(url.endswith(f"{name}.html") for url in urls)
    assert [url for url in urls if not url.endswith(f"{name}.html") and not url.startswith(("data:", "about:"))] == []
