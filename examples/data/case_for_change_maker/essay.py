"""The one answer of 20,000 words: a member of the public pastes in an essay."""

from __future__ import annotations

from .compose import Answer, join
from .draw import Draw
from .manner import Manner
from .phrases import Pool, Said, Topic, render

WORDS = 20_000

_OPENING = [
    "You ask what you missed. I have had the time to set it down, and I have set it all down, because a short answer is easily passed over.",
    "I am a retired clerk with no letters after my name. For four winters I have read what I could find in the library and talked to "
    "anybody who would talk to me, at bus stops, in waiting rooms and over the garden wall.",
    "I go through your chapters in the order that came to me, which is not yours, and I say at once that I contradict myself in places.",
]
_TURNS = [
    "{Let me turn|I turn now|I come next} to {another|a further|a related} matter.",
    "{A neighbour|A woman on the bus|A man at the library|My sister-in-law|A retired midwife I know|The lad who mends our roof} put it {to me |}"
    "{like this|better than I can|differently}.",
    "I {wrote the following|made this note} in {January|February|March|April|November|the autumn} and {have not changed my mind|let it stand|see no reason to "
    "strike it out}.",
    "{Some will say|It may be said|I have been told} that {this is not a matter for a review|I know nothing of it|all this has been tried}. {Perhaps so.|That may be.|I doubt it.}",
    "{What follows|The next part} {is less certain|I am less sure of}, but {somebody ought to say it|I would rather it were said}.",
    "{Here I must|I have to} go back to {something|a thing} I {left|began} {some pages|a while} ago.",
    "{Think of|Take|Consider} {one family|one street|one child|one evening in February|any town you like}.",
    "I {asked|put this to} {three|five|a dozen} people and {had as many answers|none of them agreed|got the same reply each time}.",
    "{So much for that.|Enough of that.|There it is.} {To the next point, then.|I go on.|The next thing is this.}",
]
# Whom the writer quotes, by the voice that may say it.
_QUOTED = [
    (
        "s",
        "{A social worker told me|I asked a social worker and was told|One of the social workers in our street says}: ",
    ),
    (
        "f",
        "{A woman who fosters said|My cousin, who fosters, says|The foster carers at our church put it so}: ",
    ),
    (
        "k",
        "{A grandmother at the bus stop said|I met a man bringing up his grandsons who said|In the words of a kinship carer}: ",
    ),
    (
        "p",
        "{A mother I will not name|A young mother in the waiting room|A father on our landing} {said|told me}: ",
    ),
    (
        "c",
        "{A lad who grew up in care said|A woman of forty who was in care told me|One who had been through it said}: ",
    ),
    ("t", "{The head teacher here says|A teacher put it to me}: "),
    ("h", "{The health visitor said|A nurse told me}: "),
    ("v", "{At the charity shop they say|A volunteer said}: "),
    ("a", "{Two adoptive parents told me|An adoptive mother wrote to me}: "),
    ("L", "{From a council's own paper|I copied this out of a council's answer to something}: "),
    ("N", "{From the minutes of some network or other|This I took from a leaflet}: "),
    ("C", "{From a charity's newsletter|A charity wrote}: "),
]
_CLOSING = [
    "That is all I have. I have kept a copy.",
    "If only one line of this is read, let it be the first.",
]


def _paragraph(pool: Pool, topic: Topic, draw: Draw) -> list[Said]:
    taken: set[int] = set()
    group: list[Said] = []
    for _ in range(draw.between(2, 4)):
        said = pool.say(topic, "-+>!", "m", draw, taken)
        if said:
            group.append(said)
    for voice, lead in draw.sample(_QUOTED, draw.between(1, 3)):
        said = pool.say(topic, "-+>!", voice, draw, taken)
        if said:
            group.append(Said(f'{render(lead, draw)} "{said.text}"', said.themes, ""))
    if group and draw.chance(30):
        group.insert(0, Said(render(draw.pick(_TURNS), draw), [], ""))
    return group


def write(pool: Pool, draw: Draw) -> Answer:
    pool.most = 1_000
    topics = [topic for list_ in pool.topics.values() for topic in list_]
    paragraphs = [[Said(text, [], "") for text in _OPENING]]
    words = sum(len(t.split()) for t in _OPENING)
    while words < WORDS:
        before = words
        for topic in draw.shuffled(topics):
            group = _paragraph(pool, topic, draw)
            if group:
                paragraphs.append(group)
                words += sum(len(s.text.split()) for s in group)
            if words >= WORDS:
                break
        assert words > before, "no words left for the essay"
    paragraphs.append([Said(text, [], "") for text in _CLOSING])
    return join(paragraphs, Manner(), draw)
