"""What a field's type says of its values: one or several, and of which plain kind."""

from __future__ import annotations

from datetime import date
from types import UnionType
from typing import Any, Union, get_args, get_origin

from knowledge_base.model.edtf import Edtf


def unwrapped(annotation: Any) -> tuple[Any, bool]:
    """The type of one value, and whether there are several; `X | None` is X."""
    arguments = [a for a in get_args(annotation) if a is not type(None)]
    if get_origin(annotation) is tuple:
        return unwrapped(arguments[0])[0], True
    if get_origin(annotation) in {Union, UnionType} and len(arguments) == 1:
        return unwrapped(arguments[0])
    return annotation, False


def plain(annotation: Any) -> str:
    """One of int, bool, date (a day or an EDTF date) and str."""
    bare = get_args(annotation)[0] if hasattr(annotation, "__metadata__") else annotation
    dates = {Edtf, date, Edtf | None}
    return {bool: "bool", int: "int"}.get(bare, "date" if bare in dates else "str")
