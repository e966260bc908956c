"""Pictures: described for those who do not see them, and silent on who took them where (17)."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from pathlib import PurePosixPath
from posixpath import dirname, join, normpath

from PIL import Image, UnidentifiedImageError

from knowledge_base.model.library import Library
from knowledge_base.problem import Problem, error

GPS, EXIF = 0x8825, 0x8769
MAKERS = (0x013B, 0x8298, 0xA430, 0xA431, 0x9C9D)  # artist, rights, owner, serial, author
AUTHOR = re.compile(rb"<(?:dc:creator|photoshop:Credit|dc:rights)\b|photoshop:Credit=")
FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".avif": "AVIF"}
MOST_POINTS = 25_000_000
LONGEST_SIDE = 10_000
UNREADABLE = (UnidentifiedImageError, OSError, ValueError, SyntaxError, struct.error, KeyError)
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
        try:
            with Image.open(library.settings.docs / uri) as picture:
                width, height = picture.size
                if picture.format != FORMATS[PurePosixPath(uri).suffix]:
                    yield error(uri, 0, "file-content", type=FORMATS[PurePosixPath(uri).suffix])
                elif width * height > MOST_POINTS or max(width, height) > LONGEST_SIDE:
                    yield error(uri, 0, "image-points", width=width, height=height)
        except Image.DecompressionBombError:
            yield error(uri, 0, "image-points", width="?", height="?")
        except UNREADABLE:
            yield error(uri, 0, "file-content", type=FORMATS[PurePosixPath(uri).suffix])


def images_tell_nothing_of_their_makers(library: Library) -> Iterator[Problem]:
    """No published picture says where it was taken or by whom; told where a page shows it."""
    shown = {
        normpath(join(dirname(version.uri), image.target)): (version.uri, image.line)
        for _, version in library.versions()
        for image in version.body.images
    }
    for uri in _pictures(library):
        page, line = shown.get(uri, (uri, 0))
        for code in _told(library, uri):
            yield error(page, line, code, **{"image" if code == "image-position" else "file": uri})


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


def _told(library: Library, uri: str) -> Iterator[str]:
    try:
        with Image.open(library.settings.docs / uri) as picture:
            exif = picture.getexif()
            said = {str(key).lower() for key, value in picture.info.items() if value}
            described = _described(picture)
    except UNREADABLE:
        return
    if exif.get_ifd(GPS) or b"GPSLatitude" in described:
        yield "image-position"
    in_camera = exif.get_ifd(EXIF)
    if (
        any(exif.get(tag) or in_camera.get(tag) for tag in MAKERS)
        or AUTHOR.search(described)
        or said & {"author", "artist", "creator", "copyright"}
    ):
        yield "file-author"


def _described(picture: Image.Image) -> bytes:
    """The picture's XMP, wherever its type keeps it."""
    texts = [picture.info.get(key) for key in ("xmp", "XML:com.adobe.xmp", "photoshop")]
    return b"\n".join(
        t.encode() if isinstance(t, str) else t for t in texts if isinstance(t, (str, bytes))
    )
