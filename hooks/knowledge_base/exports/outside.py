"""Links that leave the site, whoever wrote them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from knowledge_base.model.library import Library

OUTSIDE = re.compile(r'<a (?=[^>]*href="https?://)(?![^>]*\brel=)')


def closed(_library: Library, _site: Path) -> Callable[[str], str]:
    """Gives each of them `rel="noopener"`, where it says no relation of its own."""
    return lambda html: OUTSIDE.sub('<a rel="noopener" ', html)
