"""How loud a whistle can be: the kinds of each place, with their limits, as data."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from mediator_desk.refusals import NotFound
from mediator_desk.rules.limits import Limits, read_limits
from mediator_desk.rules.remarks import Listed, Named
from mediator_desk.rules.rule_text import Field, RuleFileUnfit, read_toml
from mediator_desk.words import N_

RESIDENT_CLOCK = "D06"
RESIDENTS_RULES = "liaocheng"


class Stretch(StrEnum):
    """The times a department (and for an approval afterwards, the street) has to keep."""

    APPROVE = "approve"
    SIGN = "sign"
    CONTACT = "contact"
    RETURN = "return"
    REPORT = "report"
    FINISH = "finish"


# What still lies before the department; the window for a return is no time to keep.
DEPARTMENTS = (Stretch.SIGN, Stretch.CONTACT, Stretch.RETURN, Stretch.REPORT, Stretch.FINISH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of whistle of one place; ``clocks`` names the limit of each stretch of time."""

    id: str
    rule_set: str
    title: Named
    blown_by: Named
    approved_by: Named
    limits: str
    clocks: dict[Stretch, str] = field(default_factory=dict)
    at_once: bool = False
    louder: str = ""
    escalate_days: int = 0
    escalate_dissatisfied: int = 0
    yellow_days: int = 0
    source: str = ""
    effective_from: date = date.min
    effective_until: date | None = None
    unconfirmed: bool = False

    def holds_on(self, day: date) -> bool:
        """Tell whether the kind was in force on this day."""
        ended = self.effective_until is not None and self.effective_until <= day
        return self.effective_from <= day and not ended

    def rules(self, *stretches: Stretch) -> tuple[str, ...]:
        """Name the limits of these stretches that this kind has."""
        return tuple(self.clocks[one] for one in stretches if one in self.clocks)

    def stretch_of(self, rule: str) -> Stretch | None:
        """Say which stretch of time a limit stands for."""
        return next((one for one, named in self.clocks.items() if named == rule), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceKinds:
    """The kinds of one place; ``under`` is the code its divisions begin with, empty for none."""

    name: str
    title: Named
    under: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhistleKinds:
    """All kinds of all places, in the order of their file, and the limits it brings along."""

    places: tuple[PlaceKinds, ...]
    kinds: tuple[Kind, ...]
    limits: Limits

    def find(self, rule_set: str, id: str, on: date) -> Kind:
        """Find a kind in force on a day. Raises ``NotFound``."""
        known = self.of_place(rule_set, on)
        for kind in known:
            if kind.id == id:
                return kind
        raise NotFound(
            N_("There is no kind of whistle “{id}” on that day. Choose one of: {known}."),
            id=id,
            known=Listed(tuple(kind.id for kind in known)),
        )

    def kept(self, rule_set: str, id: str, on: date) -> Kind:
        """Give the kind of a whistle that is kept; one whose file is gone still has a name."""
        for kind in (*self.of_place(rule_set, on), *self.kinds):
            if (kind.rule_set, kind.id) == (rule_set, id):
                return kind
        usual = {one: f"D08.{one.value}" for one in DEPARTMENTS}
        return Kind(
            id=id, rule_set=rule_set, title=Named(id, id), blown_by=Named("", ""),
            approved_by=Named("", ""), limits=rule_set, clocks=usual,
        )  # fmt: skip

    def of_place(self, rule_set: str, on: date) -> tuple[Kind, ...]:
        """List the kinds of a place in force on a day."""
        return tuple(one for one in self.kinds if one.rule_set == rule_set and one.holds_on(on))

    def place_of(self, division: str) -> str:
        """Name the place whose kinds a division goes by: the nearest, else the first."""
        fitting = [one for one in self.places if one.under and division.startswith(one.under)]
        nearest = max(fitting, key=lambda one: len(one.under), default=self.places[0])
        return nearest.name

    def title_of(self, rule_set: str) -> Named:
        """Name a place for people."""
        return next(
            (one.title for one in self.places if one.name == rule_set), Named(rule_set, rule_set)
        )


def read_whistle_kinds(text: str, deadlines: Limits) -> WhistleKinds:
    """Read the file of kinds; each limit it names must be known. Raises ``RuleFileUnfit``."""
    data = read_toml(text)
    places = tuple(_place(one) for one in data.tables("rule_set"))
    if not places:
        raise RuleFileUnfit(N_("The file names no place (“rule_set”). Add one to the file."))
    own = read_limits(text)
    known = deadlines.with_those_of(own)
    names = [one.name for one in places]
    kinds = tuple(_kind(one, names, known) for one in data.tables("kind"))
    return WhistleKinds(places=places, kinds=kinds, limits=own)


def _place(one: Field) -> PlaceKinds:
    return PlaceKinds(
        name=one.text("name"),
        title=Named(one.text("zh"), one.text("en")),
        under=one.text("under", ""),
    )


def _kind(one: Field, places: list[str], known: Limits) -> Kind:
    limits = one.text("limits")
    return Kind(
        id=one.text("id"),
        rule_set=one.one_of("rule_set", places),
        title=Named(one.text("zh"), one.text("en")),
        blown_by=Named(one.text("blown_by_zh", ""), one.text("blown_by_en", "")),
        approved_by=Named(one.text("approved_by_zh", ""), one.text("approved_by_en", "")),
        limits=limits,
        clocks=_clocks(one, {each.id for each in known.limits if each.rule_set == limits}),
        at_once=one.yes("at_once"),
        louder=one.text("louder", ""),
        escalate_days=one.number("escalate_days", 0),
        escalate_dissatisfied=one.number("escalate_dissatisfied", 0),
        yellow_days=one.number("yellow_days", 0),
        source=one.text("source"),
        effective_from=one.day("effective_from"),
        effective_until=one.day("effective_until") if one.has("effective_until") else None,
        unconfirmed=one.yes("unconfirmed"),
    )


def _clocks(one: Field, known: set[str]) -> dict[Stretch, str]:
    """Read the limits a kind names. A set without any is the fault of the file of limits."""
    return {
        stretch: one.one_of(stretch.value, sorted(known) or [one.text(stretch.value)])
        for stretch in Stretch
        if one.has(stretch.value)
    }
