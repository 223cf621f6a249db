"""What holds for conventions: who adopts which, what is filed, and which words they may not have.

All of it is data; a caution is a doubt said with its reason, and blocks nothing.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mediator_desk.records.convention import AdoptingBody, ConventionKind
from mediator_desk.rules.council_rules import Confidence, CouncilRules, Figure
from mediator_desk.rules.fractions import Share
from mediator_desk.rules.remarks import Named
from mediator_desk.rules.rule_text import Field, RuleFileUnfit, read_toml
from mediator_desk.words import N_

_DUE, _PRESENT = "due", "present"
_DIGITS = "一二三四五六七八九"
_HEAD = re.compile(
    r"^\s*(?:第[〇零一二三四五六七八九十百0-9]+条|[0-9]+\s*[.、．](?![0-9]))[\s:：、]*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KindRule:
    """What holds for one kind of convention."""

    filing: bool
    bodies: tuple[AdoptingBody, ...]
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyRule:
    """By which figures a body adopts; ``quorum`` is empty where none is asked for."""

    quorum: str
    majority: str
    of_due: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """Words a convention may not contain, and why."""

    id: str
    words: tuple[str, ...]
    reason: Named
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A caution that an article of a text gives rise to; articles count from 1."""

    article: int
    word: str
    caution: Caution


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A figure that an adoption did not reach: who many are there, how many it takes of whom."""

    figure: Figure
    part: int
    whole: int
    needed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConventionRules:
    """The rules of every kind and body, and the cautions."""

    kinds: Mapping[ConventionKind, KindRule]
    bodies: Mapping[AdoptingBody, BodyRule]
    cautions: tuple[Caution, ...]

    def doubts(self, articles: Sequence[str]) -> tuple[Doubt, ...]:
        """Find what a text says that a convention may not; each caution once for an article."""
        return tuple(
            Doubt(article=place, word=word, caution=caution)
            for place, article in enumerate(articles, 1)
            for caution in self.cautions
            if (word := next((one for one in caution.words if one in article), ""))
        )

    def missed(
        self,
        figures: CouncilRules,
        body: AdoptingBody,
        division: str,
        on: date,
        counts: tuple[int, int, int],
    ) -> tuple[Missed, ...]:
        """Name the figures that so many due, present and agreeing do not reach, exactly."""
        rule = self.bodies[body]
        due, present, agreeing = counts
        asked = [(rule.quorum, present, due)] if rule.quorum else []
        asked.append((rule.majority, agreeing, due if rule.of_due else present))
        missed = []
        for id, part, whole in asked:
            figure = figures.figure(id, division, on)
            share = figure.share or Share(numerator=1, denominator=1)
            if not share.reached(part, whole):
                needed = share.needed(whole)
                missed.append(Missed(figure=figure, part=part, whole=whole, needed=needed))
        return tuple(missed)


def split_articles(text: str) -> tuple[str, ...]:
    """Read a text as articles, one on each line; their numbers are taken off, and reckoned."""
    lines = (_HEAD.sub("", line).strip() for line in text.splitlines())
    return tuple(line for line in lines if line)


def numbered(articles: Sequence[str]) -> str:
    """Write articles with their official numbers, one on each line."""
    return "\n".join(f"{article_number(place)}　{one}" for place, one in enumerate(articles, 1))


def article_number(place: int) -> str:
    """Number an article as a text does: 第一条, 第二十一条."""
    tens, ones = divmod(place, 10)
    if tens > len(_DIGITS):
        return f"第{place}条"
    before = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens - 1]}十"
    return f"第{before}{_DIGITS[ones - 1] if ones else ''}条"


def read_conventions(text: str) -> ConventionRules:
    """Read the file of conventions. Raises ``RuleFileUnfit``."""
    data = read_toml(text)
    kinds = {one.code("id", ConventionKind): _kind(one) for one in data.tables("kind")}
    bodies = {one.code("id", AdoptingBody): _body(one) for one in data.tables("body")}
    lacking = [kind.value for kind in ConventionKind if kind not in kinds]
    lacking += [body.value for rule in kinds.values() for body in rule.bodies if body not in bodies]
    if lacking:
        raise RuleFileUnfit(
            N_("The file of conventions says nothing of “{name}”. Add an entry for it."),
            name=lacking[0],
        )
    cautions = tuple(_caution(one) for one in data.tables("caution"))
    return ConventionRules(kinds=kinds, bodies=bodies, cautions=cautions)


def _kind(one: Field) -> KindRule:
    known = [body.value for body in AdoptingBody]
    named = one.texts("bodies")
    for body in named:
        if body not in known:
            Field(one.entry, {"bodies": body}).one_of("bodies", known)
    return KindRule(
        filing=one.yes("filing"),
        bodies=tuple(AdoptingBody(body) for body in named),
        source=one.text("source"),
        confidence=one.code("confidence", Confidence),
    )


def _body(one: Field) -> BodyRule:
    return BodyRule(
        quorum=one.text("quorum", ""),
        majority=one.text("majority"),
        of_due=one.one_of("of", (_DUE, _PRESENT), _PRESENT) == _DUE,
    )


def _caution(one: Field) -> Caution:
    return Caution(
        id=one.text("id"),
        words=one.texts("words"),
        reason=Named(one.text("zh"), one.text("en")),
        source=one.text("source"),
        confidence=one.code("confidence", Confidence),
    )
