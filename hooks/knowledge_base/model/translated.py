"""Where a translation holds the text of a field; `{0}` is the id of its row, `{1}` of one in it."""

WORDS = {
    "title": "title", "summary": "summary", "aliases": "aliases", "questions": "questions",
    "objectives": "objectives", "place.venue": "venue", "chair_label": "chair_label",
    "contact.role": "contact", "events.statement": "events/{0}",
    "events.reply.statement": "replies/{0}", "recommendations.text": "recommendations/{0}",
    "compared.text": "compared/{0}",
    "series.label": "series/{0}", "series.points.definition": "points/{1}",
    "exercises.title": "exercises/{0}/title", "exercises.needs": "exercises/{0}/needs",
    "exercises.instructions": "exercises/{0}/instructions",
    "exercises.expect": "exercises/{0}/expect", "quiz.prompt": "quiz/{0}/prompt",
    "quiz.choices.text": "quiz/{0}/choices/{1}/text",
    "quiz.choices.feedback": "quiz/{0}/choices/{1}/feedback",
}  # fmt: skip
