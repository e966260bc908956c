"""The files of a module's kit: what each is called on the site, beside the module's page."""

from __future__ import annotations

TRAINER = "animer.html"
SLIDES = "diapos.html"
SHEET = "feuille.html"
KEY = "corrige.html"
GIFT = "test.gift.txt"
QTI = "test.qti.zip"
TIMETABLE = "horaire.html"
CALENDAR = "horaire.ics"
SESSION = "trousse.html"
COURSE = "cours.html"
INDEX = "modules/index.md"  # the page that the whole course stands beside


def download(id_: str) -> str:
    """A file that is taken away bears the module's own name."""
    return f"{id_}.html"
