"""What the command `kb` can be asked: one module a command, in one table.

A command has `arguments(parser)`, which adds its own options, and `run(request)`, which returns
the exit code: 0 where all is well, 1 where a problem stops it.
"""

from __future__ import annotations

from types import ModuleType

from knowledge_base.commands import (
    check,
    forms,
    from_issue,
    import_,
    ledger,
    new,
    report,
    sources,
    timetable,
    translations,
    urls,
)

COMMANDS: dict[str, ModuleType] = {
    "check": check,
    "forms": forms,
    "from-issue": from_issue,
    "import": import_,
    "ledger": ledger,
    "new": new,
    "report": report,
    "sources": sources,
    "timetable": timetable,
    "translations": translations,
    "urls": urls,
}
