"""Pictures: described for those who do not see them, and silent on who took them where (17)."""

from __future__ import annotations

import io
import re
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import PurePosixPath
from posixpath import dirname, join, normpath

from PIL import Image, ImageFile, IptcImagePlugin, UnidentifiedImageError

from knowledge_base.model.library import Library
from knowledge_base.problem import Problem, error

GPS, EXIF = 0x8825, 0x8769
MAKERS = (0x013B, 0x8298, 0xA430, 0xA431, 0x9C9D)  # artist, rights, owner, serial, author
NAMED = ((2, 80), (2, 85), (2, 110), (2, 116), (2, 122))  # IPTC: by whom, whose, written by whom
PLACED = ((2, 90), (2, 92), (2, 95))  # IPTC: the town, the place in it, the region
AUTHOR = re.compile(
    rb"<(?:dc:creator|photoshop:Credit|dc:rights)\b"
    rb"|(?:dc:creator|dc:rights|photoshop:Credit|photoshop:AuthorsPosition)\s?="
)
POSITION = re.compile(rb"GPSLatitude|GPSLongitude|GPSDestLatitude")
BLOCK = re.compile(rb"Exif\0\0(?=II\*\0|MM\0\*)")
MOST_BLOCKS = 8  # of EXIF, in one picture
FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".avif": "AVIF"}
MOST_POINTS = 25_000_000
LONGEST_SIDE = 10_000
UNREADABLE = (
    UnidentifiedImageError, OSError, ValueError, SyntaxError, struct.error, KeyError, TypeError,
    IndexError, EOFError, OverflowError, Image.DecompressionBombError,
)  # fmt: skip
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def images_have_alternative_text(library: Library) -> Iterator[Problem]:
    """Each picture of a page says in the page's language what it shows."""
    for _, version in library.versions():
        for image in version.body.images:
            if not image.text.strip():
                yield error(version.uri, image.line, "image-alt", image=image.target)


def images_are_what_they_say(library: Library) -> Iterator[Problem]:
    """A picture's bytes are of the type its name says, whole, and not made to fill a memory."""
    for uri in _pictures(library):
        type_ = FORMATS[PurePosixPath(uri).suffix]
        raw = (library.settings.docs / uri).read_bytes()
        try:
            with _opened(raw) as picture:
                width, height = picture.size
                if picture.format != type_ or not _ends(raw, type_):
                    yield error(uri, 1, "file-content", type=type_)
                elif width * height > MOST_POINTS or max(width, height) > LONGEST_SIDE:
                    yield error(uri, 1, "image-points", width=width, height=height)
                else:
                    picture.load()
        except Image.DecompressionBombError:
            yield error(uri, 1, "image-points", width="?", height="?")
        except UNREADABLE:
            yield error(uri, 1, "file-content", type=type_)


@contextmanager
def _opened(raw: bytes) -> Iterator[ImageFile.ImageFile]:
    """A picture whose reader keeps its remarks to itself: what is wrong is told as a problem."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(io.BytesIO(raw)) as picture:
            yield picture


def _ends(raw: bytes, type_: str) -> bool:
    """True where nothing stands after the picture's own end."""
    if type_ == "PNG":
        return raw.endswith(b"IEND\xaeB`\x82")
    if type_ == "JPEG":
        return raw.rstrip(b"\0\r\n").endswith(b"\xff\xd9")
    if type_ == "WEBP":
        return len(raw) - int.from_bytes(raw[4:8], "little") in {8, 9}
    return True


def images_tell_nothing_of_their_makers(library: Library) -> Iterator[Problem]:
    """No published picture says where it was taken or by whom; told where a page shows it."""
    shown = {
        normpath(join(dirname(version.uri), image.target)): (version.uri, image.line)
        for _, version in library.versions()
        for image in version.body.images
    }
    for uri in _pictures(library):
        page, line = shown.get(uri, (uri, 1))
        for code in _told((library.settings.docs / uri).read_bytes()):
            if code == "file-content":
                yield error(uri, 1, code, type=FORMATS[PurePosixPath(uri).suffix])
            else:
                name = "image" if code == "image-position" else "file"
                yield error(page, line, code, **{name: uri})


def images_are_the_sites(library: Library) -> Iterator[Problem]:
    """A page shows pictures of this site alone, so that reading it tells nobody else."""
    for _, version in library.versions():
        for image in version.body.images:
            if not image.target.partition("#")[0].lower().endswith((*FORMATS, ".svg")) or (
                SCHEME.match(image.target)
            ):
                yield error(version.uri, image.line, "image-elsewhere", image=image.target)


def _pictures(library: Library) -> list[str]:
    return sorted(uri for uri in library.assets if PurePosixPath(uri).suffix in FORMATS)


def _told(raw: bytes) -> Iterator[str]:
    """What the picture tells of its making: where it was taken, by whom."""
    try:
        with _opened(raw) as picture:
            blocks = [picture.getexif(), *_blocks(raw)]
            said = {str(key).lower() for key, value in picture.info.items() if value}
            noted = IptcImagePlugin.getiptcinfo(picture) or {}
            described = raw + _described(picture)
            placed = any(block.get_ifd(GPS) for block in blocks)
            named = any(_names_maker(block) for block in blocks)
    except UNREADABLE:
        yield "file-content"
        return
    if placed or any(key in noted for key in PLACED) or POSITION.search(described):
        yield "image-position"
    named = named or any(key in noted for key in NAMED) or bool(AUTHOR.search(described))
    if named or said & {"author", "artist", "creator", "copyright"}:
        yield "file-author"


def _blocks(raw: bytes) -> Iterator[Image.Exif]:
    """Every block of EXIF in the file, also those that a reader of pictures passes over."""
    for found in islice(BLOCK.finditer(raw), MOST_BLOCKS):
        block = Image.Exif()
        block.load(raw[found.start() : found.start() + 0x10000])
        yield block


def _names_maker(block: Image.Exif) -> bool:
    in_camera = block.get_ifd(EXIF)
    return any(block.get(tag) or in_camera.get(tag) for tag in MAKERS)


def _described(picture: Image.Image) -> bytes:
    """The picture's XMP, where its type keeps it packed."""
    texts = [picture.info.get(key) for key in ("xmp", "XML:com.adobe.xmp", "photoshop")]
    return b"\n".join(
        t.encode() if isinstance(t, str) else t for t in texts if isinstance(t, (str, bytes))
    )
