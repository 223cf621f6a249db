"""The papers of the desk: facts in, a printed PDF out."""

import hashlib
from collections.abc import Callable, Iterable, Sequence

import msgspec

from mediator_desk.paper.covers import back_cover, cover
from mediator_desk.paper.facts import (
    AcceptanceFacts,
    AgreementFacts,
    RecordFacts,
    SummaryFacts,
    TopicFacts,
)
from mediator_desk.paper.facts_whistles import ReplyFacts, WhistleFacts
from mediator_desk.paper.form import Form
from mediator_desk.paper.layout import Layout
from mediator_desk.paper.pdf import Paper, Printed, write, write_through
from mediator_desk.paper.ruled import ruled
from mediator_desk.paper.running import running
from mediator_desk.paper.setting import Press
from mediator_desk.paper.strips import paginate
from mediator_desk.paper.summary import summarised
from mediator_desk.paper.wording import filled

_SHAPES = {"running": running, "ruled": ruled, "cover": cover, "back": back_cover}
_UNNUMBERED = ("cover", "back")
_DIGEST = 16


def print_acceptance_register(press: Press, facts: AcceptanceFacts) -> Printed:
    """Print 人民调解受理登记表 (F04)."""
    return print_form(press, "F04", facts)


def print_mediation_record(press: Press, facts: RecordFacts) -> Printed:
    """Print 人民调解记录 (F10), one for each sitting."""
    return print_form(press, "F10", facts)


def print_agreement(press: Press, facts: AgreementFacts) -> Printed:
    """Print 人民调解协议书 (F11)."""
    return print_form(press, "F11", facts)


def print_oral_agreement_register(press: Press, facts: AgreementFacts) -> Printed:
    """Print 人民调解口头协议登记表 (F12)."""
    return print_form(press, "F12", facts)


def print_council_topic(press: Press, facts: TopicFacts) -> Printed:
    """Print 居民议事会议题登记表 (F28)."""
    return print_form(press, "F28", facts)


def print_whistle_slip(press: Press, facts: WhistleFacts) -> Printed:
    """Print 吹哨单 (F34)."""
    return print_form(press, "F34", facts, code=facts.code)


def print_whistle_reply(press: Press, facts: ReplyFacts) -> Printed:
    """Print 报到反馈单 (F35), with the code of the call at its head."""
    return print_form(press, "F35", facts, code=facts.code)


def print_case_summary(press: Press, facts: SummaryFacts) -> Printed:
    """Print what a team lead wants to know of a case at a glance."""
    measures = press.forms.layout("summary")
    pages = paginate(summarised(press, facts, measures), measures.height)
    title = f"案情摘要　{facts.number}"
    paper = Paper(
        title=title,
        author=facts.team,
        foot=f"{facts.number}　{facts.printed}",
        layout=measures,
        pages=pages,
    )
    return write(press, [paper], title)


def bind(press: Press, papers: Sequence[Printed], title: str) -> Printed:
    """Put several papers into one PDF, each with its bookmark and its own page numbers."""
    bound = [one for printed in papers for one in printed.papers]
    return write(press, bound, title, [file for one in papers for file in one.attached])


def bind_all(press: Press, papers: Iterable[Printed], title: str) -> Printed:
    """Put any number of papers into one PDF, taking them one by one, as they come."""
    laid = (_with_fonts(press, one) for printed in papers for one in printed.papers)
    return write_through(press, laid, title)


def _with_fonts(press: Press, paper: Paper) -> Paper:
    """Open the fonts of a paper that was laid out in another process."""
    signs: dict[str, str] = {}
    for page in paper.pages:
        for line in page.lines:
            for piece in line.pieces:
                if piece.text:
                    signs.setdefault(piece.font, piece.text[0])
    for chain in press.chains.values():
        for sign in signs.values():
            chain.glyph(sign)
    return paper


def print_form(press: Press, id: str, facts: object, *, code: str = "") -> Printed:
    """Print any blank by its number, once every character of it is known to print."""
    blank = press.forms.form(id)
    measures = press.forms.layout(blank.layout)
    pages = paginate(_SHAPES[blank.shape](press, blank, facts, measures), measures.height)
    foot = filled(blank.foot, facts)
    title = f"{filled(blank.title, facts)}　{foot}".strip()
    paper = Paper(
        title=title,
        author=filled(blank.author, facts),
        foot=foot,
        layout=measures,
        pages=pages,
        code=code,
        numbered=blank.shape not in _UNNUMBERED,
        template=f"{blank.id}@{_digest(blank, measures)}",
    )
    return write(press, [paper], title)


def _digest(blank: Form, measures: Layout) -> str:
    """Tell a blank with its measures from every other."""
    told = blank.digest.encode("ascii") + msgspec.json.encode(measures)
    return hashlib.sha256(told).hexdigest()[:_DIGEST]


def print_together(press: Press, jobs: Sequence[Callable[[Press], Printed]]) -> Printed:
    """Do several jobs and bind what they give; one alone is that paper."""
    papers = [job(press) for job in jobs]
    return papers[0] if len(papers) == 1 else bind(press, papers, papers[0].title)
