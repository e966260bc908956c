"""Where the browser editor stands in the site, and whose words its files are (decision 16)."""

from __future__ import annotations

from pathlib import Path

FOLDER = "atelier"
PACKAGES = Path("node_modules")  # what `npm ci` has put there, by the hashes of package-lock.json
PAGE = f"{FOLDER}/index.html"
HOST = "https://api.github.com"  # the one host that it may ask
# Files of the packages that it loads; their names change with each version, so they are found.
FILES = (
    ("@sveltia/cms/npm", "cms/npm", "index.js"),
    ("@sveltia/cms/npm", "cms/npm", "chunks/react-*.js"),
    ("@sveltia/cms/npm", "cms/npm", "assets/*.woff2"),
    ("@sveltia/cms/npm", "cms/npm", "assets/*.txt"),
    ("@sveltia/cms", "cms", "LICENSE.txt"),
    ("js-yaml/dist", "yaml", "js-yaml.mjs"),
    ("js-yaml", "yaml", "LICENSE"),
)
OWN = ("start.js", "format.js")
# What it cannot start without, whatever the packages call the rest.
NEEDED = (f"{FOLDER}/cms/npm/index.js", f"{FOLDER}/yaml/js-yaml.mjs")


def of_editor(uri: str) -> bool:
    """True for a file of the editor, which readers' pages know nothing of."""
    return uri.startswith(f"{FOLDER}/")


def packaged(root: Path) -> dict[str, Path]:
    """Each file of the packages, by its path in the site; none where they are not installed."""
    return {
        f"{FOLDER}/{to}/{path.relative_to(root / PACKAGES / base).as_posix()}": path
        for base, to, pattern in FILES
        for path in sorted((root / PACKAGES / base).glob(pattern))
    }


def translated(root: Path, locales: tuple[str, ...]) -> dict[str, Path]:
    """The package's own words in the languages of the site, by the names that it asks for."""
    return {
        path.stem: path
        for path in sorted((root / PACKAGES / "@sveltia/cms/locales").glob("*.json"))
        if path.stem.partition("-")[0] in locales
    }


def expected(root: Path, locales: tuple[str, ...]) -> frozenset[str]:
    """The path of every file that the editor is made of, the needed ones installed or not."""
    own = (PAGE, *(f"{FOLDER}/{name}" for name in ("config.json", *OWN)))
    words = (f"{FOLDER}/cms/locales/{name}.js" for name in translated(root, locales))
    return frozenset((*own, *words, *NEEDED, *packaged(root)))
