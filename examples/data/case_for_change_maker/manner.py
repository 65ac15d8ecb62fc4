"""How a respondent writes: apostrophes, misspellings, capitals."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .draw import Draw

_MISSPELT = [
    ("receive", "recieve"),
    ("separate", "seperate"),
    ("believe", "beleive"),
    ("definitely", "definately"),
    ("a lot", "alot"),
    ("their own", "there own"),
    ("until", "untill"),
    ("too many", "to many"),
    ("accommodation", "accomodation"),
    ("professionals", "proffesionals"),
    ("immediately", "immediatly"),
    ("opinion", "opinon"),
    ("government", "goverment"),
    ("because", "becuase"),
    ("experience", "experiance"),
    ("bureaucracy", "bureacracy"),
    ("relationships", "relatonships"),
    ("really", "realy"),
    ("responsible", "responsable"),
    ("necessary", "neccessary"),
    ("different", "diffrent"),
    ("their", "thier"),
    ("which", "wich"),
    ("people", "poeple"),
]


@dataclass
class Manner:
    curly: bool = False
    misspells: bool = False
    no_apostrophes: bool = False
    lower_case: bool = False
    no_last_stop: bool = False
    double_spaces: bool = False

    def write(self, sentence: str, draw: Draw) -> str:
        if self.misspells and draw.chance(55):
            fits = [(a, b) for a, b in _MISSPELT if re.search(rf"\b{a}\b", sentence)]
            if fits:
                right, wrong = draw.pick(fits)
                sentence = re.sub(rf"\b{right}\b", wrong, sentence, count=1)
        if self.no_apostrophes:
            sentence = re.sub(r"(?<=[a-z])'(?=(t|s|re|ve|m|ll|d)\b)", "", sentence)
        if self.lower_case:
            sentence = re.sub(r"\bI\b", "i", sentence)
            sentence = sentence[:1].lower() + sentence[1:]
        if self.curly:
            sentence = re.sub(r'(^|[\s(])"', "\\1\u201c", sentence).replace('"', "\u201d")
            sentence = re.sub(r"(^|[\s(\u201c])'", "\\1\u2018", sentence).replace("'", "\u2019")
        return sentence


def manner_of_a_person(draw: Draw) -> Manner:
    return Manner(
        curly=draw.chance(30),
        misspells=draw.chance(14),
        no_apostrophes=draw.chance(8),
        lower_case=draw.chance(4),
        no_last_stop=draw.chance(22),
        double_spaces=draw.chance(6),
    )


def manner_of_a_body(draw: Draw) -> Manner:
    return Manner(curly=draw.chance(55))
