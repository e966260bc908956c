"""What a page shows, as plain values: each view is a function of the library and a language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from knowledge_base.model.library import Library
from knowledge_base.views import lists, plan, registries
from knowledge_base.views.archive import sessions_by
from knowledge_base.views.claims import claims
from knowledge_base.views.compared import plan_compared
from knowledge_base.views.downloads import downloads
from knowledge_base.views.offline import offline
from knowledge_base.views.problems import problem_families, problem_family
from knowledge_base.views.reviews import reviews
from knowledge_base.views.session_figures import session_figures
from knowledge_base.views.short_links import short_links
from knowledge_base.views.sources import sources
from knowledge_base.views.timeline import timeline
from knowledge_base.views.translations import translations_view

View = Callable[[Library, str, str], Any]

# The name a page asks by; the template of the same name under overrides/views/ shows it.
VIEWS: dict[str, View] = {
    "a-z": registries.index,
    "activities": lists.activities,
    "claims": claims,
    "counts": registries.counts,
    "documents": lists.documents,
    "downloads": downloads,
    "glossary": registries.glossary,
    "institutions": lists.institutions,
    "latest-sessions": lists.latest_sessions,
    "members": lists.members,
    "modules": lists.modules,
    "objectives": lists.objectives,
    "offline": offline,
    "places": registries.places,
    "plan": plan.plan,
    "plan-compared": plan_compared,
    "plan-state": plan.plan,
    "problem-family": problem_family,
    "problems": problem_families,
    "reviews": reviews,
    "session-figures": session_figures,
    "sessions": lists.sessions,
    "sessions-by": sessions_by,
    "short-links": short_links,
    "sources": sources,
    "timeline": timeline,
    "translations": translations_view,
}
