"""Reads mkdocs.yml for what the package needs of it, without MkDocs."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import yaml

from knowledge_base import contacts
from knowledge_base.model.settings import Settings

EPOCH = "SOURCE_DATE_EPOCH"


class _Loader(yaml.SafeLoader):
    """Reads the tags that MkDocs allows as plain values."""


def _environment(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    if isinstance(node, yaml.SequenceNode):
        names = loader.construct_sequence(node)
        return next((os.environ[n] for n in names if n in os.environ), names[-1])
    return os.environ.get(str(node.value))


_Loader.add_constructor("!ENV", _environment)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda _l, suffix, _n: suffix)


def read(config: Path, today: date | None = None) -> Settings:
    """The settings of the site whose mkdocs.yml this is.

    Raises OSError or yaml.YAMLError where there is none that can be read.
    """
    data: Mapping[str, Any] = yaml.load(config.read_text("utf-8"), Loader=_Loader)  # noqa: S506
    languages = _languages(data)
    root = config.parent
    own = data.get("extra", {}).get("knowledge_base", {}) or {}
    epoch = os.environ.get(EPOCH)
    return Settings(
        root=root,
        docs=root / data.get("docs_dir", "docs"),
        overrides=root / data.get("theme", {}).get("custom_dir", "overrides"),
        locales=tuple(language["locale"] for language in languages),
        today=today or (datetime.fromtimestamp(int(epoch), UTC) if epoch else _now()).date(),
        names=tuple((language["locale"], language["name"]) for language in languages),
        site_names=tuple(
            (language["locale"], str(language.get("site_name") or data.get("site_name") or ""))
            for language in languages
        ),
        partial=frozenset(own.get("partial", ())),
        site_url=data.get("site_url") or "",
        offline_without=tuple(own.get("offline_without", ())),
        budgets=tuple((own.get("budgets") or {}).items()),
        styles=tuple(data.get("extra_css", ())),
        drawn_here=tuple(own.get("drawn_here", ())),
        build_epoch=int(epoch) if epoch else None,
        test_seed=str(own.get("test_seed") or Settings.test_seed),
        **contacts.read(data),
    )


def _now() -> datetime:
    return datetime.now(UTC)


def _languages(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    for plugin in data.get("plugins", ()):
        if isinstance(plugin, dict) and "i18n" in plugin:
            languages = plugin["i18n"]["languages"]
            return sorted(languages, key=lambda language: not language.get("default", False))
    return [{"locale": "fr", "name": "Français"}]
