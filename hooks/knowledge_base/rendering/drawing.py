"""Pictures made of words, in two colours and two between them, which keeps their files small."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import as_file, files
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

SIZE = (1200, 630)
GROUND, INK = (13, 79, 65), (255, 255, 255)
SOFT = 170  # of 255: the second of the two colours between ground and ink
LEFT, TOP, WIDTH, MOST = 80, 240, 1040, 4  # of the title: where it stands, how many lines at most
BITS = 2
SIZES = (68, 60, 52, 44, 36)


@lru_cache(maxsize=4096)  # under the live server, a page that has not changed is not drawn again
def card(site: str, kicker: str, title: str) -> bytes:
    """A PNG that says what a page is."""
    image = Image.new("L", SIZE)
    draw = ImageDraw.Draw(image)
    draw.text((LEFT, 72), site, font=_font("Semibold", 38), fill=255)
    draw.rectangle((LEFT, 140, LEFT + 96, 144), fill=SOFT)
    draw.text((LEFT, 182), kicker, font=_font("Regular", 34), fill=SOFT)
    size, lines = _set(title)
    for number, line in enumerate(lines):
        draw.text((LEFT, TOP + number * size * 1.18), line, font=_font("Bold", size), fill=255)
    return _packed(image)


@cache
def mark(letter: str, side: int) -> bytes:
    """A square PNG with one letter, for home screens."""
    image = Image.new("L", (side, side))
    font = _font("Bold", side * 2 // 3)
    middle = (side / 2, side * 0.52)
    ImageDraw.Draw(image).text(middle, letter, font=font, fill=255, anchor="mm")
    return _packed(image)


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    name = f"files/SourceSansPro-{weight}.ttf"
    with as_file(files("font_source_sans_pro") / name) as path:
        return ImageFont.truetype(BytesIO(path.read_bytes()), size)


def _set(text: str) -> tuple[int, list[str]]:
    """The largest letters in which the text holds in its lines; past the last, it is cut."""
    for size in SIZES:
        lines = list(_lines(text, _font("Bold", size)))
        if len(lines) <= MOST:
            return size, lines
    return SIZES[-1], lines[:MOST]


def _lines(text: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and font.getlength(longer) > WIDTH:
            yield line
            longer = word
        line = longer
    yield line


def _packed(image: Image.Image) -> bytes:
    last = 2**BITS - 1
    levels = image.point([value >> (8 - BITS) for value in range(256)])
    packed = Image.frombytes("P", image.size, levels.tobytes())
    shades = [
        [round(a + (b - a) * n / last) for a, b in zip(GROUND, INK, strict=True)]
        for n in range(last + 1)
    ]
    packed.putpalette([value for shade in shades for value in shade])
    file = BytesIO()
    packed.save(file, "PNG", bits=BITS)
    return file.getvalue()
