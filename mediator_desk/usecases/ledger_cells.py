"""What each field of a ledger says of a case, in the official Chinese words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mediator_desk.labels import chinese
from mediator_desk.ledgers.writing import Kind, Value
from mediator_desk.records.case_marks import EventScale
from mediator_desk.records.dispute import CaseSource, Outcome
from mediator_desk.records.people import PartyKind, Sex, Side
from mediator_desk.records.place import Level
from mediator_desk.rows.ledger_cases import LedgerCase, LedgerParty
from mediator_desk.rules.ledger_layouts import LayoutColumn, LedgerField, Shown
from mediator_desk.rules.masking import mask_id_number, mask_phone, mask_text
from mediator_desk.rules.statistics_file import StatisticsRules

LONGEST_SUMMARY = 2000
"""What GB/T 31000 leaves for a summary."""

_SETTLED = (Outcome.AGREED_WRITTEN, Outcome.AGREED_ORAL)
_DAYS = frozenset(one for one in LedgerField if one.value.endswith("_on"))
_NUMBERS = {
    LedgerField.SEQ: Kind.WHOLE,
    LedgerField.PEOPLE: Kind.WHOLE,
    LedgerField.AMOUNT: Kind.MONEY,
}
_SEX_CODES = {Sex.MALE: "1", Sex.FEMALE: "2", Sex.UNSAID: "9"}
_ID_CARD = ("居民身份证", "111")

Places = Callable[[str, Level], str]


def kind_of(column: LayoutColumn) -> Kind:
    """Say how a column shows what it holds."""
    if column.shown is not Shown.USUAL:
        return Kind.TEXT
    return Kind.DAY if column.field in _DAYS else _NUMBERS.get(column.field, Kind.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """Fills the cells of a ledger; ``full`` shows phones and ID numbers, ``identity`` the latter.

    ``place`` names the place of a level that a division stands in.
    """

    rules: StatisticsRules
    place: Places
    full: bool = False
    identity: bool = False

    def value(self, seq: int, case: LedgerCase, column: LayoutColumn) -> Value:
        """Give what stands in one cell."""
        if column.field is LedgerField.SEQ:
            return seq
        if column.field is LedgerField.FIXED:
            return column.fixed
        value = self._of(case, column)
        if column.shown is Shown.COMPACT_DAY and isinstance(value, date):
            return f"{value:%Y%m%d}"
        return value

    def _of(self, case: LedgerCase, column: LayoutColumn) -> Value:
        field = column.field
        if field in _DAYS or field in _PLAIN:
            found: Value = getattr(case, field.value)
            return self._open(found) if isinstance(found, str) else found
        if field.value.startswith("main_"):
            return self._main(case, column)
        return _SAID[field](self, case, column.shown is Shown.CODE)

    def _open(self, text: str) -> str:
        """Give a text, its numbers masked unless they may be shown."""
        return text if self.full else mask_text(text)

    def _main(self, case: LedgerCase, column: LayoutColumn) -> str:
        """Say something of the main party: the first of the applicants."""
        party = next(iter(case.parties), None)
        if party is None:
            return ""
        code = column.shown is Shown.CODE
        match column.field:
            case LedgerField.MAIN_NAME:
                return party.name
            case LedgerField.MAIN_ID_TYPE:
                return _ID_CARD[code] if party.id_number else ""
            case LedgerField.MAIN_ID_NUMBER:
                whole = self.full or self.identity
                return party.id_number if whole else mask_id_number(party.id_number, handling=True)
            case LedgerField.MAIN_SEX:
                return _SEX_CODES[party.sex] if code else chinese(party.sex)
            case LedgerField.MAIN_ETHNICITY:
                return party.ethnicity
        return self._open(party.address)

    def phones(self, case: LedgerCase) -> str:
        """Give the phones of the parties."""
        found = [one.phone for one in case.parties if one.phone]
        return "、".join(found if self.full else map(mask_phone, found))


_PLAIN = frozenset(
    {
        *(LedgerField.NUMBER, LedgerField.VOLUME_NO, LedgerField.TEXT, LedgerField.MEDIATOR),
        *(LedgerField.COMMITTEE, LedgerField.TEAM, LedgerField.RISK),
    }
)


def _names(parties: list[LedgerParty]) -> str:
    return "、".join(one.name for one in parties)


def _on(side: Side) -> Callable[[Cells, LedgerCase, bool], Value]:
    return lambda _cells, case, _code: _names([one for one in case.parties if one.side is side])


def _at(level: Level) -> Callable[[Cells, LedgerCase, bool], Value]:
    return lambda cells, case, _code: cells.place(case.division, level)


def _where(cells: Cells, case: LedgerCase, _code: bool) -> str:
    community = cells.place(case.division, Level.COMMUNITY)
    return " ".join(one for one in (community, case.place) if one)


def _result(_cells: Cells, case: LedgerCase, _code: bool) -> str:
    if case.outcome in _SETTLED:
        return "调解成功"
    return "" if case.outcome is Outcome.OPEN else chinese(case.outcome)


def _amount(_cells: Cells, case: LedgerCase, _code: bool) -> Value:
    return None if case.cents is None else Decimal(case.cents).scaleb(-2)


def _scale(_cells: Cells, case: LedgerCase, code: bool) -> str:
    if code or case.scale is EventScale.UNSAID:
        return case.scale.value
    return chinese(case.scale)


def _success(_cells: Cells, case: LedgerCase, code: bool) -> str:
    settled = case.outcome in _SETTLED
    return str(int(settled)) if code else ("是" if settled else "否")


def _printed_source(_cells: Cells, case: LedgerCase, _code: bool) -> str:
    own = case.source in (CaseSource.PROACTIVE, CaseSource.GRID, CaseSource.COUNCIL)
    return "人民调解委员会主动调解" if own else "当事人申请"


def _statistics_source(cells: Cells, case: LedgerCase, _code: bool) -> str:
    line = cells.rules.source_of[case.source]
    return next(one.name.zh for one in cells.rules.sources if one.id == line)


_SAID: Mapping[LedgerField, Callable[[Cells, LedgerCase, bool], Value]] = {
    LedgerField.TITLE: lambda cells, case, _code: cells._open(case.title or case.text[:40]),
    LedgerField.SUMMARY: lambda cells, case, _code: cells._open(case.text)[:LONGEST_SUMMARY],
    LedgerField.COUNTY: _at(Level.COUNTY),
    LedgerField.STREET: _at(Level.STREET),
    LedgerField.COMMUNITY: _at(Level.COMMUNITY),
    LedgerField.PLACE: _where,
    LedgerField.PARTIES: lambda _cells, case, _code: _names(list(case.parties)),
    LedgerField.APPLICANTS: _on(Side.APPLICANT),
    LedgerField.RESPONDENTS: _on(Side.RESPONDENT),
    LedgerField.PEOPLE: lambda _cells, case, _code: case.people or len(case.parties),
    LedgerField.UNITS: lambda _cells, case, _code: _names(
        [one for one in case.parties if one.kind is PartyKind.ORGANISATION]
    ),
    LedgerField.PHONES: lambda cells, case, _code: cells.phones(case),
    LedgerField.CATEGORY: lambda _cells, case, _code: chinese(case.category),
    LedgerField.TOPIC: lambda _cells, case, _code: chinese(case.topic),
    LedgerField.SOURCE: lambda _cells, case, _code: chinese(case.source),
    LedgerField.PRINTED_SOURCE: _printed_source,
    LedgerField.STATISTICS_SOURCE: _statistics_source,
    LedgerField.CHANNEL: lambda _cells, case, _code: chinese(case.channel),
    LedgerField.MEDIATOR_PHONE: lambda _cells, case, _code: case.mediator_phone,
    LedgerField.STAGE: lambda _cells, case, _code: chinese(case.stage),
    LedgerField.RESULT: _result,
    LedgerField.SUCCESS: _success,
    LedgerField.SITUATION: lambda cells, case, _code: cells._open(case.reason or case.terms)[
        :LONGEST_SUMMARY
    ],
    LedgerField.FORM: lambda _cells, case, _code: chinese(case.form) if case.form else "",
    LedgerField.AMOUNT: _amount,
    LedgerField.SATISFACTION: lambda _cells, case, _code: (
        chinese(case.satisfaction) if case.satisfaction else ""
    ),
    LedgerField.COMPLEX: lambda _cells, case, _code: "是" if case.complex else "",
    LedgerField.SCALE: _scale,
}
