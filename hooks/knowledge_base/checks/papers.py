"""PDF files are what they say, run nothing, carry nothing, and name no author.

Read from end to end once, however the file is made: nothing here looks back over what it has read.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from knowledge_base.model.library import Library
from knowledge_base.problem import Problem, error

LARGEST = 20_000_000  # bytes that the packed parts of one file may unfold to
XMP = 4_000  # bytes looked at of one creator


def _spelt(*names: str) -> str:
    """A pattern for these names, each letter as it is or by its number, which PDF allows."""
    return "|".join(
        "".join(f"(?:{letter}|#(?i:{ord(letter):02x}))" for letter in name) for name in names
    )


def _names(*names: str) -> re.Pattern[bytes]:
    return re.compile(rf"/(?:{_spelt(*names)})(?![A-Za-z0-9#])".encode())


# Long names mean the same wherever they stand; short ones come by chance in what is packed.
ACTS = _names(
    "JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "SubmitForm", "Encrypt",
    "ImportData", "GoToR", "GoToE", "Rendition",
)  # fmt: skip
ACTS_OUTSIDE = _names("JS", "AA", "XFA", "EF", "3D", "Movie", "Sound")
OBJECTS = _names("ObjStm", "Metadata")
FILTER = _names("Filter")
PACKED = re.compile(rb"/Filter\s*\[?\s*/FlateDecode\b(?!\s*/)")
OPENED = re.compile(rb"/OpenAction\s*<<(?!\s*(?:/Type\s*/Action\s*)?/S\s*/GoTo\b)")
AUTHOR = re.compile(
    rf"/(?:{_spelt('Author')})\s{{0,99}}(?:\(\s{{0,99}}[^)\s]|<\s{{0,99}}[0-9A-Fa-f]|[0-9]{{1,9}}\s+[0-9])".encode()
)
CREATOR = re.compile(rb"(?:dc:creator|pdf:Author)\s{0,99}=\s{0,99}[\"'][^\"']")
TAG = re.compile(rb"<[^>]*>")


def papers_are_still(library: Library) -> Iterator[Problem]:
    """Each PDF is looked through, packed parts unpacked, for what acts and who wrote it."""
    for uri in sorted(library.assets):
        if uri.endswith(".pdf"):
            yield from _paper(uri, (library.settings.docs / uri).read_bytes())


def _paper(uri: str, raw: bytes) -> Iterator[Problem]:
    if not raw.startswith(b"%PDF-") or b"%%EOF" not in raw[-1024:]:
        yield error(uri, 1, "file-content", type="PDF")
        return
    acts, parts = ACTS.search(raw), [raw]
    for part in _parts(raw):
        if part is None:
            yield error(uri, 1, "paper-active", what="/ObjStm …")
            return
        parts.append(part)
        acts = acts or ACTS.search(part) or ACTS_OUTSIDE.search(part) or OPENED.search(part)
    if acts:
        yield error(uri, 1, "paper-active", what=acts.group().decode("ascii"))
    if any(_authored(part) for part in parts):
        yield error(uri, 1, "file-author", file=uri)


def _parts(raw: bytes) -> Iterator[bytes | None]:
    """What stands outside the streams, and those that hold objects or descriptions, unpacked.

    None stands for one that cannot be read: nobody knows what it holds.
    """
    end, left = 0, LARGEST
    while (start := raw.find(b"stream", end)) >= 0:
        stop = raw.find(b"endstream", start)
        outside = raw[end:start]
        yield outside
        if stop < 0:
            end = start + len(b"stream")
            break
        head = outside[outside.rfind(b" obj") + 1 :]
        if OBJECTS.search(head):
            part = _unpacked(head, raw[start + len(b"stream") : stop].lstrip(b"\r\n"), left)
            left -= len(part or b"")
            yield part
        end = stop + len(b"endstream")
    yield raw[end:]


def _unpacked(head: bytes, packed: bytes, most: int) -> bytes | None:
    if not FILTER.search(head):
        return packed
    if not PACKED.search(head) or b"/Predictor" in head:
        return None
    unpacker = zlib.decompressobj()
    try:
        part = unpacker.decompress(packed, most)
    except (zlib.error, ValueError):
        return None
    return None if unpacker.unconsumed_tail else part


def _authored(text: bytes) -> bool:
    if AUTHOR.search(text) or CREATOR.search(text):
        return True
    start = text.find(b"<dc:creator")
    while start >= 0:
        end = text.find(b"</dc:creator", start)
        if end < 0:
            return False
        if TAG.sub(b"", text[start : min(end, start + XMP)]).strip():
            return True
        start = text.find(b"<dc:creator", end)
    return False
