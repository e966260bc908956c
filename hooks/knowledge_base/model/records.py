"""What each kind of record holds: its facts, and its words in each language.

The source file of a record holds both (`…Facts`); a translation holds words alone (`…Words`),
and texts that stand inside a list of facts are named there by the id of their row.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from knowledge_base.model.fields import (
    ActivityRef,
    Day,
    DocumentRef,
    Id,
    InstitutionRef,
    ModuleRef,
    ObjectiveRef,
    PartyRef,
    PlaceRef,
    Prose,
    SourceRef,
    Strict,
    TermRef,
    Text,
    Truth,
    Web,
    When,
    Whole,
)

Country = Text  # ISO 3166-1 alpha-2
Texts = tuple[Text, ...]
Sources = tuple[SourceRef, ...]


class Words(Strict):
    """What a translation says: the texts of a page in one language, and nothing that is a fact."""

    title: Text
    summary: Text
    aliases: Texts = ()
    source: dict[str, str] = Field(default_factory=dict)
    reviewed_on: Day | None = None


class Fallback(Strict):
    """Declares that a page may be shown in the source language, for a reason and until a day."""

    reason: Text
    until: Day


class Contact(Strict):
    """How to reach a function, never a private person."""

    role: Text
    email: Text | None = None
    phone: Text | None = None


class Facts(Strict):
    """What every page may say in its source file."""

    title: Text
    summary: Text
    aliases: Texts = ()
    sources: Sources = ()
    reviewed_on: Day | None = None
    review_in: Whole | None = None
    fallback: Fallback | None = None

    def words(self) -> Words:
        """The texts of the source file, in the shape a translation has."""
        return Words(title=self.title, summary=self.summary, aliases=self.aliases)


class PageFacts(Facts):
    """A page of prose, which is no record."""

    contact: Contact | None = None


class Claim(Strict):
    """A value and who says so; several claims on one thing are shown side by side."""

    value: When
    sources: Sources


class Span(Strict):
    """From a day to another; a single day has no end."""

    start: When
    end: When | None = None


# --- documents ------------------------------------------------------------------------------


class DocumentDates(Strict):
    """When a document was adopted, and when it was published."""

    adopted: When | None = None
    published: When | None = None


class DocumentFacts(Facts):
    """A decree, a strategy, a plan, a guide…"""

    kind: Literal[
        "decree", "order", "decision", "law", "bill", "agreement", "charter", "resolution",
        "strategy", "plan", "framework", "communication", "evaluation", "guide", "study",
    ]  # fmt: skip
    number: Text | None = None
    issuer: PartyRef | None = None
    dates: DocumentDates = DocumentDates()
    period: Span | None = None
    supersedes: tuple[DocumentRef, ...] = ()
    implements: DocumentRef | None = None
    url: Web | None = None


# --- objectives and activities --------------------------------------------------------------


class ObjectiveFacts(Facts):
    """A specific objective of a strategy."""

    order: Whole
    document: DocumentRef


Status = Literal["not-started", "limited", "substantial", "complete", "abandoned"]
Assessor = Literal["official", "independent", "civil-society", "press", "editors"]


class Reply(Strict):
    """What the body concerned answered to an assessment."""

    by: PartyRef
    date: When
    statement: Text
    sources: Sources = ()


class Event(Strict):
    """What one kind of assessor said of an activity, on a day, and on which source."""

    id: Id
    date: When
    status: Status
    assessor: Assessor
    statement: Text
    sources: Sources = ()
    after_sources: Text | None = None
    reply: Reply | None = None


class ActivityWords(Words):
    """The texts of an activity; events and replies by the id of the event."""

    questions: Texts = ()
    events: dict[str, Text] = Field(default_factory=dict)
    replies: dict[str, Text] = Field(default_factory=dict)


class ActivityFacts(Facts):
    """A strand of work, and what has been said of it, by whom and when."""

    plan: DocumentRef
    official_code: Text | None = None
    objective: ObjectiveRef | None = None
    lead: tuple[PartyRef, ...] = ()
    partners: tuple[PartyRef, ...] = ()
    period: Span | None = None
    places: tuple[PlaceRef, ...] = ()
    modules: tuple[ModuleRef, ...] = ()
    documents: tuple[DocumentRef, ...] = ()
    events: tuple[Event, ...] = ()
    questions: Texts = ()

    def words(self) -> ActivityWords:
        """The texts of the source file, in the shape a translation has."""
        return ActivityWords(
            **super().words().model_dump(),
            questions=self.questions,
            events={e.id: e.statement for e in self.events},
            replies={e.id: e.reply.statement for e in self.events if e.reply},
        )


# --- institutions and members ---------------------------------------------------------------


class Point(Strict):
    """One dated count of a series, with what it counts and who says so."""

    id: Id
    date: When
    value: Whole
    definition: Text
    sources: Sources = ()


class Series(Strict):
    """Dated counts of one thing; points that count different things say so."""

    id: Id
    label: Text
    points: tuple[Point, ...]


class InstitutionWords(Words):
    """The texts of an institution; series and points by their ids."""

    series: dict[str, Text] = Field(default_factory=dict)
    points: dict[str, Text] = Field(default_factory=dict)
    contact: Text | None = None


class InstitutionFacts(Facts):
    """A body of the State, an oversight or local body, civil society, an international partner."""

    kind: Literal["state", "oversight", "local", "civil-society", "international"]
    acronym: Text | None = None
    created: When | None = None
    ended: When | None = None
    created_by: DocumentRef | None = None
    parent: InstitutionRef | None = None
    website: Web | None = None
    series: tuple[Series, ...] = ()
    contact: Contact | None = None

    def words(self) -> InstitutionWords:
        """The texts of the source file, in the shape a translation has."""
        return InstitutionWords(
            **super().words().model_dump(),
            series={s.id: s.label for s in self.series},
            points={p.id: p.definition for s in self.series for p in s.points},
            contact=self.contact.role if self.contact else None,
        )


class Membership(Strict):
    """Since when, and until when, a member takes part in a programme."""

    programme: TermRef
    start: When
    end: When | None = None


class MemberWords(Words):
    """The texts of a member."""

    contact: Text | None = None


class MemberFacts(Facts):
    """An organisation of the alliance."""

    kind: Literal["ngo", "network", "association", "coalition", "consortium", "research"]
    acronym: Text | None = None
    country: Country | None = None
    town: PlaceRef | None = None
    website: Web | None = None
    founded: tuple[Claim, ...] = ()
    membership: tuple[Membership, ...] = ()
    places: tuple[PlaceRef, ...] = ()
    contact: Contact | None = None

    def words(self) -> MemberWords:
        """The texts of the source file, in the shape a translation has."""
        role = self.contact.role if self.contact else None
        return MemberWords(**super().words().model_dump(), contact=role)


# --- sessions -------------------------------------------------------------------------------


class Where(Strict):
    """The town, by its id, and the venue as people name it."""

    town: PlaceRef
    venue: Text | None = None


class Participants(Strict):
    """How many took part; `women + men + not_stated` make the total."""

    total: Whole
    women: Whole = 0
    men: Whole = 0
    not_stated: Whole = 0
    approximate: Truth = False
    sources: Sources = ()


class Answers(Strict):
    """How many answered one question rightly, before and after."""

    id: Id
    before: Whole
    after: Whole


class Assessment(Strict):
    """Results of a test as totals; nothing that could point at a person."""

    module: ModuleRef
    n_pre: Whole
    n_post: Whole
    questions: tuple[Answers, ...]


class Recommendation(Strict):
    """What a session asked for, and of whom."""

    id: Id
    text: Text
    owner: PartyRef | None = None
    sources: Sources = ()


class SessionWords(Words):
    """The texts of a session; recommendations by their ids."""

    venue: Text | None = None
    chair_label: Text | None = None
    recommendations: dict[str, Text] = Field(default_factory=dict)


class SessionFacts(Facts):
    """A training, a workshop, a meeting: a dated event with who was there and what came of it."""

    kind: Literal["training", "workshop", "meeting", "forum", "launch", "conference"]
    dates: Span
    place: Where | None = None
    chair: PartyRef | None = None
    chair_label: Text | None = None
    organisers: tuple[PartyRef, ...] = ()
    partners: tuple[PartyRef, ...] = ()
    present: tuple[PartyRef, ...] = ()
    participants: Participants | None = None
    modules: tuple[ModuleRef, ...] = ()
    activities: tuple[ActivityRef, ...] = ()
    documents: tuple[DocumentRef, ...] = ()
    assessment: Assessment | None = None
    recommendations: tuple[Recommendation, ...] = ()

    def words(self) -> SessionWords:
        """The texts of the source file, in the shape a translation has."""
        return SessionWords(
            **super().words().model_dump(),
            venue=self.place.venue if self.place else None,
            chair_label=self.chair_label,
            recommendations={r.id: r.text for r in self.recommendations},
        )


# --- modules --------------------------------------------------------------------------------


class ChoiceWords(Strict):
    """A choice and what is said to those who take it."""

    text: Text
    feedback: Text


class QuestionWords(Strict):
    """A question's wording, choices by their ids."""

    prompt: Text
    choices: dict[str, ChoiceWords]


class Choice(ChoiceWords):
    """One choice of a question, in the source file."""

    id: Id
    right: Truth = False


class Question(Strict):
    """One question of a test, in the source file."""

    id: Id
    prompt: Text
    choices: tuple[Choice, ...]

    def words(self) -> QuestionWords:
        """Its texts, in the shape a translation has."""
        texts = {c.id: ChoiceWords(text=c.text, feedback=c.feedback) for c in self.choices}
        return QuestionWords(prompt=self.prompt, choices=texts)


class ExerciseWords(Strict):
    """An exercise's texts."""

    title: Text
    needs: Text | None = None
    instructions: Prose | None = None
    expect: Prose | None = None


class Exercise(ExerciseWords):
    """One exercise of a module, in the source file."""

    id: Id
    minutes: Whole
    group_size: Whole | None = None


class ModuleWords(Words):
    """The texts of a module; exercises, notes and questions by their ids."""

    objectives: Texts = ()
    exercises: dict[str, ExerciseWords] = Field(default_factory=dict)
    notes: dict[str, Prose] = Field(default_factory=dict)
    quiz: dict[str, QuestionWords] = Field(default_factory=dict)


class ModuleFacts(Facts):
    """A part of the course, readable alone."""

    order: Whole
    minutes: Whole | None = None
    objectives: Texts = ()
    prerequisites: tuple[ModuleRef, ...] = ()
    documents: tuple[DocumentRef, ...] = ()
    activities: tuple[ActivityRef, ...] = ()
    terms: tuple[TermRef, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    notes: dict[str, Prose] = Field(default_factory=dict)
    quiz: tuple[Question, ...] = ()

    def words(self) -> ModuleWords:
        """The texts of the source file, in the shape a translation has."""
        fields = set(ExerciseWords.model_fields)
        return ModuleWords(
            **super().words().model_dump(),
            objectives=self.objectives,
            exercises={e.id: ExerciseWords(**e.model_dump(include=fields)) for e in self.exercises},
            notes=self.notes,
            quiz={q.id: q.words() for q in self.quiz},
        )
