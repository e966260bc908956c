"""Reads GIFT back: what Moodle would, by its documentation, for questions with choices."""

from __future__ import annotations

import re

QUESTION = re.compile(
    r"^::(?P<name>.*?)::(?P<prompt>.*?)(?<!\\)\{(?P<body>.*?)(?<!\\)\}", re.DOTALL | re.MULTILINE
)
CHOICE = re.compile(
    r"(?<!\\)([=~])(?:%(-?[\d.]+)%)?(.*?)(?<!\\)#(.*?)(?=(?<!\\)[=~]|\Z)", re.DOTALL
)
COMMENT = re.compile(r"^// \[id:(.*?)\] choices: (.*)$", re.MULTILINE)


def plain(text: str) -> str:
    return re.sub(r"\\([~=#{}:\\])", r"\1", text).strip()


def parsed(text: str) -> list[dict]:
    """Each question: name, prompt, and its choices as (id, text, right, feedback)."""
    ids = {name: own.split() for name, own in COMMENT.findall(text)}
    found = []
    for match in QUESTION.finditer(COMMENT.sub("", text)):
        name = plain(match["name"])
        choices = [
            (id_, plain(said), mark == "=" or float(share or -1) > 0, plain(feedback))
            for id_, (mark, share, said, feedback) in zip(
                ids[name], CHOICE.findall(match["body"]), strict=True
            )
        ]
        found.append({"name": name, "prompt": plain(match["prompt"]), "choices": choices})
    return found
