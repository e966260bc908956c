"""PDF files are what they say, run nothing, carry nothing, and name no author."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from knowledge_base.model.library import Library
from knowledge_base.problem import Problem, error

STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
OBJECTS = re.compile(rb"/Type\s*/ObjStm|/ObjStm")
LARGEST = 4_000_000  # bytes that one part may unfold to
HEX_NAME = re.compile(rb"#([0-9A-Fa-f]{2})")
ACTIVE = re.compile(
    rb"/(JavaScript|JS|Launch|OpenAction|AA|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|GoToR"
    rb"|GoToE|XFA|Encrypt)\b"
)
AUTHOR = re.compile(rb"/Author\s*[(<]\s*[^)>\s]|<dc:creator>.*?<rdf:li[^>]*>\s*[^<\s]", re.DOTALL)


def papers_are_still(library: Library) -> Iterator[Problem]:
    """Each PDF is looked through, packed parts unpacked, for what acts and who wrote it."""
    for uri in sorted(library.assets):
        if uri.endswith(".pdf"):
            yield from _paper(uri, (library.settings.docs / uri).read_bytes())


def _paper(uri: str, raw: bytes) -> Iterator[Problem]:
    if not raw.startswith(b"%PDF-") or b"%%EOF" not in raw[-1024:]:
        yield error(uri, 0, "file-content", type="PDF")
        return
    text = b"\n".join(_parts(raw))
    text = HEX_NAME.sub(lambda match: bytes([int(match.group(1), 16)]), text)
    active = ACTIVE.search(text)
    if active:
        yield error(uri, 0, "paper-active", what=active.group().decode("ascii"))
    if AUTHOR.search(text):
        yield error(uri, 0, "file-author", file=uri)


def _parts(raw: bytes) -> Iterator[bytes]:
    """The file outside its streams, and those of its streams that hold objects or descriptions."""
    yield STREAM.sub(b"", raw)
    for match in STREAM.finditer(raw):
        before = raw[max(0, match.start() - 400) : match.start()]
        head = before[before.rfind(b" obj") + 1 :]
        if b"/FlateDecode" not in head:
            yield match.group(1) if b"/Metadata" in head else b""
        elif OBJECTS.search(head) or b"/Metadata" in head:
            yield _unpacked(match.group(1))


def _unpacked(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, LARGEST)
    except zlib.error:
        return b""
