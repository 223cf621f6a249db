"""The rules of awards (以案定补): sums, classes, conditions, read from a district's file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from mediator_desk.records.award import AwardClass
from mediator_desk.records.care import RiskLevel
from mediator_desk.records.dispute import Category
from mediator_desk.refusals import Refusal
from mediator_desk.rules.amounts import exact_amount
from mediator_desk.rules.remarks import Named
from mediator_desk.rules.rule_text import Code, Field, RuleFileUnfit, read_toml
from mediator_desk.words import N_

NEEDS = ("performed", "proof", "volume")
"""What a scheme may ask of a case before it is paid."""

_MOST_PERCENT = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What a case must be like; what is empty or 0 asks nothing."""

    parties_from: int = 0
    households_from: int = 0
    amount_from: Decimal = Decimal(0)
    sittings_from: int = 0
    risk: tuple[RiskLevel, ...] = ()
    category: tuple[Category, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """A part in hundredths by which the sum grows (or shrinks) where a condition holds."""

    title: Named
    percent: int
    when: Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """One set of rules. ``unconfirmed`` tells that no rule in force here was found."""

    name: str
    title: Named
    source: str
    effective_from: date
    unconfirmed: bool
    amounts: Mapping[AwardClass, Decimal]
    oral_percent: int
    pays_failed: bool
    failed_percent: int
    needs: tuple[str, ...]
    classes: tuple[tuple[AwardClass, Condition], ...]
    factors: tuple[Factor, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardRules:
    """All schemes, the oldest first."""

    schemes: tuple[Scheme, ...]

    def on(self, day: date) -> Scheme:
        """Give the newest scheme in force on a day. Raises ``Refusal``."""
        held = [one for one in self.schemes if one.effective_from <= day]
        if not held:
            raise Refusal(
                N_("No rules of awards are in force on {day}. Take the district's file in."),
                day=day.isoformat(),
            )
        return held[-1]


def read_awards(text: str) -> AwardRules:
    """Read the file of awards. Raises ``RuleFileUnfit``."""
    schemes = [_scheme(one) for one in read_toml(text).tables("scheme")]
    if not schemes:
        raise RuleFileUnfit(N_("The file holds no scheme of awards. Add one."))
    return AwardRules(schemes=tuple(sorted(schemes, key=lambda one: one.effective_from)))


def _scheme(one: Field) -> Scheme:
    amounts = one.table("amounts") or Field(one.entry, {})
    return Scheme(
        name=one.text("name"),
        title=Named(one.text("zh"), one.text("en", one.text("zh"))),
        source=one.text("source"),
        effective_from=one.day("effective_from"),
        unconfirmed=one.yes("unconfirmed"),
        amounts={each: _money(amounts, each.value) for each in AwardClass},
        oral_percent=_percent(one, "oral_percent", 100),
        pays_failed=one.yes("pays_failed"),
        failed_percent=_percent(one, "failed_percent", 100),
        needs=tuple(
            Field(one.entry, {"needs": need}).one_of("needs", NEEDS) for need in one.texts("needs")
        ),
        classes=_classes(one),
        factors=tuple(_factor(each) for each in one.tables("factor")),
    )


def _classes(one: Field) -> tuple[tuple[AwardClass, Condition], ...]:
    """Read the classes in their order; the last one must take whatever is left."""
    found = tuple((each.code("id", AwardClass), _condition(each)) for each in one.tables("class"))
    if not found or found[-1][1] != Condition():
        raise RuleFileUnfit(
            N_("{entry}: the last class must have no condition, so that every case has one."),
            entry=one.entry,
        )
    return found


def _factor(one: Field) -> Factor:
    return Factor(
        title=Named(one.text("zh"), one.text("en", one.text("zh"))),
        percent=_percent(one, "percent", None),
        when=_condition(one),
    )


def _condition(one: Field) -> Condition:
    return Condition(
        parties_from=one.number("parties_from", 0),
        households_from=one.number("households_from", 0),
        amount_from=_money(one, "amount_from", "0"),
        sittings_from=one.number("sittings_from", 0),
        risk=_codes(one, "risk", RiskLevel),
        category=_codes(one, "category", Category),
    )


def _codes(one: Field, name: str, codes: type[Code]) -> tuple[Code, ...]:
    known = [each.value for each in codes]
    said = one.texts(name)
    return tuple(codes(Field(one.entry, {name: each}).one_of(name, known)) for each in said)


def _percent(one: Field, name: str, otherwise: int | None) -> int:
    found = one.number(name, otherwise)
    if found > _MOST_PERCENT:
        raise RuleFileUnfit(
            N_("{entry}: “{field}” is {value}; at most {most} make sense."),
            entry=one.entry,
            field=name,
            value=found,
            most=_MOST_PERCENT,
        )
    return found


def _money(one: Field, name: str, otherwise: str | None = None) -> Decimal:
    said = one.text(name, otherwise)
    try:
        return exact_amount(Decimal(said))
    except (Refusal, InvalidOperation) as wrong:
        raise RuleFileUnfit(
            N_('{entry}: “{field}” must be a sum in yuan such as "150.00". Correct the file.'),
            entry=one.entry,
            field=name,
        ) from wrong
