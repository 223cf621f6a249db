"""What is not for mediation: emergencies, crimes, and what an authority has already.

Such a matter is recognised, sent to its place and noted. It is never mediated in place of calling
for help; a person who knows better may take it up all the same, and says why.
"""

from dataclasses import dataclass
from typing import Any

from mediator_desk.records.dispute import Route
from mediator_desk.rules.hearing import OPENING, heard, place
from mediator_desk.rules.remarks import Listed, Named, Remark, remark
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """A sort of matter that is not for mediation, its words, its place and its notice.

    ``code`` is the group (emergency, police, court …), ``call`` the number to ring at once.
    """

    code: str
    words: tuple[str, ...]
    why: Named
    source: str
    departments: tuple[str, ...]
    call: str
    notice: Named
    route: Route

    def reason(self, words: tuple[str, ...]) -> Remark:
        """Say which words were heard, what they mean and by which article."""
        return remark(
            N_("The text says “{words}”: {why} ({source})."),
            words=Listed(words),
            why=self.why,
            source=self.source,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A reason to turn a dispute away, with the article it rests on."""

    code: str
    said: Named
    source: str


def outside_of(known: tuple[Outside, ...], said: str) -> list[tuple[Outside, tuple[str, ...]]]:
    """Name what a text tells that is not for mediation, as far as it is not denied."""
    found = [(one, heard(one.words, said, denied=False)) for one in known]
    return [(one, words) for one, words in found if words]


def opens_with(words: tuple[str, ...], said: str) -> bool:
    """Tell whether a text opens with one of the words, so that it is what the matter is."""
    return any(0 <= place(word, said, denied=False) < OPENING for word in words)


def read_outside(one: dict[str, Any]) -> Outside:
    """Read one sort of what is not for mediation."""
    return Outside(
        code=one["code"],
        words=tuple(one["words"]),
        why=Named(one["zh"], one["en"]),
        source=one["source"],
        departments=tuple(one.get("departments", ())),
        call=one.get("call", ""),
        notice=Named(one["notice_zh"], one["notice_en"]),
        route=Route(one.get("route", "")),
    )


def read_ground(one: dict[str, Any]) -> Ground:
    """Read one reason to turn a dispute away."""
    return Ground(code=one["code"], said=Named(one["zh"], one["en"]), source=one["source"])
