"""Issue a paper: it is kept as it left the desk, and each page can be told when it comes back."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from mediator_desk.paper.papers import bind
from mediator_desk.paper.pdf import Printed, marked, write
from mediator_desk.paper.setting import Press, open_press
from mediator_desk.paper.sign_places import places_of
from mediator_desk.ports import Desk, Work
from mediator_desk.records.issued_paper import IssuedPaper
from mediator_desk.refusals import NotFound, Refusal
from mediator_desk.rows import CaseFile, Changes, TopicFile, VoteFile, WhistleFile
from mediator_desk.rows.conventions import ConventionFile
from mediator_desk.rows.notices import NoticeFile
from mediator_desk.rows.revenue import RevenueFile
from mediator_desk.rows.team_work import AwardFile, HandoverFile, SweepFile
from mediator_desk.rules.issued_papers import InkPlace, mark_of, typed_mark
from mediator_desk.rules.roles import permit
from mediator_desk.usecases.papers.named import files_named
from mediator_desk.usecases.papers.sort import PaperName, PaperSort
from mediator_desk.usecases.print_papers import papers_of, sort_of
from mediator_desk.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuePaper:
    """Which paper of which record, by its number or id."""

    number: str
    paper: PaperName


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """A paper as it leaves the desk, marked on each page, and the issues that are in it.

    ``new`` counts those that say something their last issue did not; the others are copies.
    """

    printed: Printed
    issues: tuple[IssuedPaper, ...]
    new: int
    changes: Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """One paper laid out, what it is about, and the digest of what its pages say.

    The record inside a volume does not count: it changes with every issue that is kept.
    """

    about: UUID
    part: int
    printed: Printed
    digest: str


def may_be_issued(paper: PaperName) -> bool:
    """Tell whether a paper is one that leaves the desk; a summary for ourselves is not."""
    return sort_of(paper).issued


def issue_paper(desk: Desk, asked: IssuePaper, fonts: Path) -> Issued:
    """Issue a paper; one that says nothing new is given as a copy of its last issue.

    A case with several sittings has several records: each is an issue of its own. Raises
    ``Refusal``, ``GlyphMissing``; then nothing is issued.
    """
    permit(desk.person.role, "issue-paper")
    sort = sort_of(asked.paper)
    if not sort.issued:
        raise Refusal(N_("This paper is for ourselves and is not issued. Print it as it is."))
    press = open_press(fonts)
    drafts = _drafts(desk, press, sort, asked.number)
    with desk.work("issue-paper") as work:
        former = [_former(work, one, asked.paper) for one in drafts]
        told = [
            _copy(desk, press, one, last)
            if last is not None and last.draft_digest == one.digest
            else _new(desk, work, press, asked.paper, one, last)
            for one, last in zip(drafts, former, strict=True)
        ]
        new = sum(issue not in former for issue, _printed in told)
        changes = work.commit() if new else Changes()
    papers = [printed for _issue, printed in told]
    return Issued(
        printed=papers[0] if len(papers) == 1 else bind(press, papers, papers[0].title),
        issues=tuple(issue for issue, _printed in told),
        new=new,
        changes=changes,
    )


def issued_content(desk: Desk, mark: str) -> tuple[IssuedPaper, bytes]:
    """Give an issued paper and its bytes as they left the desk. Raises ``NotFound``."""
    issue = desk.queries.issued_by_mark(typed_mark(mark))
    if issue is None:
        raise NotFound(N_("No paper with the mark {mark} was issued here."), mark=mark)
    return issue, desk.queries.content(issue.sha256)


def subject_of(file: object) -> UUID:
    """Name the record a file is about."""
    match file:
        case CaseFile():
            return file.dispute.id
        case WhistleFile():
            return file.whistle.id
        case TopicFile():
            return file.topic.id
        case VoteFile():
            return file.vote.id
        case NoticeFile():
            return file.notice.id
        case RevenueFile():
            return file.account.id
        case ConventionFile():
            return file.convention.id
        case SweepFile():
            return file.sweep.id
        case HandoverFile():
            return file.handover.id
        case AwardFile():
            return file.claim.id
        case _:
            raise TypeError(type(file).__name__)


def _drafts(desk: Desk, press: Press, sort: PaperSort[Any], number: str) -> list[_Draft]:
    """Lay the papers out, all before the first is issued."""
    return [
        _Draft(
            about=subject_of(file),
            part=part,
            printed=printed,
            digest=hashlib.sha256(write(press, printed.papers, printed.title).pdf).hexdigest(),
        )
        for file in files_named(desk, number, sort.about)
        for part, printed in enumerate(papers_of(desk, press, sort, file, number))
    ]


def _former(work: Work, draft: _Draft, paper: PaperName) -> IssuedPaper | None:
    """Find the last issue; of two that two stations made apart, the later one."""
    issues = [
        one
        for one in work.of(IssuedPaper, draft.about)
        if one.paper == paper.value and one.part == draft.part
    ]
    return max(issues, key=lambda one: (one.issued_at, one.id), default=None)


def _copy(
    desk: Desk, press: Press, draft: _Draft, last: IssuedPaper
) -> tuple[IssuedPaper, Printed]:
    """Give the last issue once more, byte for byte."""
    printed = marked(press, draft.printed, last.mark)
    return last, printed.as_kept(desk.queries.content(last.sha256))


def _new(
    desk: Desk,
    work: Work,
    press: Press,
    paper: PaperName,
    draft: _Draft,
    last: IssuedPaper | None,
) -> tuple[IssuedPaper, Printed]:
    """Keep a paper as it leaves the desk; what it replaces stays."""
    id = desk.new_id()
    printed = marked(press, draft.printed, mark_of(id))
    issue = IssuedPaper(
        id=id,
        about=draft.about,
        paper=paper.value,
        part=draft.part,
        title=printed.title,
        issue=last.issue + 1 if last is not None else 1,
        mark=mark_of(id),
        template=" ".join(sorted({one.template for one in draft.printed.papers})),
        draft_digest=draft.digest,
        sha256=work.keep_content(printed.pdf),
        size=len(printed.pdf),
        pages=printed.pages,
        places=tuple(_places(printed)),
        replaces=last.id if last is not None else None,
        issued_at=desk.now(),
        by=desk.person.id,
    )
    return work.add(issue), printed


def _places(printed: Printed) -> Iterable[str]:
    """Write down where ink is awaited."""
    for one in places_of(printed):
        place = InkPlace(
            page=one.page + 1,
            x=one.x,
            y=one.y,
            width=one.width,
            height=one.height,
            kind=one.kind.value,
            label=one.label,
            who=one.who,
        )
        yield place.written()
