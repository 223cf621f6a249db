"""Notices hung on the boards, as far as a test needs them."""

from dataclasses import replace
from datetime import date, datetime, time
from uuid import UUID

from mediator_desk.records import R
from mediator_desk.records.public_notice import NoticeKind
from mediator_desk.rules.durations import CHINA, local_day
from mediator_desk.usecases.hanging import Hung, hang
from mediator_desk.usecases.post_notice import post_notice
from mediator_desk.usecases.public_notices import (
    PostNotice,
    RaiseObjection,
    raise_objection,
)
from tests.usecases.cases import Cases


def hung(here: Cases, **said) -> UUID:
    """Hang a notice on two boards."""
    asked = PostNotice(
        kind=NoticeKind.RESULT,
        title="停车位规划决议",
        text="决定在东墙内侧划十二个车位。",
        boards=("小区东门公示栏", "居委会公示栏"),
    )
    return post_notice(here.desk, replace(asked, **said)).of("public_notice")[0]


def objected(here: Cases, notice: UUID, **said) -> UUID:
    """Object to a notice."""
    asked = RaiseObjection(notice=notice, text="东墙是消防通道")
    return raise_objection(here.desk, replace(asked, **said)).of("objection")[0]


def objected_to(here: Cases, limit: str) -> UUID:
    """Object to a notice of a topic whose answers are due by this limit; give the topic."""
    topic = here.topic()
    kinds = {"D13": NoticeKind.PROPERTY_INFORMATION, "D16.answer": NoticeKind.AGENDA}
    objected(here, hung(here, subject=topic, kind=kinds[limit]))
    return topic


def made_known(here: Cases, kind: type[R], subject: UUID) -> None:
    """Hang the notice of a record, so that nothing but its state can refuse the next step."""
    with here.desk.open_work(here.desk.person.id) as work:
        hang(here.desk, work, work.get(kind, subject), Hung(where="公示栏", on=_today(here)))
        work.commit()


def read(here: Cases, kind: type[R], id: UUID) -> R:
    """Read a record as it is kept."""
    with here.desk.open_work(here.desk.person.id) as work:
        return work.get(kind, id)


def of(here: Cases, kind: type[R], owner: UUID) -> tuple[R, ...]:
    """Read the records of a subject."""
    with here.desk.open_work(here.desk.person.id) as work:
        return work.of(kind, owner)


def on(here: Cases, day: date) -> None:
    """Let it be nine in the morning of a day."""
    here.at.clock.moment = datetime.combine(day, time(9), CHINA)


def _today(here: Cases) -> date:
    return local_day(here.desk.now())
