"""Each page has a picture for who shares its link: of the right size, its own, with every letter."""

from __future__ import annotations

from io import BytesIO

from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from knowledge_base.rendering import drawing

LETTERS = "ÀÂÇÉÈÊËÎÏÔÙÛÜŸŒÆàâçéèêëîïôùûüÿœæ«»’“”–…°ɛɔŋɲ \u00a0\u202f"


def head(site, uri):
    return LexborHTMLParser((site / uri).read_text("utf-8")).head


def shown(tree, name):
    return tree.css_first(f'meta[property="og:{name}"]').attributes["content"]


def test_each_page_names_its_own_picture(world_site):
    seen = {}
    for path in sorted(world_site.rglob("index.html")):
        tree = head(world_site, path)
        if not tree.css_first('meta[property="og:image"]'):
            continue
        picture = (path.parent / shown(tree, "image")).resolve()
        with Image.open(picture) as image:
            assert image.size == (1200, 630)
        assert (shown(tree, "image:width"), shown(tree, "image:height")) == ("1200", "630")
        assert shown(tree, "title") in shown(tree, "image:alt")
        seen[path] = picture
    assert len(seen) > 10
    assert len(set(seen.values())) > len(seen) / 2


def test_a_picture_is_small_and_the_same_each_time():
    words = ("Repères", "Séance · 1er mars 2024", "L’État et les communes : « œuvrer ensemble »")
    first = drawing.card(*words)
    drawing.card.cache_clear()
    assert drawing.card(*words) == first
    assert len(first) < 20_000
    with Image.open(BytesIO(first)) as image:
        assert len(image.getcolors()) == 4


def test_a_long_title_stays_in_the_picture():
    with Image.open(BytesIO(drawing.card("Site", "", "très long titre " * 30))) as image:
        edge = image.crop((1130, 0, 1200, 630)).convert("L")
        assert len(edge.getcolors()) == 1


def test_every_letter_of_both_languages_is_there():
    blank = drawing.card("", "", "\uffff")
    assert [one for one in LETTERS if drawing.card("", "", one) == blank] == []
