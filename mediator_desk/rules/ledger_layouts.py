"""The layouts of ledgers as files: which of our fields stands under which heading of a superior.

``ledger`` at the top of a file names it; a team lead takes a new or changed one in like any file
of rules.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from mediator_desk.rules.remarks import Listed, Named
from mediator_desk.rules.rule_text import Field, RuleFileUnfit, read_toml
from mediator_desk.words import N_

LEDGERS = "ledgers"
_NAME = re.compile(r"[\w-]{1,40}")
_USUAL_WIDTH, _WIDEST = 12, 100


class LedgerField(StrEnum):
    """What a ledger can say of a case."""

    SEQ = "seq"
    NUMBER = "number"
    VOLUME_NO = "volume_no"
    TITLE = "title"
    TEXT = "text"
    SUMMARY = "summary"
    COUNTY = "county"
    STREET = "street"
    COMMUNITY = "community"
    PLACE = "place"
    PARTIES = "parties"
    APPLICANTS = "applicants"
    RESPONDENTS = "respondents"
    PEOPLE = "people"
    UNITS = "units"
    PHONES = "phones"
    CATEGORY = "category"
    TOPIC = "topic"
    SOURCE = "source"
    PRINTED_SOURCE = "printed_source"
    STATISTICS_SOURCE = "statistics_source"
    CHANNEL = "channel"
    HAPPENED_ON = "happened_on"
    LOGGED_ON = "logged_on"
    ACCEPTED_ON = "accepted_on"
    DUE_ON = "due_on"
    CLOSED_ON = "closed_on"
    MEDIATOR = "mediator"
    MEDIATOR_PHONE = "mediator_phone"
    COMMITTEE = "committee"
    TEAM = "team"
    STAGE = "stage"
    RESULT = "result"
    SUCCESS = "success"
    SITUATION = "situation"
    FORM = "form"
    AGREED_ON = "agreed_on"
    AMOUNT = "amount"
    PERFORMED_ON = "performed_on"
    FOLLOW_UP_ON = "follow_up_on"
    SATISFACTION = "satisfaction"
    CONFIRMED_ON = "confirmed_on"
    RISK = "risk"
    COMPLEX = "complex"
    SCALE = "scale"
    MAIN_NAME = "main_name"
    MAIN_ID_TYPE = "main_id_type"
    MAIN_ID_NUMBER = "main_id_number"
    MAIN_SEX = "main_sex"
    MAIN_ETHNICITY = "main_ethnicity"
    MAIN_ADDRESS = "main_address"
    FIXED = "fixed"


class Shown(StrEnum):
    """How a column shows what it holds."""

    USUAL = "usual"
    TEXT = "text"
    COMPACT_DAY = "compact_day"
    CODE = "code"


class Chosen(StrEnum):
    """Which cases of a period a ledger lists, by what happened to them in it."""

    LOGGED = "logged"
    ACCEPTED = "accepted"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutColumn:
    """One column; ``fixed`` is the text of every row where the field is ``fixed``."""

    field: LedgerField
    heading: str
    width: int = _USUAL_WIDTH
    shown: Shown = Shown.USUAL
    fixed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLayout:
    """One superior's ledger. The lines may hold {unit}, {period}, {maker} and {today}.

    ``identity`` tells that it asks for ID numbers: it is written only where that is switched on.
    """

    name: str
    called: Named
    title: str
    left: str
    right: str
    foot: str
    chosen: Chosen
    columns: tuple[LayoutColumn, ...]
    identity: bool = False


def layout_name(data: Field) -> str:
    """Give the name a layout says it has. Raises ``RuleFileUnfit``."""
    name = data.text("ledger")
    if not _NAME.fullmatch(name):
        raise RuleFileUnfit(
            N_("A ledger is called by letters, digits and hyphens, not “{name}”."), name=name
        )
    return name


def read_layouts(texts: Mapping[str, str]) -> Mapping[str, LedgerLayout]:
    """Read every layout, by name. Raises ``RuleFileUnfit``."""
    found = (
        _layout(read_toml(text)) for name, text in texts.items() if name.startswith(f"{LEDGERS}/")
    )
    return {one.name: one for one in found}


def _layout(data: Field) -> LedgerLayout:
    name = layout_name(data)
    said = data.table("about") or Field("about", {})
    title = data.text("title")
    columns = tuple(_column(one) for one in data.tables("column"))
    if not columns:
        raise RuleFileUnfit(N_("The ledger “{name}” has no columns. Add some."), name=name)
    return LedgerLayout(
        name=name,
        called=Named(said.text("zh", title), said.text("en", title)),
        title=title,
        left=data.text("left", ""),
        right=data.text("right", ""),
        foot=data.text("foot", ""),
        chosen=data.code("cases", Chosen, Chosen.CLOSED),
        columns=columns,
        identity=data.yes("identity"),
    )


def _column(one: Field) -> LayoutColumn:
    """Read a column; one that names no field of ours is refused, with those there are."""
    said = one.text("field")
    if said not in [field.value for field in LedgerField]:
        raise RuleFileUnfit(
            N_(
                "The column “{heading}” asks for “{field}”, which no case has. "
                "Choose one of: {known}."
            ),
            heading=one.text("heading"),
            field=said,
            known=Listed(tuple(field.value for field in LedgerField)),
        )
    return LayoutColumn(
        field=LedgerField(said),
        heading=one.text("heading"),
        width=min(one.number("width", _USUAL_WIDTH), _WIDEST),
        shown=one.code("shown", Shown, Shown.USUAL),
        fixed=one.text("fixed", ""),
    )
