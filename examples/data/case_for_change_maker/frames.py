"""How letters begin and end, and the inbox's mail that is no response."""

from __future__ import annotations

from datetime import date

from .bodies import Body
from .draw import Draw
from .phrases import render

_HEADINGS = {
    "c1q1": ["The purpose of support", "What support is for"],
    "c1q2": ["Chapter one: what is missing", "The wider picture"],
    "c2q1": ["Communities", "Strengthening communities"],
    "c2q2": ["Support and protection", "The tension between support and protection"],
    "c2q3": ["The definition of family help", "Defining family help"],
    "c2q4": ["Chapter two: gaps", "What chapter two leaves out"],
    "c3q1": ["Better decisions", "Decision-making in child protection"],
    "c3q2": ["Teenagers", "Harm outside the home"],
    "c3q3": ["Kinship care", "Kinship carers"],
    "c3q4": ["The edge of care", "Help before and after removal"],
    "c3q5": ["Chapter three: gaps", "What chapter three leaves out"],
    "c4q1": ["What good care looks like", "Care worth having"],
    "c4q2": ["Relationships", "Relationships that last"],
    "c4q3": ["Homes for children", "The right homes in the right places"],
    "c4q4": ["Chapter four: gaps", "What chapter four leaves out"],
    "c5q1": ["Joining up", "Working across agencies"],
    "c5q2": ["Time for direct work", "The workforce"],
    "c5q3": ["Inspection", "Monitoring and inspection"],
    "c5q4": ["What must be different", "Making recommendations count"],
    "c5q5": ["Chapter five: gaps", "Further points"],
}


def heading(question: str, draw: Draw) -> str:
    return draw.pick(_HEADINGS[question])


# The questions a person, or a body by a word in its name, is sure to speak to.
HOME = {
    "k": ["c3q3"],
    "f": ["c4q3", "c4q1"],
    "p": ["c2q2", "c3q4", "c3q1"],
    "c": ["c4q1", "c4q2"],
    "s": ["c5q2", "c5q1"],
    "a": ["c4q4", "c4q2"],
    "t": ["c3q2", "c5q1"],
    "h": ["c5q1"],
    "l": ["c3q1"],
    "m": ["c1q1"],
}
_BODY_HOME = [
    ("Kin", ["c3q3"]),
    ("Grandparents", ["c3q3"]),
    ("Foster", ["c4q3"]),
    ("Adopt", ["c4q4"]),
    ("Leavers", ["c4q1"]),
    ("Voices", ["c4q1"]),
    ("Brothers", ["c4q2"]),
    ("Mentoring", ["c4q2"]),
    ("Youth", ["c3q2"]),
    ("Police", ["c3q2"]),
    ("Homes", ["c4q3"]),
    ("Residential", ["c4q3"]),
    ("Care", ["c4q3"]),
    ("Law", ["c3q1"]),
    ("Bar", ["c3q1"]),
    ("Magistrates", ["c3q1"]),
    ("Guardians", ["c3q1"]),
    ("Mothers", ["c3q4"]),
    ("Fathers", ["c2q4"]),
    ("Disab", ["c2q4"]),
    ("Short Breaks", ["c2q1"]),
    ("Poverty", ["c1q2"]),
    ("Fair Start", ["c1q2"]),
    ("Refugee", ["c1q2"]),
    ("Refuge", ["c3q5"]),
    ("Research", ["c5q5"]),
    ("Studies", ["c5q5"]),
    ("Evidence", ["c3q4"]),
    ("University", ["c5q2"]),
    ("Health", ["c5q1"]),
    ("School", ["c5q1"]),
    ("Teachers", ["c5q1"]),
    ("Social Work", ["c5q2"]),
    ("Council", ["c5q4", "c5q1"]),
    ("Directors", ["c5q4"]),
]


def home(body: Body) -> list[str]:
    for word, questions in _BODY_HOME:
        if word in body.name:
            return questions
    return []


_GREETINGS = [
    "Dear review team,",
    "Dear colleagues,",
    "To the review team",
    "Dear Chair,",
    "For the attention of the review",
    "Dear Sir or Madam,",
]
_ABOUT = {
    "L": [
        "{name} {welcomes|is grateful for} the chance to respond. {We serve|Ours is} {a {mixed|varied} area of "
        "towns and villages|one of the smaller areas in the region}, with {about 140|close to 260|some 410} children in our care.",
        "This is the response of {name}. It was {agreed by|written with} our social workers, our foster carers' group and "
        "{the children in care council|our early help partners}.",
        "Please find below the views of {name}, {approved by the lead member|which our scrutiny panel has seen and endorsed}.",
    ],
    "C": [
        "{name} is a {small|regional|volunteer-led} charity. {We have worked alongside families in Estermark for {eleven|nineteen|thirty} "
        "years|Last year {about 300|some 640|just over 1,200} families came to us}, and what follows {draws on what they tell us|is theirs as "
        "much as ours}.",
        "Thank you for Where We Stand. {name} {asked {forty|sixty|twenty-five} of the families we know what they made of it|read "
        "it together with the parents who use our service}, and this letter sets out what they said.",
        "{name} {supports|works with} families who {often find it hard to make themselves heard|seldom answer consultations}. We {held "
        "three open meetings|rang everyone on our list} before writing.",
    ],
    "H": [
        "{name} {provides|runs} health services for children and young people across {its|our} area. {Our safeguarding team|Our named "
        "professionals} {prepared|drafted} this response{| with our therapists}.",
        "We respond on behalf of {name}. {We limit ourselves to the questions on which health has something to add.|We have "
        "kept to the questions that bear on health.}",
    ],
    "P": [
        "{name} {looks after|provides homes for} {nineteen|forty-two|sixty|eleven} children {across the region|in small settings}. "
        "{We are grateful for the chance to respond.|We write from practice.}",
        "This response comes from {name}. {Our carers|Our staff} and {several of|some of} the young people who live with us {took part|helped "
        "to write it}.",
    ],
    "N": [
        "{name} {speaks for|represents} {its|our} members across Estermark. {This response was agreed at our meeting in {May|June}|We "
        "asked members for their views in {May|June} and {forty|eighty-five|ninety} replied}.",
        "Thank you for consulting on Where We Stand. {Members of {name} {discussed|worked through} the document|{name} set up a small group to read it}, and we set out {their|our} "
        "{views|conclusions} below.",
        "{name} {welcomes|broadly welcomes} the review and {much of|most of} what it says. {We have|This letter has} {some|several} reservations.",
    ],
}
_BODY_CLOSINGS = [
    "We would be {glad|happy} to {meet the review|discuss any of this|say more}{, and to bring people who know these services from the inside|}.",
    "{Thank you again for the chance to respond.|Thank you for reading this.} {We look forward to the final report.|We shall follow the next steps with interest.}",
    "{We are content for this letter to be published.|This response may be published in full.}",
    "{We hope that these comments are of use|We trust that these points will be weighed}, and we {stand ready to help|offer our help} with the next stage.",
    "{Our members|Our colleagues} have {given their time to this|written at length} because they {want it to succeed|hope it will be different this time}.",
]


def _fill(text: str, name: str, draw: Draw) -> str:
    return render(text.replace("{name}", name), draw)


def of_a_body(body: Body, draw: Draw) -> tuple[list[str], list[str]]:
    opening = [draw.pick(_GREETINGS), _fill(draw.pick(_ABOUT[body.kind]), body.name, draw)]
    closing = [
        " ".join(
            _fill(c, body.name, draw) for c in draw.sample(_BODY_CLOSINGS, draw.between(1, 2))
        ),
        draw.pick(["Yours faithfully,", "Yours sincerely,", "With good wishes,", "Kind regards,"]),
        f"{body.signs}\n{body.name}",
    ]
    return opening, closing


_PERSON_GREETINGS = [
    "Dear review team,",
    "Hello,",
    "To whom it may concern,",
    "Dear Sir or Madam,",
    "Good morning,",
    "Hi,",
]
_WHO = {
    "k": [
        "I am {a grandmother|a grandfather|an aunt} {bringing up|raising} {two|three} children who {are not my own|should by rights be with their mum}.",
        "I am writing because {I look after my grandson|my sister's girls live with us} and {nobody ever asks us|I saw your notice in the library}.",
        "My husband and I {took in|have} {our grandchildren|our great-nephew} {four|six|nine} years ago {when we were about to retire|at two hours' notice}.",
    ],
    "f": [
        "I have {fostered for|been a foster carer for} {eight|fourteen|twenty-two} years{, mostly teenagers|, mostly babies|}.",
        "{We are|My wife and I are} foster carers {in the uplands|on the coast|with the council}, and {these are our own views|I hope plain speaking is welcome}.",
    ],
    "p": [
        "I am the {mother|mum} of {two|three} children and we have had {a social worker|social workers} on and off {for six years|since my eldest was two}.",
        "I am a {dad|father} {whose children were on a plan|whose daughter was in care for a year} and I want to {tell you how it is|be heard for once}.",
        "I lost my children {to adoption|to care} and {I am still their mother|I have had a lot of time to think}. I could not face the form.",
    ],
    "c": [
        "I {was in care from|grew up in care from} {four|seven|eleven} to eighteen and I am {24|31|46} now.",
        "I am a care leaver. {I found your form too long so I am writing instead.|I hope it is all right to write instead of the form.}",
        "I {lived in|went through} {nine|six|fourteen} homes as a child. {Here is what I would change.|I would like somebody to learn from it.}",
    ],
    "s": [
        "I have been a social worker for {three|eleven|twenty} years and {I write in my own name and not my council's|these are my own views}.",
        "I manage a team of {seven|nine} social workers. {I have not used the form because my council is answering too.|This is my own view.}",
    ],
    "a": [
        "We adopted {two brothers|our daughter} {five|ten} years ago and {love them dearly|would do it again}.",
        "I am an adoptive mother. {I nearly did not write.|It has taken me three evenings to write this.}",
    ],
    "t": [
        "I teach in a primary school {in the lowlands|on the coast} and am the person colleagues come to when they are worried about a child.",
        "I have been a head teacher for {nine|twelve} years.",
    ],
    "h": [
        "I am a health visitor, and I {see families nobody else sees|am in and out of homes all day}."
    ],
    "l": ["I am a solicitor and act for children and parents in care proceedings."],
    "m": [
        "I have no connection with any of this except that I {pay for it|live next door to a family that needed help and did not get it}."
    ],
}
_PERSON_CLOSINGS = [
    "Thank you for reading{ this|}.",
    "I hope {this helps|you will read every one of these}.",
    "Please {do something with it this time|do not let this sit on a shelf}.",
    "I do not want a reply, {I just wanted to say it|only for something to change}.",
    "Good luck with {it|the review}.",
]
_SIGNS = {
    "k": [
        "A grandmother in the uplands",
        "A tired but happy grandad",
        "An aunt",
        "A kinship carer on the coast",
        "A special guardian",
    ],
    "f": ["A foster carer", "Two foster carers, the lowlands", "A foster mum"],
    "p": ["A mother", "A dad", "A parent who was not listened to", "A mum of three"],
    "c": ["A care leaver", "Somebody who was in care", "Care-experienced and proud of it"],
    "s": ["A social worker", "A team manager", "Social worker, the coast"],
    "a": ["An adoptive mother", "Two adoptive parents"],
    "t": ["A teacher", "A head teacher"],
    "h": ["A health visitor"],
    "l": ["A solicitor"],
    "m": ["A neighbour"],
}


def of_a_person(voice: str, draw: Draw) -> tuple[list[str], list[str]]:
    opening = [draw.pick(_PERSON_GREETINGS), render(draw.pick(_WHO[voice]), draw)]
    closing = [
        render(draw.pick(_PERSON_CLOSINGS), draw),
        draw.pick(["Yours,", "Regards,", "Yours sincerely,", "Best wishes,", "Thank you,"])
        + "\n"
        + draw.pick(_SIGNS[voice]),
    ]
    return opening, closing


# Two responses that a person decided do not count: one taken back, one about another matter.
ODD_RESPONSES = [
    (
        "Dear review team,\n\nMy daughter had a social worker last year and I wrote down for you everything that happened. I have thought "
        "about it since and I do not want it used. Please take my letter back.\n\nThank you,\nA mother\n",
        date(2023, 6, 12),
        "withdrawn",
    ),
    (
        "Dear Sir or Madam,\n\nI wish to object in the strongest terms to the new parking permits in the harbour streets. The form on the council's "
        "page does not work, and I was told to write to a review instead.\n\nYours faithfully,\nA resident of the harbour\n",
        date(2023, 5, 30),
        "out-of-scope",
    ),
]

NOT_RESPONSES = [
    (
        "Thank you for your message. I am away until Monday and will answer when I am back.\n",
        date(2023, 5, 10),
        "automatic reply to our announcement",
    ),
    (
        "Hello, could you please send me the form on paper? My mother would like to fill it in.\n",
        date(2023, 5, 17),
        "asks for the form on paper",
    ),
    (
        "This message could not be delivered to one or more recipients.\n",
        date(2023, 5, 10),
        "delivery notice",
    ),
    (
        "Dear team, will there be more time? Our trustees meet on the 12th of July. Thank you.\n",
        date(2023, 6, 29),
        "asks for more time",
    ),
]

CORRECTION = (
    "Dear review team,\n\nWe wrote to you in June. In what we said of foster carers we ought to have added that the rise in fuel prices has "
    "hit those in the uplands hardest, who drive forty miles to a contact centre. Please read this with our letter.\n\nWith thanks\n"
)
