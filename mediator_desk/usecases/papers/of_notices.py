"""The paper of a public notice: what hangs on the boards (F30)."""

from collections.abc import Iterator
from datetime import date, timedelta

from mediator_desk.labels import chinese
from mediator_desk.paper.facts_notice import PublicNoticeFacts
from mediator_desk.paper.papers import print_form
from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.setting import Press
from mediator_desk.ports import Desk
from mediator_desk.records.public_notice import Objection
from mediator_desk.rows.notices import NoticeFile
from mediator_desk.rules.masking import mask_text
from mediator_desk.usecases.papers.sort import PaperName, PaperSort


def _notice(_desk: Desk, press: Press, file: NoticeFile) -> Iterator[Printed]:
    yield print_form(press, "F30", notice_facts(file))


def notice_facts(file: NoticeFile) -> PublicNoticeFacts:
    """Say what the notice says; who objected stays unsaid, for everybody can read it."""
    notice = file.notice
    first = notice.may_come_down_on
    return PublicNoticeFacts(
        number=notice.number,
        kind=chinese(notice.kind),
        title=notice.title,
        content=notice.text,
        posted=_day(notice.posted_on),
        until="" if first is None else _day(first - timedelta(days=1)),
        where="、".join(notice.boards),
        issuer=notice.issuer,
        posted_on=notice.posted_on,
        contact=notice.contact,
        objections="\n".join(_objection(one) for one in file.objections if one.answer),
    )


def _objection(one: Objection) -> str:
    return mask_text(f"{_day(one.raised_on)}：{one.text}　答复：{one.answer}")


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


PAPERS = (
    PaperSort(
        name=PaperName.PUBLIC_NOTICE,
        about=NoticeFile,
        make=_notice,
        ready=lambda _file: True,
    ),
)
