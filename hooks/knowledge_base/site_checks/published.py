"""Every published address answers on the built site, in every language (rule 21)."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge_base.model.address import in_locale
from knowledge_base.problem import Problem, error
from knowledge_base.site_checks.site import Site


def published_addresses_answer(site: Site) -> Iterator[Problem]:
    """Its page is there; its section too, where the page was not left behind by a move."""
    settings, published = site.library.settings, site.library.published
    for locale in settings.locales:
        for path, sections in published.pages.items():
            uri = in_locale(f"{path}index.html", locale, settings.source)
            tree = site.pages.get(uri)
            if tree is None:
                yield error(uri, 0, "site-published", address=path)
            elif path not in published.moved and path not in published.withdrawn:
                ids = {node.attributes.get("id") for node in tree.css("[id]")}
                for section in sections:
                    if section not in ids:
                        yield error(uri, 0, "site-published", address=f"{path}#{section}")
