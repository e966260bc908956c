"""What can be asked of a page in a browser: what axe finds, what its layout and its storage say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe

LOOKS = tuple((scheme, width) for scheme in ("light", "dark") for width in (360, 1280))
NARROW = 320
# The size of what one taps, and the rule for what scrolls, are left out unless they are asked.
OPTIONS = """{ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'], elementRef: false }"""
# What may differ between two looks of one page; the rest is the same HTML.
OF_LOOK = """{ runOnly: ['color-contrast', 'target-size', 'link-in-text-block', 'scrollable-region-focusable'],
  resultTypes: ['violations'], elementRef: false }"""
FOUND = f"""(look) => axe.run(document, look ? {OF_LOOK} : {OPTIONS}).then(({{ violations }}) => violations.map((one) =>
  `${{one.id}} ×${{one.nodes.length}}: ${{one.nodes[0].html.slice(0, 160)}}`))"""
FAULTS = """() => {
  const found = [];
  const count = (selector) => {
    const n = document.querySelectorAll(selector).length;
    if (n !== 1) found.push(`${n} ${selector}`);
  };
  count('main');
  if (!document.querySelector('h1')) found.push('no h1');
  let before = 0;
  for (const heading of document.querySelectorAll('h1,h2,h3,h4,h5,h6')) {
    const level = Number(heading.tagName[1]);
    if (level > before + 1) found.push(`h${level} after h${before}: ${heading.textContent}`);
    before = level;
  }
  for (const table of document.querySelectorAll('table')) {
    const said = table.caption?.textContent.trim();
    if (!said) found.push('no caption: ' + table.textContent.trim().slice(0, 60));
    if (!table.querySelector('th')) found.push('no header: ' + said);
  }
  for (const link of document.querySelectorAll('a[href]'))
    if (!link.textContent.trim() && !link.ariaLabel) found.push('no text: ' + link.outerHTML.slice(0, 90));
  if (localStorage.length + sessionStorage.length) found.push('stored');
  if (document.cookie) found.push('cookie');
  return found;
}"""
PUT_OFF = "() => [...document.querySelectorAll('.record *')].filter((one) => getComputedStyle(one).contentVisibility === 'auto').length"
WHOLE = f"""() => new Promise((done, late) => {{
  const last = Date.now() + 30000;
  (function look() {{
    if (!({PUT_OFF})()) done();
    else if (Date.now() > last) late(new Error('parts of the page are still put off'));
    else setTimeout(look, 200);  // at each frame, the page would never be idle
  }})();
}})"""
OVER = """() => {
  const over = document.documentElement.scrollWidth - innerWidth;
  if (over <= 0) return [];
  const past = [...document.querySelectorAll('body *')]
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1);
  return [`${over} px too wide: ` + past.slice(0, 3).map((one) => one.outerHTML.slice(0, 100)).join(' | ')];
}"""


def pages(site: Path, locale: str) -> list[str]:
    """The path of every page that is read, short links left out."""
    uris = (path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html")))
    own = (uri for uri in uris if uri.startswith("en/") == (locale == "en"))
    return [uri.removesuffix("index.html") for uri in own if not uri.startswith(("r/", "en/r/"))]


def one_of_each(site: Path, locale: str) -> list[str]:
    """One page of each kind: each page near the root, and the first in each deeper folder."""
    kinds = {}
    for uri in pages(site, locale):
        parts = uri.removeprefix(f"{locale}/").split("/")
        own = "itself" if [parts[-1].removesuffix(".html")] == parts[-2:-1] else parts[-1]
        kind = (parts[0], own) if len(parts) > 2 else (uri,)
        kinds.setdefault(kind, uri)
    return list(kinds.values())


def laid_out(page: Any) -> None:
    """Waits until nothing of a long page is put off any more; fails after half a minute."""
    page.evaluate(WHOLE)


def violations(page: Any, of_look: bool = False) -> list[str]:
    """What axe finds wrong (or what depends on the look alone): the rule, the first element."""
    laid_out(page)
    page.evaluate(f"() => {{ if (!window.axe) {{ {Axe().axe_script} }} }}")
    return page.evaluate(FOUND, of_look)


def faults(page: Any) -> list[str]:
    """What is wrong with the order of headings, with tables, with what is stored."""
    return page.evaluate(FAULTS)


def overflow(page: Any, width: int = NARROW) -> list[str]:
    """What goes past the right edge of a window of this width."""
    laid_out(page)
    page.set_viewport_size({"width": width, "height": 800})
    return page.evaluate(OVER)


def in_every_look(page: Any) -> Iterator[str]:
    """What axe finds in the open page, in each theme and at each width."""
    for number, (scheme, width) in enumerate(LOOKS):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # colours change at once
        page.set_viewport_size({"width": width, "height": 800})
        for found in violations(page, of_look=number > 0):
            yield f"{scheme} {width}: {found}"
