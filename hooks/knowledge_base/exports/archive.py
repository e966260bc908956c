"""Files as one archive, the same bytes for the same files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

EPOCH = (1980, 1, 1, 0, 0, 0)  # the first date an archive can say: its content has no other
UNIX, READABLE = 3, 0o644 << 16
BEST = 9


def zipped(files: Iterable[tuple[str, str | bytes]]) -> bytes:
    """A zip of the files in their order, each by its path; text in UTF-8; no clock in it."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system, entry.external_attr = UNIX, READABLE
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, BEST)
    return held.getvalue()
