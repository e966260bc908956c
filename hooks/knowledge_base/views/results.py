"""What a test showed, as totals: how many answered, means, gain, hardest questions first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from knowledge_base.model.library import Library, Page
from knowledge_base.views.small_cells import Cell, answered, cells, percentage
from knowledge_base.wording import wording
from knowledge_base.wording.decimals import decimal


@dataclass(frozen=True)
class Result:
    """One question: its wording, and how many were right before and after."""

    prompt: str
    before: str
    after: str


@dataclass(frozen=True)
class Results:
    """The totals in a sentence, and the questions, the hardest after the session first."""

    counted: str
    means: str
    rows: tuple[Result, ...]


def results(library: Library, page: Page[Any], locale: str) -> Results | None:
    """Nothing where the session has no test; small numbers are left out as in the data."""
    made = getattr(page.facts, "assessment", None)
    if made is None:
        return None
    words, found = wording(locale), cells(made)
    prompts = _prompts(library, made.module, locale)
    hardest = sorted(found, key=lambda c: (c.after is None, c.after or 0, c.id))
    few = words("results.few")
    sizes = [words.number(n) if answered(n) else few for n in (made.n_pre, made.n_post)]
    return Results(
        words("results.counted", pre=sizes[0], post=sizes[1]),
        _means(found, made.n_pre, made.n_post, locale),
        tuple(Result(words.text(prompts.get(c.id, c.id)), _told(c.before, made.n_pre, locale),
                     _told(c.after, made.n_post, locale)) for c in hardest),
    )  # fmt: skip


def _told(count: int | None, people: int, locale: str) -> str:
    """How many were right, and the share of those who answered where they are enough."""
    words = wording(locale)
    if count is None:
        return words("results.few")
    share = percentage(count, people)
    number = words.number(count)
    return number if share is None else words("results.share", n=number, share=share)


def _prompts(library: Library, module: str, locale: str) -> dict[str, str]:
    record = library.records.get(module)
    quiz = getattr(record.version(locale).words, "quiz", {}) if record else {}
    return {id_: question.prompt for id_, question in quiz.items()}


def _means(found: tuple[Cell, ...], n_pre: int, n_post: int, locale: str) -> str:
    """Right answers a person, over the questions that are shown whole; nothing where none is."""
    whole = [(c.before, c.after) for c in found if c.before is not None and c.after is not None]
    if not whole or not (answered(n_pre) and answered(n_post)):
        return ""
    before, after = sum(b for b, _ in whole) / n_pre, sum(a for _, a in whole) / n_post
    return wording(locale)(
        "results.means",
        before=decimal(before, locale),
        after=decimal(after, locale),
        gain=decimal(after - before, locale, signed=True),
        of=wording(locale).number(len(whole)),
    )
