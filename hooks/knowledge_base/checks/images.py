"""Pictures: described for those who do not see them, and silent on where they were taken (17)."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname, join, normpath

from PIL import Image, UnidentifiedImageError

from knowledge_base.model.library import Library
from knowledge_base.problem import Problem, error

GPS = 0x8825
PHOTOS = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".tif", ".tiff")


def images_have_alternative_text(library: Library) -> Iterator[Problem]:
    """Each picture of a page says in the page's language what it shows."""
    for _, version in library.versions():
        for image in version.body.images:
            if not image.text.strip():
                yield error(version.uri, image.line, "image-alt", image=image.target)


def images_have_no_position(library: Library) -> Iterator[Problem]:
    """No published picture says where it was taken; told where a page shows it, or at the file."""
    shown = {
        normpath(join(dirname(version.uri), image.target)): (version.uri, image.line)
        for _, version in library.versions()
        for image in version.body.images
    }
    for uri in sorted(library.assets):
        if uri.lower().endswith(PHOTOS) and _has_position(library, uri):
            page, line = shown.get(uri, (uri, 0))
            yield error(page, line, "image-position", image=uri)


def _has_position(library: Library, uri: str) -> bool:
    try:
        with Image.open(library.settings.docs / uri) as picture:
            return bool(picture.getexif().get_ifd(GPS))
    except (UnidentifiedImageError, OSError):
        return False
