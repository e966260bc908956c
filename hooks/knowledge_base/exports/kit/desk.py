"""What the makers of a module's files start from, and the frame that they put around a page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

from knowledge_base.exports.codes import inside
from knowledge_base.exports.kit.built import Built, built
from knowledge_base.model.address import absolute, path_of, short_path
from knowledge_base.model.library import Library, Page
from knowledge_base.rendering.templates import render
from knowledge_base.views.printed import printed, written
from knowledge_base.views.record import RecordView, record_view
from knowledge_base.views.training import Training
from knowledge_base.wording import wording

File = tuple[str, str | bytes]


@dataclass(frozen=True)
class Desk:
    """A page of the site in one language, as built and as viewed; `folder` is where it stands."""

    library: Library
    page: Page[Any]
    locale: str
    built: Built
    record: RecordView

    @property
    def training(self) -> Training:
        """The training side of a module; asked of modules only."""
        if self.record.training is None:
            raise TypeError(self.page.id)
        return self.record.training

    @property
    def seed(self) -> str:
        """What decides the order of tests on paper."""
        return self.library.settings.test_seed

    @property
    def folder(self) -> str:
        """The path that the page's own files stand under."""
        return self.built.path


@dataclass(frozen=True)
class Shell:
    """What the frame of a made page says."""

    site: str
    home: str
    styles: tuple[str, ...]
    others: tuple[tuple[str, str, str], ...]
    state: str
    built: str
    address: str
    short: str
    code: Markup


def desk(library: Library, site: Path, page: Page[Any], locale: str) -> Desk:
    """A page and what is known of it."""
    return Desk(
        library,
        page,
        locale,
        built(library, site, page, locale),
        record_view(library, page, locale),
    )


def made(own: Desk, name: str, template: str, title: str, **values: Any) -> File:
    """A page of its own in the folder of another, in the frame that all of them share."""
    here = own.folder + name
    html = render(
        own.library.settings.overrides,
        f"kit/{template}.html",
        own.locale,
        here,
        shell=shell(own, name),
        title=title,
        record=own.record,
        desk=own,
        **values,
    )
    return here, str(html)


def short_link(library: Library, id_: str, locale: str) -> tuple[str, Markup]:
    """A record's short address and its QR code; both empty where the site has no address."""
    address = absolute(library, short_path(id_, locale, library.settings.source))
    return address, inside(address)


def shell(own: Desk, name: str) -> Shell:
    """The frame around a page; it leads to the same page in each language that has one."""
    settings, words = own.library.settings, wording(own.locale)
    others = tuple(
        (code, label, path_of(own.page.uri, code, settings.source) + name)
        for code, label in settings.names
        if code != own.locale and code in own.page.versions
    )
    date = words.date(settings.today)
    address = written(own.library, own.folder + name)
    short = printed(own.library, own.page, own.locale).short
    return Shell(
        site=own.built.site,
        home=path_of("index.md", own.locale, settings.source),
        styles=own.built.styles,
        others=others,
        state=words("kit.state", date=date),
        built=words("site.built", date=date, id=own.library.build_id),
        address=address,
        short=short,
        code=inside((short or address) if settings.site_url else ""),
    )
