"""Takes the picture of the report of the README's story: `python docs/picture.py`, with Chromium and its driver."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from selenium import webdriver

ROOT = Path(__file__).parents[1]
STORY = "seeds/nineteen-talks.txt"
PICTURE = ROOT / "docs" / "report.png"
WIDTH, HEIGHT = 1280, 760


def report(folder: Path) -> Path:
    """The page of the story, made by the commands that a reader would use."""
    records, page = folder / "records.jsonl", folder / "report.html"
    for arguments in (["extract", STORY, "-o", str(records)], ["report", str(records), "-o", str(page)]):
        subprocess.run([sys.executable, "-m", "newstally.cli", *arguments], cwd=ROOT, check=True)
    return page


def take(page: Path, picture: Path) -> None:
    """Save what a browser shows of ``page`` without scrolling."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for option in ("--headless=new", "--no-sandbox", "--hide-scrollbars"):
        options.add_argument(option)
    driver = webdriver.ChromeService(shutil.which("chromedriver"))  # named, else one would be looked for on the net
    with webdriver.Chrome(options=options, service=driver) as browser:
        size = {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        browser.get(page.as_uri())
        browser.save_screenshot(str(picture))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        take(report(Path(folder)), PICTURE)
