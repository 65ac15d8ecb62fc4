"""The oddities of a real export, put in on purpose. The example's README lists them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from .compose import Answer, Part
from .draw import Draw
from .phrases import render

if TYPE_CHECKING:
    from .people import Submission

# Nine researchers were sent a suggested response by a colleague, and changed it a little each.
_RESEARCHERS = {
    "c1q2": [
        "The chapter {reads|treats} {associations|correlations} as if they were causes.",
        "Children who enter care have, in most cases, lived through {serious|severe} harm first, and comparing their "
        "outcomes at sixteen with those of all children {tells us|says} little about what care did.",
        "A {fair|sound} comparison is with children {of like need|in like circumstances} who stayed at home, and "
        "the studies that make it find that care, on {average|the whole}, does {no harm|not harm} and often helps.",
        "We ask the review to {cite|draw on} the comparison studies in its final report.",
    ],
    "c5q4": [
        "Every recommendation should say {on what evidence it rests|which evidence it rests on} and how its effect "
        "will be {measured|evaluated}.",
        "A {reform|change} that is rolled out everywhere at once can never be {tested|evaluated}; a staged start, "
        "with areas chosen {by lot|at random}, costs nothing and teaches {much|a great deal}.",
        "{Earlier|Previous} reviews were not short of ideas but of {follow-through|implementation} and of evaluation.",
    ],
    "c5q5": [
        "The spending figures start in a year that followed the {deepest|largest} cuts, and so the rise since then is "
        "{overstated|made to look larger than it is}.",
        "Set against the {year before the cuts|earlier baseline}, spending on {preventive|family support} services has "
        "fallen by {more than a third|over a third} while spending on children in care has {risen|grown}.",
        "The review should publish the {data and the code|figures and workings} behind each chart, so that others can "
        "{check|repeat} them.",
        "Several {references|citations} in the chapter {do not support|say less than} the sentence they are attached to.",
    ],
}
_RESEARCHER_THEMES = {
    "c1q2": ["cause-of-outcomes", "evidence"],
    "c5q4": ["evidence", "heard-before"],
    "c5q5": ["evidence", "funding"],
}

# A parents' group put these words on its page, and five people sent them as they stood.
_POSTED = {
    "c2q2": "The person who helps us should not be the person who can take our children. Parents do not ask for help "
    "because everything they say is written down and read out later. We want a helper who is ours, a social "
    "worker who tells us plainly what they are worried about, and somebody independent beside us in every "
    "meeting.",
    "c3q1": "Let parents see the report before the meeting and not at the door. Write down what we say in our words. "
    "Mend the mistakes when we point them out.",
}
_POSTED_THEMES = {
    "c2q2": ["separate-functions", "fear-of-services", "parent-advocacy"],
    "c3q1": ["records"],
}

_NOTHING = [
    "N/A",
    "No comment",
    "n/a",
    "None",
    "-",
    "Nothing to add.",
    "No comment.",
    "NA",
    "none",
    "No further comments",
    "Nothing",
    "no comment",
    "N/a",
    ".",
]
_REFERS = [
    "See my answer to question 2",
    "See my answer to question 4.",
    "As above",
    "as above.",
    "Please see my answer to question 2.",
    "Same as question 9",
    "see above",
    "As I said in question 1.",
    "Covered in my answer to question 7",
]
_LOOSE_ENDS = [
    ("f", "c4q1", "All they need is love <3 and somebody who turns up.", ["love"]),
    ("c", "c4q2", "my nan is my person 💛 let kids keep their person", ["lifelong-links"]),
    ("s", "c5q2", "Less typing. More talking. 🙏", ["paperwork"]),
    ("k", "c3q3", "Pay us. Train us. Ring us back 📞", ["kinship-support", "kinship-allowance"]),
    (
        "p",
        "c2q2",
        "STOP SENDING A DIFFERENT SOCIAL WORKER EVERY MONTH AND ASKING US TO START AGAIN FROM THE BEGINNING!!!",
        ["worker-changes"],
    ),
    (
        "t",
        "c2q1",
        "- a youth club in every town\n- school halls open in the holidays\n- a bus that runs after six",
        ["community-places", "rural"],
    ),
    (
        "s",
        "c5q1",
        "+1 to what the health visitors have said about sharing information.",
        ["information-sharing"],
    ),
    (
        "f",
        "c4q3",
        "The figures are on our fellowship's page, https://example.org/fostering-figures, and they show more foster "
        "carers leaving than joining in each of the last four years.",
        ["foster-carers"],
    ),
    (
        "c",
        "c4q4",
        "The bit about bin bags. I moved nine times and every time it was bin bags. That’s it 😔",
        ["stability"],
    ),
    ("v", "c2q1", "Money.", ["funding"]),
    ("l", "c3q1", "Yes.", []),
    ("p", "c5q3", "Ask us! 🗣️ Not the managers.", ["inspection-experience"]),
]
_GIVES_AN_ADDRESS = (
    "k",
    "c3q3",
    "Nobody told us about the allowance until year three. Any kinship carer who wants to know how we "
    "claimed it can write to me at gran.in.the.uplands@example.com and I will explain it.",
    ["kinship-allowance", "kinship-support"],
)


def whole(text: str, themes: list[str]) -> Answer:
    return Answer(text, [Part(0, len(text.encode()), themes, "")] if themes else [])


def _similar_researchers(researchers: list[Submission]) -> None:
    for number, submission in enumerate(researchers):
        draw = Draw(f"similar {number}")
        submission.mark = "similar"
        submission.ticked = ["researcher"]
        submission.answers = {}
        submission.publish = "anonymous"
        for question, sentences in _RESEARCHERS.items():
            if question != "c1q2" and draw.chance(12):
                continue
            kept = [s for s in sentences if len(sentences) < 4 or not draw.chance(10)]
            text = " ".join(render(s, draw) for s in kept)
            submission.answers[question] = whole(text, _RESEARCHER_THEMES[question])


def _posted_words(parents: list[Submission]) -> None:
    for number, submission in enumerate(parents):
        submission.mark = "posted"
        submission.answers = {q: whole(t, _POSTED_THEMES[q]) for q, t in _POSTED.items()}
        submission.publish = "anonymous"
        if number == 3:
            submission.email = ""


def _blank(submission: Submission) -> None:
    submission.mark = "blank"
    submission.answers = {}
    submission.scale = ""
    submission.other = ""
    submission.ticked = submission.ticked[:1]


def _sent_twice(first: Submission, second: Submission, mark: str, minutes: int) -> None:
    second.mark = mark
    for name in ("voice", "manner", "area", "email", "publish", "scale", "other"):
        setattr(second, name, getattr(first, name))
    second.ticked = list(first.ticked)
    second.answers = dict(first.answers)
    second.sent = first.sent + timedelta(minutes=minutes)
    first.mark = mark + "-first"


def mark(all_of_them: list[Submission]) -> None:
    by_voice: dict[str, list[Submission]] = {}
    for submission in all_of_them:
        by_voice.setdefault(submission.voice, []).append(submission)

    _similar_researchers(by_voice["r"][:9])
    _posted_words(by_voice["p"][-5:])

    workforce, fosterers = by_voice["s"], by_voice["f"]
    for submission in (workforce[3], by_voice["p"][1], by_voice["m"][2]):
        _blank(submission)
    by_voice["m"][0].mark = "essay"
    by_voice["m"][0].manner.misspells = False
    by_voice["m"][0].publish = "anonymous"

    test = workforce[5]
    test.mark, test.status, test.email = "test", "Test", "body000@example.org"
    test.answers = {"c1q1": whole("test test please ignore", [])}
    test.sent = test.sent.replace(year=2023, month=5, day=9, hour=9, minute=2)
    test.scale, test.other = "", ""

    cut_short = workforce[8]
    cut_short.mark, cut_short.status = "incomplete", "Timed out"
    cut_short.answers = {q: a for q, a in list(cut_short.answers.items())[:2]}

    _sent_twice(fosterers[2], fosterers[3], "sent-twice", 3)
    _sent_twice(workforce[10], workforce[11], "repeat", 60 * 24 * 9)
    fosterers[2].email = fosterers[3].email = "fosterer.twice@example.org"
    workforce[10].email = workforce[11].email = "worker.again@example.com"

    draw = Draw("loose ends")
    free = [s for s in all_of_them if not s.mark and not s.is_body]
    for voice, question, text, themes in _LOOSE_ENDS + [_GIVES_AN_ADDRESS]:
        submission = draw.pick([s for s in free if s.voice == voice])
        free.remove(submission)
        submission.answers[question] = whole(text, themes)
        submission.manner.lower_case = False
        if (voice, question, text, themes) == _GIVES_AN_ADDRESS:
            submission.mark, submission.publish = "gives-address", "anonymous"

    for text in _NOTHING + _REFERS:
        submission = draw.pick([s for s in free if len(s.answers) > 4])
        question = draw.pick([q for q in list(submission.answers)[2:]])
        submission.answers[question] = whole(text, [])
