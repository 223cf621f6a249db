"""The convention as it hangs on the board of a stairwell or an estate."""

from collections.abc import Iterator
from datetime import date

from mediator_desk.labels import chinese
from mediator_desk.paper.facts_conventions import ConventionFacts
from mediator_desk.paper.papers import print_form
from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.setting import Press
from mediator_desk.paper.wording import day
from mediator_desk.ports import Desk
from mediator_desk.records.convention import AdoptingBody, ConventionVersion, VersionState
from mediator_desk.rows.conventions import ConventionFile
from mediator_desk.rules.conventions import numbered
from mediator_desk.rules.place_names import short_name
from mediator_desk.usecases.papers.sort import PaperName, PaperSort

_COUNTED = {
    AdoptingBody.HOUSEHOLDS: "户",
    AdoptingBody.REPRESENTATIVES: "名",
    AdoptingBody.RESIDENTS_MEETING: "人",
}
_DRAFTS = (VersionState.DRAFT, VersionState.CONSULTED)


def convention_facts(desk: Desk, file: ConventionFile) -> ConventionFacts:
    """Put the version in force, or else the newest one, into words."""
    version, convention = file.holding or file.newest, file.convention
    draft = version.state in _DRAFTS
    return ConventionFacts(
        number=f"{convention.number}　第{version.ordinal}版",
        title=convention.title + ("（征求意见稿）" if draft else ""),
        scope=file.scope or _division(desk, convention.division),
        text=numbered(version.articles),
        adopted_words=_adopted(version),
        filed_words=_filed(version),
        force_words=_force(version),
        body=desk.team.name if draft else _whose(file, version),
        signed_on=version.drafted_on if draft else version.adopted_on,
        hint="对草案有意见的，请在公示期内向社区提出。" if draft else "请共同遵守，互相提醒。",
    )


def _whose(file: ConventionFile, version: ConventionVersion) -> str:
    """Say below the text whose convention it is."""
    if version.body is AdoptingBody.HOUSEHOLDS:
        return f"{file.convention.building}全体住户"
    return "" if version.body is None else chinese(version.body)


def _adopted(version: ConventionVersion) -> str:
    if version.body is None or version.adopted_on is None:
        return ""
    unit = _COUNTED[version.body]
    counts = f"应到{version.due}{unit}，参加{version.present}{unit}，同意{version.agreeing}{unit}"
    return f"本公约于{day(version.adopted_on)}由{chinese(version.body)}通过（{counts}）。"


def _filed(version: ConventionVersion) -> str:
    if version.filed_on is None:
        return ""
    office = version.filed_with or "街道办事处"
    return f"已于{day(version.filed_on)}报{office}备案，备案号：{version.filed_number}。"


def _force(version: ConventionVersion) -> str:
    begins: date | None = version.in_force_from or version.planned_from
    return "" if begins is None else f"本公约自{day(begins)}起施行。"


def _division(desk: Desk, code: str) -> str:
    known = desk.books.divisions.get(code)
    return "" if known is None else short_name(known.name)


def _convention(desk: Desk, press: Press, file: ConventionFile) -> Iterator[Printed]:
    yield print_form(press, "F30C", convention_facts(desk, file))


PAPERS = (
    PaperSort(
        name=PaperName.CONVENTION,
        about=ConventionFile,
        make=_convention,
        ready=lambda _file: True,
    ),
)
