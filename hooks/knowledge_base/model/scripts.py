"""The scripts that the site is made of, by their names in `assets/js`; no other one is published.

Whoever adds a script adds its line here, and the owners of this folder look at both.
"""

SCRIPTS = (
    "theme.js",
    "moved.js",
    "search.js",
    "quiz.js",
    "slides.js",
    "plan.js",
)
