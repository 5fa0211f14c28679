"""What an installation costs: download, disk, time, memory, in an empty environment made for it.

    python benchmarks/install.py

Downloads go to a folder of their own first, so that the network's time and the installation's stand apart.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
STORY = ROOT / "seeds" / "nineteen-talks.txt"
STEPS = """
import time, resource, sys
def spent(what, since):
    seconds, memory = time.perf_counter() - since, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(f"{what:28} {seconds:8.2f} s {memory:8.0f} MB of memory so far")
start = time.perf_counter()
import newstally
spent("import newstally", start)
start = time.perf_counter()
nlp = newstally.load()
spent("newstally.load()", start)
article = newstally.Article("story", open(sys.argv[1], encoding="utf-8").read())
start = time.perf_counter()
list(newstally.extract(nlp, [article]))
spent("the first story", start)
"""


def timed(*command: object) -> float:
    """Run a command without its output; how many seconds it took."""
    start = time.perf_counter()
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    return time.perf_counter() - start


def megabytes(folder: Path) -> float:
    """The size of all files below ``folder``."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


def main() -> None:
    """Install into an empty environment and print what it cost."""
    with tempfile.TemporaryDirectory() as temporary:
        wheels, environment = Path(temporary, "wheels"), Path(temporary, "environment")
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
        seconds = timed(*pip, "wheel", "--no-cache-dir", "--wheel-dir", wheels, ".")
        print(
            f"{'download':28} {seconds:8.2f} s {megabytes(wheels):8.0f} MB, newstally and its model "
            f"{next(wheels.glob('newstally-*.whl')).stat().st_size / 1e6:.0f} MB"
        )
        timed(sys.executable, "-m", "venv", environment)
        python, before = environment / "bin" / "python", megabytes(environment)
        seconds = timed(python, *pip[1:], "install", "--no-index", "--find-links", wheels, "newstally")
        print(f"{'install':28} {seconds:8.2f} s {megabytes(environment) - before:8.0f} MB on disk", flush=True)
        for _ in range(2):  # the first run also compiles
            subprocess.run([str(python), "-c", STEPS, str(STORY)], check=True, cwd=temporary)


if __name__ == "__main__":
    main()
