"""The types of a record's fields: what a value may look like, and what it may refer to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from knowledge_base.model.edtf import Edtf, parse

ID = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
WHOLE = re.compile(r"^(0|[1-9][0-9]{0,8})$")
ADDRESS = re.compile(r"https?://[^\s/?#@:\\<>\"']+(:[0-9]{1,5})?([/?#][^\s\\<>\"']*)?")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?")
COUNTRY = re.compile(r"[A-Z]{2}")
# What a spreadsheet that opens the data would carry out; a telephone number is none.
FORMULA = re.compile(r"[=@]|\+(?!\d[\d ().]*$)|-(?! )")
LONGEST = 3_000  # characters of one text of the front matter
UNDATED = "undated"
TRUTH = {"true": True, "oui": True, "yes": True, "false": False, "non": False, "no": False}


class Strict(BaseModel):
    """A frozen group of fields that refuses any field it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


@dataclass(frozen=True)
class Reference:
    """Marks a text as the id of a record of one of these kinds, the first that has it."""

    kinds: tuple[str, ...]


def _refused(code: str) -> PydanticCustomError:
    """The error whose code `validation` words for the reader."""
    return PydanticCustomError(code, "another form")


def _whole(value: Any) -> int:
    if isinstance(value, int) and value >= 0:
        return value
    if isinstance(value, str) and WHOLE.fullmatch(value):
        return int(value)
    raise _refused("whole_number")


def _truth(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in TRUTH:
        return TRUTH[value]
    raise _refused("truth")


def _edtf(value: Any) -> Edtf:
    if isinstance(value, Edtf):
        return value
    try:
        return parse(value)
    except (TypeError, ValueError):
        raise _refused("edtf") from None


def _dated(value: Any) -> Edtf | None:
    return None if value == UNDATED else _edtf(value)


def _day(value: Any) -> date:
    if isinstance(value, date):
        return value
    try:
        return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except (TypeError, ValueError):
        raise _refused("day") from None


def _text(value: str) -> str:
    if not value.strip():
        raise _refused("empty")
    if len(value) > LONGEST:
        raise _refused("long")
    if FORMULA.match(value.lstrip()):
        raise _refused("formula")
    return " ".join(value.split())


def _matching(pattern: re.Pattern[str], code: str) -> AfterValidator:
    def check(value: str) -> str:
        if not pattern.fullmatch(value):
            raise _refused(code)
        return value

    return AfterValidator(check)


def _written(value: Edtf) -> str:
    return value.text


POINT = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?~?"
EDTF = f"(\\.\\.|{POINT})/(\\.\\.|{POINT})|{POINT}"


def _shape(pattern: str, **more: str) -> WithJsonSchema:
    """What a JSON Schema says of a text of this form."""
    return WithJsonSchema({"type": "string", "pattern": f"^({pattern})$", **more})


def _in_a_file(said: dict[str, Any]) -> WithJsonSchema:
    """What it says of a file that people write, whose bare numbers and words YAML reads its way."""
    return WithJsonSchema(said, mode="validation")


def _date_in_a_file(pattern: str) -> WithJsonSchema:
    """A date; a year alone is a number there."""
    kinds = {"type": ["string", "integer"], "minimum": 1000, "maximum": 9999}
    return _in_a_file({**kinds, "pattern": f"^({pattern})$", "description": "EDTF"})


Text = Annotated[str, AfterValidator(_text)]
Prose = Annotated[str, AfterValidator(str.strip)]
Id = Annotated[str, _matching(ID, "id"), _shape(ID.pattern.strip("^$"))]
Whole = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer", "minimum": 0})]
Truth = Annotated[bool, BeforeValidator(_truth), _in_a_file({"enum": [True, False, *TRUTH]})]
Hash = Annotated[str, _in_a_file({"type": ["string", "number"]})]  # some hold digits alone
When = Annotated[
    Edtf,
    BeforeValidator(_edtf),
    PlainSerializer(_written, return_type=str),
    _shape(EDTF, description="EDTF"),
    _date_in_a_file(EDTF),
]
Dated = Annotated[
    Edtf | None,
    BeforeValidator(_dated),
    PlainSerializer(lambda value: value.text if value else UNDATED, return_type=str),
    _shape(f"{UNDATED}|{EDTF}", description="EDTF"),
    _date_in_a_file(f"{UNDATED}|{EDTF}"),
]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Web = Annotated[str, _matching(ADDRESS, "web"), WithJsonSchema({"type": "string", "format": "uri"})]
Country = Annotated[
    str, _matching(COUNTRY, "country"), _shape(COUNTRY.pattern)
]  # ISO 3166-1 alpha-2
Language = Annotated[str, _matching(LANGUAGE, "language"), _shape(LANGUAGE.pattern)]

SourceRef = Annotated[str, Reference(("source",))]
DocumentRef = Annotated[str, Reference(("document",))]
ObjectiveRef = Annotated[str, Reference(("objective",))]
ActivityRef = Annotated[str, Reference(("activity",))]
ModuleRef = Annotated[str, Reference(("module",))]
InstitutionRef = Annotated[str, Reference(("institution",))]
TermRef = Annotated[str, Reference(("term",))]
PlaceRef = Annotated[str, Reference(("place",))]
RecordRef = Annotated[
    str,
    Reference(
        ("institution", "member", "document", "objective", "activity", "session", "module", "term")
    ),
]
# An organisation has a page of its own (institution, member), or else a name in the glossary.
PartyRef = Annotated[str, Reference(("institution", "member", "term"))]
