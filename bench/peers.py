"""Papers beside other ways to make them: bare ReportLab, Typst, fpdf2 and WeasyPrint.

The others live in an environment of their own (requirements/bench.lock); without it only the
floor is measured.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from io import BytesIO
from itertools import islice
from pathlib import Path
from time import perf_counter

from reportlab.pdfgen.canvas import Canvas

from bench.papers import agreement, plain_font
from bench.timing import MILLI, Pair, both_times, pair
from mediator_desk.paper.facts import AgreementFacts, SummaryFacts
from mediator_desk.paper.fonts import SANS_BOLD, SERIF, unpacked
from mediator_desk.paper.layout import MM
from mediator_desk.paper.papers import print_agreement, print_case_summary
from mediator_desk.paper.pdf import Printed
from mediator_desk.paper.pool import Pool
from mediator_desk.paper.setting import Press, open_press

MAKERS = Path(__file__).with_name("other_makers.py")
_SLOW = 100.0  # what takes more milliseconds is measured in fewer turns
_PARTS = 5  # a batch is made in so many turns
Text = dict[str, object]


class Other:
    """A process that makes the same paper in another way."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def make(self, text: Text) -> float:
        """Make a paper and give the milliseconds it says it took."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(text, ensure_ascii=False) + "\n")
        self._process.stdin.flush()
        return float(json.loads(self._process.stdout.readline())["ms"])


def measure(fonts: Path, python: Path, rounds: int, batch: int) -> Iterator[Pair]:
    """Measure one page, then a batch, each beside the others in turns."""
    press = open_press(fonts)
    facts = replace(
        agreement(), parties=agreement().parties[:1], terms=agreement().terms[1:], obligations=()
    )
    assert print_agreement(press, facts).pages == 1
    names = {name: f"plain-{name}" for name in (SERIF, SANS_BOLD)}
    for name, plain in names.items():
        plain_font(plain, unpacked(name, fonts))
    files = [str(unpacked(name, fonts)) for name in (SERIF, SANS_BOLD)]
    there = python.exists()
    if not there:
        sys.stderr.write("The others are not installed (see docs/performance.md).\n")
    with ExitStack() as stack:
        others = {
            name: stack.enter_context(_started(python, name, files))
            for name in (("typst", "typst-a3b", "fpdf2", "weasyprint") if there else ())
        }
        yield from _one_page(press, facts, names, others, rounds)
        if others:
            yield _batch(press, others["typst"], batch)


def _one_page(
    press: Press,
    facts: AgreementFacts,
    names: dict[str, str],
    others: dict[str, Other],
    rounds: int,
) -> Iterator[Pair]:
    ours: list[float] = []
    times: dict[str, list[float]] = {name: [] for name in others}
    floors = {"floor": names, "own": {name: name for name in names}}
    used: dict[str, list[float]] = {name: [] for name in ("ours", *floors)}
    slow = {name: other.make(_agreement_text(facts)) and 0.0 for name, other in others.items()}
    for turn in range(rounds):
        # Each turn has other characters, as papers do, so that no cut of a font is used again.
        now = replace(facts, performance=f"{facts.performance}{_rare(turn, 20)}")
        printed = print_agreement(press, now)
        jobs: list[tuple[str, Callable[[], object]]] = [
            ("ours", lambda: print_agreement(press, now).pdf),  # noqa: B023 - runs now
            *((name, partial(_floor, printed, fonts)) for name, fonts in floors.items()),
        ]
        # Who comes later finds the outlines at hand, so each is first, second and last in turns.
        first = turn % len(jobs)
        for name, job in jobs[first:] + jobs[:first]:
            took, processor = both_times(job)
            used[name].append(processor)
            if name == "ours":
                ours.append(took)
        for name, other in others.items():
            if slow[name] < _SLOW or turn < max(1, rounds // 10):
                slow[name] = other.make(_agreement_text(now))
                times[name].append(slow[name])
    told = {
        "floor": "bare ReportLab draws the same letters in the same places and fonts, kept parsed",
        "own": "the same, but with our cutting and packing of fonts: only the drawing is bare",
        "typst": "typst, the same text, fonts and kinds of blocks",
        "typst-a3b": "typst, as PDF/A-3b like ours",
        "fpdf2": "fpdf2",
        "weasyprint": "WeasyPrint",
    }
    for name in floors:
        what = "one agreement, one page, warm, processor time"
        aim = "at most 1" if name == "floor" else ""
        yield pair(what, used["ours"], used[name], floor_is=told[name], aim=aim)
    for name, taken in times.items():
        aim = "" if name.startswith("typst") else "below 1"
        yield pair("one agreement, one page, warm", ours, taken, floor_is=told[name], aim=aim)


def _floor(printed: Printed, names: dict[str, str]) -> bytes:
    """Draw the letters of a laid-out paper with ReportLab alone."""
    out = BytesIO()
    canvas = Canvas(out, initialFontName=names[SERIF], pageCompression=1)
    for paper in printed.papers:
        left = paper.layout.margins.left * MM
        top = (paper.layout.page.height - paper.layout.margins.top) * MM
        for page in paper.pages:
            for laid in page.laid:
                for placed in laid.strip.lines:
                    line = placed.line
                    text = canvas.beginText(
                        left + line.left, top - laid.down - placed.down - line.base
                    )
                    for piece in line.pieces:
                        text.setFont(names[piece.font], line.size)
                        text.textOut(piece.text)
                    canvas.drawText(text)
            canvas.showPage()
    canvas.save()
    return out.getvalue()


def _batch(press: Press, typst: Other, batch: int) -> Pair:
    """Print many different summaries with all cores, and let one typst process do the same."""
    each = max(1, batch // _PARTS)
    ours: list[float] = []
    theirs: list[float] = []
    with Pool(press, whole=False) as pool:
        list(pool.print_all(map(_job, range(4))))  # both are warm when it begins
        for part in range(_PARTS):
            numbers = range(part * each, part * each + each)
            start = perf_counter()
            made = sum(1 for one in pool.print_all(map(_job, numbers)) if one.printed)
            ours.append((perf_counter() - start) * MILLI / each)
            assert made == each
            texts = map(_summary_text, map(_summary, numbers))
            theirs.append(sum(map(typst.make, texts)) / each)
    return pair(
        f"one of {each * _PARTS:,} different summaries, worker processes",
        ours,
        theirs,
        floor_is="one typst process",
        aim="below 1",
    )


def _job(number: int) -> partial[Printed]:
    return partial(print_case_summary, facts=_summary(number))


def _rare(number: int, count: int) -> str:
    return "".join(chr(0x4E00 + (number * 37 + at * 101) % 20_000) for at in range(count))


def _summary(number: int) -> SummaryFacts:
    """Make up a summary; each tells of other things in other characters."""
    rare = _rare(number, 24)
    return SummaryFacts(
        number=f"示例-2026-{number}",
        topic=f"楼上水管破裂赔偿纠纷{rare[:4]}",
        place=f"示例小区{number % 40 + 1}号楼",
        team="示例调解队",
        handler="承办：示例员",
        state="已达成协议，履行中",
        route="就地调解",
        route_reason="事实清楚，双方同意调解。",
        next_step="督促支付维修费",
        next_by="2026年12月31日",
        late="还有27个工作日",
        happened=f"申请人与被申请人系上下楼邻居。因家中水管破裂，致客厅吊顶受损，计{number}元。{rare}",
        logged="2026年11月3日登记",
        masking="姓名、电话已作隐名处理",
        printed="2026年11月23日打印",
        parties=(("申请人", f"{rare[4:6]}*", "0000-****345", "同意"),),
        events=(("11月3日", "登记", rare[6:9]), ("11月4日", "受理", rare[9:12])),
    )


def _agreement_text(facts: AgreementFacts) -> Text:
    (party,) = facts.parties
    rows = [
        ["姓名", party.name], ["性别", party.sex], ["民族", party.ethnicity],
        ["年龄", party.age], ["联系方式", party.contact], ["单位或住址", party.address],
    ]  # fmt: skip
    terms = [f"{at}. {said}" for at, said in enumerate(facts.terms, start=1)]
    parts = [
        ["纠纷主要事实、争议事项：", [facts.facts_and_issues]],
        ["经调解，自愿达成如下协议：", terms],
        ["履行方式、时限：", [facts.performance]],
        ["", ["申请人：　　　　　　　　　　　人民调解员：示例员", "2026年11月23日"]],
    ]
    return {"title": "人民调解协议书", "number": f"编号：{facts.agreement_no}",
            "rows": rows, "parts": parts}  # fmt: skip


def _summary_text(facts: SummaryFacts) -> Text:
    rows = [
        ["当前状态", f"{facts.state}　{facts.route}"], ["下一步", facts.next_step],
        ["完成时限", f"{facts.next_by}　{facts.late}"],
        *(["　".join(one[:2]), "　".join(one[2:])] for one in (*facts.parties, *facts.events)),
    ]  # fmt: skip
    parts: Sequence[object] = [["经过", [facts.happened]], ["理由", [facts.route_reason]]]
    about = f"{facts.place}　{facts.team}　{facts.handler}　{facts.logged}　{facts.masking}"
    return {"title": facts.topic, "number": about, "rows": rows, "parts": parts}


@contextmanager
def _started(python: Path, name: str, files: Sequence[str]) -> Iterator[Other]:
    command = [str(python), str(MAKERS), name, *islice(files, 2)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as run:
        try:
            yield Other(run)
        finally:
            assert run.stdin is not None
            run.stdin.close()
