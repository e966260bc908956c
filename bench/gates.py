"""What the gates cost a clean build: processor time inside them, against the whole.

The real site is built once in this process; each gate's own time is added up as it runs.
"""

from __future__ import annotations

import functools
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
ROOT = Path(__file__).parent.parent
MOST = 10  # per cent of what the build costs without them

from mkdocs.commands.build import build  # noqa: E402
from mkdocs.config import load_config  # noqa: E402

from knowledge_base import bounds, checks, files, front_matter, site_checks  # noqa: E402
from knowledge_base.checks import drawings, images, markup, papers, scripts  # noqa: E402
from knowledge_base.rendering import sanitiser  # noqa: E402
from knowledge_base.site_checks import artefacts, gate  # noqa: E402

spent: dict[str, float] = {}


def timed(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """The same function, which notes the time it takes; what it yields is taken at once."""

    @functools.wraps(function)
    def run(*values: Any, **named: Any) -> Any:
        started = time.process_time()
        result = function(*values, **named)
        result = list(result) if isinstance(result, Iterator) else result
        spent[name] = spent.get(name, 0) + time.process_time() - started
        return result

    return run


def watch() -> None:
    """Puts a clock on each gate."""
    files.find = timed("files", files.find)
    bounds.problems = timed("bounds", bounds.problems)
    front_matter.decode = timed("text", front_matter.decode)
    own = {markup: "prose", images: "pictures", drawings: "drawings", papers: "papers",
           scripts: "scripts", gate: "built pages", artefacts: "built files"}  # fmt: skip
    named = {module.__name__: name for module, name in own.items()}
    checks.CHECKS = tuple(
        timed(named[rule.__module__], rule) if rule.__module__ in named else rule
        for rule in checks.CHECKS
    )
    site_checks.SITE_CHECKS = tuple(
        timed(named[rule.__module__], rule) if rule.__module__ in named else rule
        for rule in site_checks.SITE_CHECKS
    )


def main() -> int:
    """Prints the table; fails where the gates cost more than they may."""
    watch()
    with tempfile.TemporaryDirectory() as folder:
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=f"{folder}/site")
        for hook in config.hooks.values():
            if hasattr(hook, "sanitised"):
                hook.sanitised = timed("what Markdown made", sanitiser.sanitised)
        started = time.process_time()
        build(config)
        whole = time.process_time() - started
    gates = sum(spent.values())
    for name, seconds in sorted(spent.items(), key=lambda row: -row[1]):
        print(f"{name:>20}  {seconds:>6.2f} s")
    share = 100 * gates / (whole - gates)
    print(f"{'all gates':>20}  {gates:>6.2f} s of {whole:.1f} s: {share:.1f} % more")
    return share > MOST


if __name__ == "__main__":
    sys.exit(main())
