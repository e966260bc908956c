"""What a trainer takes from a module: the trainer's view, slides, a test on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from knowledge_base.exports.kit.built import Section, rebased, without_links, without_marks
from knowledge_base.exports.kit.desk import Desk, File, made, short_link
from knowledge_base.model import kit
from knowledge_base.views.papers import forms, key
from knowledge_base.wording import wording

# What a slide holds, from which its letters are smaller; a line costs as many as it has letters.
SIZES = ((1400, "longest"), (1050, "longer"), (750, "long"), (0, "short"))
LINE = re.compile(r"<(?:li|tr|p)\b")
OF_A_LINE = 45


@dataclass(frozen=True)
class Slide:
    """A section on a slide; `size` says how large its letters may be."""

    id: str
    title: str
    html: Markup
    sources: str
    note: str
    size: str


def trainer(own: Desk) -> Iterator[File]:
    """The module with notes beside its sections, minutes and answers."""
    here = own.folder + kit.TRAINER
    sections = [
        Section(s.id, s.title, rebased(s.html, own.folder, here)) for s in own.built.sections
    ]
    terms = rebased(own.built.terms, own.folder, here)
    title = wording(own.locale)("kit.trainer") + " – " + own.record.title
    yield made(own, kit.TRAINER, "trainer", title, sections=sections, terms=terms)


def sheet(own: Desk) -> Iterator[File]:
    """The test on paper; it holds nothing of its answers, and no link to where they are."""
    if own.training.questions:
        asked = forms(own.training.questions, own.seed)
        yield made(own, kit.SHEET, "sheet", own.record.title, forms=asked)


def answers(own: Desk) -> Iterator[File]:
    """The key of both forms, and the grid to count a room's answers in."""
    if own.training.questions:
        title = wording(own.locale)("kit.key_title", title=own.record.title)
        yield made(own, kit.KEY, "key", title, rows=key(own.training.questions, own.seed))


def slides(own: Desk) -> Iterator[File]:
    """A slide for each section that the module declares; for each of its sections otherwise."""
    chosen = own.page.facts.slides or tuple(s.id for s in own.built.sections)
    by_id = {section.id: section for section in own.built.sections}
    shown = tuple(_slide(own, by_id[id_]) for id_ in chosen)
    short = short_link(own.library, own.page.id, own.locale)
    yield made(own, kit.SLIDES, "slides", own.record.title, slides=shown, short=short)


def _slide(own: Desk, section: Section) -> Slide:
    html = without_links(without_marks(section.html))
    publishers = dict.fromkeys(own.library.sources[id_].publisher for id_ in section.cited)
    weight = len(html.striptags()) + OF_A_LINE * len(LINE.findall(html))
    size = next(name for least, name in SIZES if weight >= least)
    note = own.training.notes.get(section.id, "")
    return Slide(section.id, section.title, html, ", ".join(publishers), note, size)
