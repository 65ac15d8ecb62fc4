"""Notes of three engagement events. They are in no response base."""

from __future__ import annotations

_ISLANDS = """Notes of an evening in Skerrow village hall, 24 May 2023. Thirty-one people came, off two ferries and a tractor.

People said that almost nothing in the document looks the same from an island. The nearest family centre is a ferry and a bus away, and a child placed on the mainland is a day's journey from home. When the weather closes in, contact is cancelled and nobody makes it up.

Several parents said that asking for help on an island is public: the social worker's car is the only strange car on the quay. They would sooner talk to the health visitor, who is known and comes anyway.

Two grandmothers spoke of bringing up their grandchildren. Neither has a named worker. One learned of the allowance from the ferryman.

There was a long talk about short-term money. The youth club has opened and closed three times in nine years.

Asked for one thing each, most said: somebody who stays.
"""

_YOUNG = """Notes of a day with young people who have experience of care, Hallowby, 10 June 2023. Eighteen came, aged 14 to 23. They chose the questions.

They began with moves. The most homes anybody in the room had lived in was seventeen. They said that the moving is bad and the not knowing is worse.

On social workers: "I like mine. She is my ninth." The group wanted a rule that a worker who leaves says goodbye.

On brothers and sisters: eleven of the eighteen had been parted from one. Contact was "whenever there's a driver".

On leaving care: nobody should leave because of a birthday. They liked the idea of a spare room that stays yours.

On the review: they asked that it come back and tell them what it did with this, "even if the answer is nothing".
"""

_KINSHIP = """Notes of a coffee morning with kinship carers, Thornmere, 21 June 2023. Twenty-four carers, four of them great-grandparents.

Nearly everybody had been rung in the evening and asked to have the children by night. Nobody had been told what they were agreeing to.

Money came up at every table. Allowances ran from nothing to nearly what a foster carer has, in the same street. Three carers had given up work. Two had spent their savings on a solicitor.

They asked for training on trauma, for a number that somebody answers, for help with contact and for a group like this one in every town.

Not everybody wanted more visits. One grandfather said he would take the money and the training and leave the inspecting to others.

Several said that they had never been asked their view before, by anybody.
"""


def notes() -> dict[str, bytes]:
    return {
        "data/events/islands-evening.txt": _ISLANDS.encode(),
        "data/events/young-people.txt": _YOUNG.encode(),
        "data/events/kinship-morning.txt": _KINSHIP.encode(),
    }
