"""The names of the views that a page may ask for by `<!-- view: name -->`."""

VIEW_NAMES = (
    "a-z",
    "activities",
    "counts",
    "documents",
    "glossary",
    "institutions",
    "latest-sessions",
    "members",
    "modules",
    "objectives",
    "places",
    "plan",
    "plan-state",
    "problems",
    "sessions",
    "short-links",
    "sources",
    "timeline",
    "translations",
)
