"""The scripts that the site is made of, by their names in `assets/js`; no other one is published.

Whoever adds a script adds its line here, and the owners of this folder look at both.
"""

SCRIPTS = (
    "kept.js",
    "theme.js",
    "moved.js",
    "search.js",
    "quiz.js",
    "slides.js",
    "plan.js",
)
# Too short for a request of their own, and needed before the first paint: stand inside the page.
INSIDE = frozenset({"kept.js", "moved.js"})
