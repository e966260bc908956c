"""Small numbers, treated alike wherever they are shown: results of a test, shares of a total."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge_base.model.records import Assessment

SMALLEST_CELL = 5  # people: a published number of right answers stands for at least as many
SMALLEST_BASE = 10  # a share of fewer is not a percentage


def percentage(part: int, whole: int) -> int | None:
    """A share in whole percents, rounded half up; None where the whole is too small for one."""
    return (200 * part + whole) // (2 * whole) if whole >= SMALLEST_BASE else None


def answered(count: int) -> bool:
    """Whether enough people answered for a result to be shown at all."""
    return count >= SMALLEST_CELL


@dataclass(frozen=True)
class Cell:
    """How many answered a question rightly, before and after; None where too few people did."""

    id: str
    before: int | None
    after: int | None


def cells(results: Assessment) -> tuple[Cell, ...]:
    """The results of each question as they may be published."""
    return tuple(
        Cell(row.id, _shown(row.before, results.n_pre), _shown(row.after, results.n_post))
        for row in results.questions
    )


def _shown(right: int, people: int) -> int | None:
    """Neither those who were right nor those who were wrong may be so few as to be known."""
    wrong = people - right
    small = 0 < right < SMALLEST_CELL or 0 < wrong < SMALLEST_CELL
    return None if small or not answered(people) else right


def publishable(results: Assessment) -> dict[str, object]:
    """An assessment as open data: the same cells as the page."""
    rows = [{"id": c.id, "before": c.before, "after": c.after} for c in cells(results)]
    shown = {n: getattr(results, n) for n in ("n_pre", "n_post")}
    sizes = {name: n if answered(n) or n == 0 else None for name, n in shown.items()}
    return {"module": results.module, **sizes, "questions": rows}
