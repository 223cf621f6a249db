"""What holds for each kind of public notice: how long it hangs, and when objections are answered.

Which limit belongs to which kind is data; the limits themselves stand with all other deadlines.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from mediator_desk.records.public_notice import NoticeKind
from mediator_desk.rules.rule_text import Field, RuleFileUnfit, read_toml
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRule:
    """The limits of one kind of notice, by their ids; empty where there is none."""

    least: str = ""
    answer: str = ""
    meets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRules:
    """The limits of every kind, and the rule set that is asked for them."""

    rule_set: str
    kinds: Mapping[NoticeKind, NoticeRule]

    def of(self, kind: NoticeKind) -> NoticeRule:
        """Give what holds for a kind."""
        return self.kinds[kind]


def read_notices(text: str) -> NoticeRules:
    """Read the file of notices. Raises ``RuleFileUnfit``."""
    data = read_toml(text)
    kinds = {one.code("id", NoticeKind): _rule(one) for one in data.tables("kind")}
    for kind in NoticeKind:
        if kind not in kinds:
            raise RuleFileUnfit(
                N_("The file says nothing of the notice “{kind}”. Add an entry for it."),
                kind=kind.value,
            )
    return NoticeRules(rule_set=data.text("rule_set"), kinds=kinds)


def _rule(one: Field) -> NoticeRule:
    return NoticeRule(
        least=one.text("least", ""),
        answer=one.text("answer", ""),
        meets=one.texts("meets"),
    )
