"""What MkDocs calls, and when; every decision is the package's."""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from click import ClickException
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import event_priority
from mkdocs.utils import CountHandler

from knowledge_base import publication
from knowledge_base import settings as site_settings
from knowledge_base.checks import check
from knowledge_base.exports import done, finish_pages, write_exports
from knowledge_base.load import load
from knowledge_base.model.past import as_of_today
from knowledge_base.problem import Problem, Severity, errors
from knowledge_base.rendering.article import article
from knowledge_base.rendering.citations import CitationExtension
from knowledge_base.rendering.frame import frame
from knowledge_base.rendering.sanitiser import sanitised
from knowledge_base.site_checks import problems_of
from knowledge_base.site_checks.site import read
from knowledge_base.site_checks.weight import figures
from knowledge_base.translation import split
from knowledge_base.wording import failure, tell, wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.pages import Page as MkDocsPage

    from knowledge_base.model.library import Library, Page

log = logging.getLogger("mkdocs.hooks.knowledge_base")
library: Library
started: float
staging: publication.Staging | None = None


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads every record and tells every problem, once a build."""
    global library, started, staging  # noqa: PLW0603 - the names that the events share
    if not _languages(config).building:
        started = time.perf_counter()
        site = site_settings.read(Path(config.config_file_path))
        library, problems = load(site)
        _stop_at([*problems, *check(library)], f"{site.docs.name}/")
        library = as_of_today(library)
        config.markdown_extensions.append(CitationExtension())  # type: ignore[arg-type]
        staging = publication.begin(Path(config.site_dir))
        config.site_dir = str(staging.folder)
    return config


def on_env(env: Environment, **_: Any) -> Environment:
    """Gives the theme's templates the site's words, and has every value escaped."""
    env.autoescape = True
    env.globals["wording"] = wording
    return env


def on_page_read_source(page: MkDocsPage, **_: Any) -> str:
    """Hands MkDocs the body that the package read; front matter is not read twice."""
    record, locale = _record(page)
    # After an empty line the generator looks for no metadata of its own.
    return "\n" + record.version(locale).body.markdown


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, **_: Any) -> str:
    """Gives the page its title and description from the library."""
    record, _locale = _record(page)
    words = record.version(_current(config)).words
    page.meta = {"title": words.title, "description": words.summary}
    return markdown


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, **_: Any) -> str:
    """The article in the template of its kind, its prose let through the allow-list."""
    record, locale = _record(page)
    clean, problems = sanitised(record.version(locale), html)
    _stop_at(problems, f"{library.settings.docs.name}/")
    return article(library, record, _current(config), clean)


def on_page_context(
    context: dict[str, Any], page: MkDocsPage, config: MkDocsConfig, **_: Any
) -> dict[str, Any]:
    """What the frame around the article shows."""
    context["frame"] = frame(library, _record(page)[0], _current(config))
    return context


@event_priority(-200)  # after static-i18n, which builds the other languages at -100
def on_post_build(config: MkDocsConfig) -> None:
    """Once every language is there: adds what the whole site needs, then checks it."""
    if _languages(config).building or staging is None:
        return
    site = Path(config.site_dir)
    write_exports(library, site)
    finish_pages(library, site)
    built = read(library, site)
    _stop_at(problems_of(built), f"{staging.target.name}/")
    if _warned():
        return  # MkDocs stops a strict build by itself, and the earlier site stands
    told = figures(built)
    publication.publish(staging)
    config.site_dir = str(staging.target)
    seconds = time.perf_counter() - started
    print(done(library, seconds, staging.target, told))  # noqa: T201 - the one line a build ends with


def on_build_error(error: Exception, **_: Any) -> None:
    """Leaves nothing of the build, and tells in one line what MkDocs would trace."""
    if staging:
        publication.abandon(staging)
    if not isinstance(error, ClickException):
        log.debug("", exc_info=error)
        raise Abort(failure(error))


def on_serve(server: LiveReloadServer, builder: Callable[..., None], **_: Any) -> None:
    """A preview goes on showing the earlier site while a page is wrong, and tells what is."""

    def build() -> None:
        try:
            builder()
        except Abort as told:
            log.error(told)  # noqa: TRY400 - said already, at its line; a trace tells nothing

    server.builder = build


def on_shutdown() -> None:
    """An interrupted build leaves nothing either."""
    if staging:
        publication.abandon(staging)


def _stop_at(problems: list[Problem], prefix: str) -> None:
    """Tells every problem, and stops the build where one is an error."""
    locale = library.settings.source
    for problem in sorted(set(problems)):
        level = logging.ERROR if problem.severity is Severity.ERROR else logging.INFO
        log.log(level, tell(problem, locale, prefix))
    found = len(set(errors(problems)))
    if found:
        words = wording(locale)
        told = words.count("problem.total", found)
        raise PluginError(words("problem.stopped", told=told))


def _languages(config: MkDocsConfig) -> Any:
    return config.plugins["i18n"]


def _current(config: MkDocsConfig) -> str:
    return str(_languages(config).current_language or library.settings.source)


def _record(page: MkDocsPage) -> tuple[Page[Any], str]:
    uri, locale = split(page.file.src_uri, library.settings.locales)
    return library.by_uri[uri], locale


def _warned() -> bool:
    """True where a strict build has been warned of something."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(isinstance(each, CountHandler) and each.get_counts() for each in handlers)
