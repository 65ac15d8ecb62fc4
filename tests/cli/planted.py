"""A consultation in which every place that a respondent writes in holds a word found nowhere else."""

import csv
import io

#: Places whose words belong in internal/ and where somebody asks for words, and nowhere else.
WORDS = (
    "open", "other", "about", "letter", "loose", "anonymous", "counted", "withdrawn",
    "body", "event", "late",
)
#: Places whose words belong nowhere at all.
NOWHERE = (
    "name", "mail", "phone", "sender", "register", "why", "unquoted", "shifted", "fault",
)

MANIFEST = '''
[consultation]
id = "park"
title = "The park"
opens = 2026-01-05
closes = 2026-02-27

[[chapter]]
id = "things"
title = "Things in the park"

[[question]]
id = "benches"
chapter = "things"
kind = "open"
text = "Where should benches stand?"

[[question]]
id = "gate"
chapter = "things"
kind = "single"
text = "Which gate do you use?"
other = "Other:"
options = [{ id = "north", label = "North" }, { id = "south", label = "South" }]

[[question]]
id = "you"
kind = "multiple"
role = "about_you"
text = "Which of these describe you?"
other = "Other:"
options = [
  { id = "walker", label = "Walker", attribution = "walker" },
  { id = "keeper", label = "Keeper", attribution = "keeper" },
]

[[source]]
file = "data/form.csv"
channel = "form"
response_id = "ID"
respondent = "Sender"
received = { column = "Sent", format = "%Y-%m-%d" }
organisation = "Body"
publication = { column = "Publish", named = "Named", anonymous = "Anonymous", counted_only = "No" }
capacity = { column = "For", self = "Me", organisation = "Us" }
language = { column = "Language", en = "English" }
contact = ["Name", "Email", "Phone"]
answers = { benches = "Benches", gate = "Gate", you = { column = "You", separator = ";" } }

[[event]]
id = "walk"
title = "A walk in the park"
date = 2026-01-17
notes = "data/walk.txt"

[report]
k = 1
'''

CODEBOOK = '''
[codebook]
language = "en"

[[theme]]
id = "shade"
name = "Shade"
match = ['bench*', 'tree*']
'''

HEADER = (
    "ID", "Sent", "Name", "Email", "Phone", "Sender", "Body", "Publish", "For", "Language", "Unasked",
    "Benches", "Gate", "You",
)


def canary(place):
    """A word that stands in no other text: of letters alone, so that no escaping changes it."""
    return f"zqv{place}xkw"


#: Words that are planted where quotes come from stand beside it, so that nobody may print them unread.
PERSONAL = ", ring 020 7946 0018"


def line(cells):
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def form_row(number, *, benches, publish="Anonymous", sent="2026-01-09", body="", **more):
    cells = dict.fromkeys(HEADER, "")
    cells.update({
        "ID": f"r{number}", "Sent": sent, "Name": f"{canary('name')} {number}", "Publish": publish,
        "Email": f"{canary('mail')}{number}@example.org", "Phone": f"{canary('phone')}{number}",
        "Sender": f"{canary('sender')}{number}", "Body": body, "For": "Us" if body else "Me",
        "Language": "English", "Unasked": canary("unquoted"), "Benches": benches, "Gate": "North",
        "You": "Walker",
    })
    cells.update(more)
    return line([cells[name] for name in HEADER])


def form(personal=""):
    """The form's rows, none with a fault; `personal` ends each answer that could be quoted."""
    return line(HEADER) + "".join((
        form_row(1, benches=f"More benches near the {canary('open')}, with <b>shade</b> & \"trees\"{personal}"),
        form_row(2, benches=f"Benches by {canary('anonymous')}{personal}", Gate=f"Other: {canary('other')}"),
        form_row(3, benches="Benches", You=f"Other: {canary('about')}"),
        form_row(4, benches=f"Benches and {canary('counted')}", publish="No"),
        form_row(5, benches=f"Trees, {canary('withdrawn')}"),
        form_row(6, benches="Benches for all", body=f"{canary('body')} Society"),
        form_row(7, benches=f"Trees too {canary('late')}{personal}", sent="2026-03-15"),
    ))


def files(personal=""):
    """The files of the consultation, by path; `personal` as in form()."""
    return {
        "consultation.toml": MANIFEST,
        "codebook.toml": CODEBOOK,
        "data/form.csv": form(personal),
        "data/walk.txt": f"They said: benches, {canary('event')}.",
        "data/l1.txt": f"Dear all, benches for {canary('letter')}{personal}. Also {canary('loose')}{personal}.",
        "register.csv": "id,received,channel,file,note,capacity,publication\n"
                        f"l1,2026-01-10,letters,data/l1.txt,{canary('register')},self,anonymous\n",
        "decisions/dispositions.csv": "response,disposition,reason,who,when,why\n"
                                      f"r5,withdrawn,,ann,2026-03-01,{canary('why')}\n",
    }


#: What each decision file takes in.
DECISIONS = {
    "dispositions.csv": "response,disposition,reason,who,when,why",
    "passages.csv": "response,file,first,last,question,text_hash,who,when,why",
    "organisations.csv": "name,canonical,type,action,who,when,why",
    "codings/ann.csv": "response,question,theme,stance,first,last,text_hash,when",
    "reviews/ann.csv": "response,question,text_hash,when",
    "quotes.csv": "response,question,first,last,action,text_hash,who,when,why",
    "redactions.csv": "response,question,first,last,replacement,text_hash,who,when,why",
    "translations.csv": "response,question,text_hash,language,translation,who,when,why",
    "campaigns.csv": "campaign,policy,who,when,why",
    "signoff.csv": "section,run,who,when",
    "purged.csv": "response,channel,item,text_hash,who,when,why",
}
#: Cells that a row could well have.
USUAL = {
    "response": "r1", "question": "benches", "theme": "shade", "first": "0", "last": "4",
    "disposition": "included", "action": "clear", "policy": "exclude", "file": "data/l1.txt",
    "text_hash": "0" * 32, "when": "2026-03-01", "campaign": "letter-1", "section": "things", "run": "1",
    "name": "A", "canonical": "B", "who": "ann", "language": "en", "translation": "x", "channel": "form",
}
