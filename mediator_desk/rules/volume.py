"""What belongs into a case volume, in binding order, and how long it is kept.

Which papers are required is data (``resources/rule_sets/volume.toml``, domain.md 1.1 and 1.4), so
that a district can say what its reviewers expect.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from mediator_desk.records.dispute import Category
from mediator_desk.records.volume import Retention
from mediator_desk.rules.remarks import Named
from mediator_desk.rules.rule_text import Field, RuleFileUnfit, read_toml
from mediator_desk.words import N_


class VolumeItem(StrEnum):
    """The papers of a volume."""

    COVER = "cover"
    INDEX = "index"
    INTAKE = "intake"
    RIGHTS_NOTICE = "rights_notice"
    IDENTITY = "identity"
    AUTHORITY = "authority"
    INVESTIGATION = "investigation"
    EVIDENCE = "evidence"
    RECORD = "record"
    AGREEMENT = "agreement"
    RECEIPT = "receipt"
    FOLLOW_UP = "follow_up"
    CONFIRMATION = "confirmation"
    OTHER = "other"
    NOTE = "note"
    BACK_COVER = "back_cover"


class When(StrEnum):
    """When a paper that is usually only taken in as needed is required after all."""

    AGENT = "agent"
    NOT_ON_THE_SPOT = "not_on_the_spot"
    PAID = "paid"
    COURT = "court"


class NoticeStyle(StrEnum):
    """Whether each party has a rights notice of its own, or all sign one."""

    EACH = "each"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRule:
    """One paper of the volume: whether it is required always, or when."""

    item: VolumeItem
    title: Named
    required: bool
    when: tuple[When, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionRule:
    """How long one class is kept (0: for ever), and which cases are proposed for it."""

    retention: Retention
    years: int
    categories: tuple[Category, ...] = ()
    from_amount: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeRules:
    """The items in binding order, the classes of retention, and how some papers are written."""

    items: tuple[ItemRule, ...]
    retention: tuple[RetentionRule, ...]
    otherwise: Retention
    rights_notice: NoticeStyle
    investigators: int
    oral_party_marks: bool

    def rule(self, item: VolumeItem) -> ItemRule:
        """Give the rule of one item."""
        return next(one for one in self.items if one.item is item)

    def years(self, retention: Retention) -> int:
        """Tell how many years a class is kept; 0 is for ever."""
        return next(one.years for one in self.retention if one.retention is retention)

    def propose(self, category: Category, amount: Decimal) -> Retention:
        """Propose a class by the kind of dispute and the money agreed on; people choose."""
        for rule in self.retention:
            large = rule.from_amount is not None and amount >= rule.from_amount
            if category in rule.categories or large:
                return rule.retention
        return self.otherwise


def read_volume(text: str) -> VolumeRules:
    """Read the file of the volume. Raises ``RuleFileUnfit``."""
    data = read_toml(text)
    items = tuple(_item(one) for one in data.tables("item"))
    _whole([one.item for one in items])
    classes = {one.retention: one for one in map(_retention, data.tables("retention"))}
    for retention in Retention:
        if retention not in classes:
            raise RuleFileUnfit(
                N_("The file says nothing of the retention “{kind}”. Add an entry for it."),
                kind=retention.value,
            )
    return VolumeRules(
        items=items,
        retention=tuple(_longest_first(classes)),
        otherwise=data.code("retention_otherwise", Retention),
        rights_notice=data.code("rights_notice", NoticeStyle),
        investigators=data.number("investigators"),
        oral_party_marks=data.yes("oral_party_marks"),
    )


def _item(one: Field) -> ItemRule:
    return ItemRule(
        item=one.code("id", VolumeItem),
        title=Named(one.text("zh"), one.text("en")),
        required=one.yes("required"),
        when=tuple(_when(one, code) for code in one.texts("when")),
    )


def _when(one: Field, code: str) -> When:
    if code not in list(When):
        raise RuleFileUnfit(
            N_("{entry}: nothing is known of the case “{when}”. It must be one of: {known}."),
            entry=one.entry,
            when=code,
            known=", ".join(When),
        )
    return When(code)


def _retention(one: Field) -> RetentionRule:
    amount = one.number("from_amount") if one.has("from_amount") else None
    known = [each.value for each in Category]
    categories = tuple(Category(each) for each in one.texts("categories") if each in known)
    return RetentionRule(
        retention=one.code("id", Retention),
        years=one.number("years", 0),
        categories=categories,
        from_amount=None if amount is None else Decimal(amount),
    )


def _longest_first(classes: Mapping[Retention, RetentionRule]) -> list[RetentionRule]:
    """Ask the longest class first, so that a case that fits two is kept the longer time."""
    return [classes[one] for one in reversed(list(Retention))]


def _whole(items: list[VolumeItem]) -> None:
    """Refuse a file that names a paper twice or not at all."""
    for item in VolumeItem:
        if items.count(item) != 1:
            raise RuleFileUnfit(
                N_("The paper “{item}” must stand in the file of the volume exactly once."),
                item=item.value,
            )
