"""What a page costs as a site grows: copies of one session, built at three sizes.

Prints CPU seconds at each size and the exponent between the first and the last: 1 means that a
page costs the same however many there are.
"""

from __future__ import annotations

import math
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
WORLD = ROOT / "tests" / "world"
SIZES = (200, 1000, 3000)
MODEL = "2020-02-29-port-blanc"


def corpus(folder: Path, pages: int) -> Path:
    """The world with as many copies of a session, in both languages, as make this many pages."""
    root = folder / "tests" / "world"
    shutil.copytree(WORLD, root, ignore=shutil.ignore_patterns("site"))
    for name in ("hooks", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    sessions = root / "docs" / "sessions"
    for number in range(pages // 2 - 1):
        for suffix in (".md", ".en.md"):
            text = (sessions / f"{MODEL}{suffix}").read_text("utf-8")
            (sessions / f"copie-{number:04}{suffix}").write_text(text, "utf-8")
    return root


def cpu_seconds(root: Path) -> float:
    """The processor time of one cold build, children included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=root, env=environment, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Builds each size once and prints the table."""
    times = {}
    for pages in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            times[pages] = cpu_seconds(corpus(Path(folder), pages))
            print(f"{pages:>6} pages  {times[pages]:>7.1f} CPU s", flush=True)
    first, last = SIZES[0], SIZES[-1]
    exponent = math.log(times[last] / times[first]) / math.log(last / first)
    middle = math.log(times[last] / times[SIZES[1]]) / math.log(last / SIZES[1])
    print(f"exponent {first}→{last}: {exponent:.2f}; {SIZES[1]}→{last}: {middle:.2f}")


if __name__ == "__main__":
    main()
