"""What each kind of record holds: its facts, and its words in each language.

The source file of a record holds both (`…Facts`); a translation holds words alone (`…Words`),
and texts that stand inside a list of facts are named there by the id of their row.
"""

from knowledge_base.model.records.activity import (
    ActivityFacts,
    ActivityWords,
    Assessor,
    Event,
    ObjectiveFacts,
    Reply,
    Status,
)
from knowledge_base.model.records.common import (
    UNTRANSLATED,
    Claim,
    Contact,
    Facts,
    Fallback,
    PageFacts,
    Span,
    Words,
)
from knowledge_base.model.records.document import DocumentDates, DocumentFacts
from knowledge_base.model.records.module import (
    Choice,
    ChoiceWords,
    Exercise,
    ExerciseWords,
    ModuleFacts,
    ModuleWords,
    Question,
    QuestionWords,
)
from knowledge_base.model.records.organisation import (
    InstitutionFacts,
    InstitutionWords,
    MemberFacts,
    Membership,
    MemberWords,
    Point,
    Series,
)
from knowledge_base.model.records.session import (
    Answers,
    Assessment,
    Participants,
    Recommendation,
    SessionFacts,
    SessionWords,
    Where,
)
from knowledge_base.model.records.timetable import Hours, Timetable

__all__ = [
    "UNTRANSLATED",
    "ActivityFacts",
    "ActivityWords",
    "Answers",
    "Assessment",
    "Assessor",
    "Choice",
    "ChoiceWords",
    "Claim",
    "Contact",
    "DocumentDates",
    "DocumentFacts",
    "Event",
    "Exercise",
    "ExerciseWords",
    "Facts",
    "Fallback",
    "Hours",
    "InstitutionFacts",
    "InstitutionWords",
    "MemberFacts",
    "MemberWords",
    "Membership",
    "ModuleFacts",
    "ModuleWords",
    "ObjectiveFacts",
    "PageFacts",
    "Participants",
    "Point",
    "Question",
    "QuestionWords",
    "Recommendation",
    "Reply",
    "Series",
    "SessionFacts",
    "SessionWords",
    "Span",
    "Status",
    "Timetable",
    "Where",
    "Words",
]
