"""Numbers that are not whole, with one decimal, as a language writes them."""

from __future__ import annotations

from babel.numbers import format_decimal

from knowledge_base.wording import babel_locale


def decimal(value: float, locale: str, *, signed: bool = False) -> str:
    """« 2,5 », "2.5"; with its sign where it is a gain or a loss."""
    pattern = "+0.0;-0.0" if signed else "0.0"
    return format_decimal(value, format=pattern, locale=babel_locale(locale))
