"""Is what is printed what was typed? ``python -m bench.exactness [--cases N] [--seed N]``.

Made-up texts (rare planes, hostile markup, long runs, mixed digits) are printed into an agreement
and taken out of the PDF again with PDFium. Then lines are judged over 92 widths. The exit code is 1
when one text differs or one line is wrong.

White space: a run of it counts as none, for a PDF has no spaces but gaps. What leaves no ink
(controls, joiners, marks of direction) is not printed, and a letter with a loose accent is one
character, as ``paper/chain.py:printable`` says.
"""

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from bench.papers import agreement
from mediator_desk.paper.breaking import NO_END, NO_START
from mediator_desk.paper.chain import printable
from mediator_desk.paper.papers import print_agreement
from mediator_desk.paper.preview import text_of
from mediator_desk.paper.setting import Align, Face, Press, Span, Style, open_press
from mediator_desk.rules.characters import character_sets
from mediator_desk.troubles import GlyphMissing

HOSTILE = (
    "<b>粗体</b>", "<b>未闭合", "</para>", '<img src="/etc/hostname"/>',
    '<img src="file:///etc/passwd">', "<font color=red>红</font>", "&amp;&lt;&#65;", "&", "<",
    "a<b>c", "<!-- 注 -->", "<![CDATA[x]]>", "<?xml version='1.0'?>", "<!DOCTYPE x>",
    "<script>alert(1)</script>", "{committee}{0}{}", "%s %d %(a)s", "\\n\\u0041", ") Tj ET (",
    "<</Type/Catalog>>", "endstream endobj", "$(id) `id` ;rm", "=1+1", "'; DROP TABLE dispute;--",
)  # fmt: skip
USUAL = "申请人与被申请人系上下楼邻居因家中水管破裂致客厅吊顶墙面及木地板受损双方就赔偿数额发生争执"
MARKS = "，。、；：！？（）《》“”‘’【】〔〕……——·～％℃"
DIGITS = "0123456789０１２３４５６７８９①②③〇一二三壹贰叁仟佰拾￥$.,%-/"
LATIN = "The quick LPR wang.miao@example.org No.20260303 Éàü ½ ±0.5℃ 12.5㎡ "
TEXT = (
    "申请人欧阳𬱖㛃（女，1988年3月15日出生）与被申请人“某某物业服务有限公司”因公共区域漏水发生纠纷："
    "2026年3月3日，5号楼2单元的水管破裂，造成客厅吊顶、墙面、木地板受损；经核对，维修报价合计￥3,802.00元"
    "（大写：叁仟捌佰零贰元整）……双方同意：一次性支付！是否分期？不分期。‘以后’怎么办——再议。联系邮箱"
    "wang.miao@example.org，电话０４００—8412345；参见《民法典》第1165条、《人民调解法》第29条——“协议书"
    "自各方当事人签名、盖章或者按指印之日起生效”。利率按LPR（3.45%）计付，误差±0.5℃，面积12.5㎡，比例"
    "2/3；备注：①已现场查看；②票据№20260303。阿依古丽·买买提作证：１２号楼的Wi-Fi与此无关。"
) * 2
WIDTHS = tuple(120 + 4 * step for step in range(92))
_FOOT = "第1页共2页"


def texts(cases: int, seed: int = 2026) -> Iterator[str]:
    """Make texts up, the same for the same seed; each kind comes in turn."""
    chance = random.Random(seed)
    blocks = [[chr(one) for one in held.members()] for held in character_sets()]
    kinds: tuple[Callable[[], str], ...] = (
        lambda: _some(chance, chance.choice(blocks), 12),
        lambda: chance.choice(HOSTILE),
        lambda: chance.choice(USUAL + "𠮷㛃A1") * chance.randint(60, 160),
        lambda: _some(chance, DIGITS, 40),
        lambda: _some(chance, LATIN + MARKS, 60),
        lambda: _some(chance, USUAL + MARKS, 80),
        lambda: "王\u200b\u202e淼\ufeff\tcafe\u0301\u00a0B\r\n李\x1b\u2028犇",
    )
    for number in range(cases):
        first = kinds[number % len(kinds)]()
        yield f"{_some(chance, USUAL, 6)}{first}{chance.choice(kinds)()}"


def _some(chance: random.Random, among: object, most: int) -> str:
    return "".join(chance.choices(among, k=chance.randint(1, most)))  # type: ignore[call-overload]


def outcome(press: Press, text: str) -> str:
    """Print a text and take it out again: ``same``, ``refused`` (by name), or ``different``."""
    facts = replace(agreement(), facts_and_issues=f"起{text}止", parties=())
    try:
        printed = print_agreement(press, facts)
    except GlyphMissing as said:
        named = str(said.places["character"])
        held = press.chains[Face.TEXT].glyph(named) if named in text else None
        return "refused" if named in text and held is None else "different"
    typed = _squeezed(printable(f"起{text}止", press.chains[Face.TEXT], ""))
    read = _squeezed(text_of(printed.pdf))
    for page in range(1, printed.pages + 1):
        read = read.replace(_squeezed(f"{facts.agreement_no}第{page}页共{printed.pages}页"), "")
    return "same" if typed in read else "different"


def _squeezed(text: str) -> str:
    # PDFium gives a hyphen at the end of a line as U+FFFE.
    return "".join(text.replace("\ufffe", "-").split())


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found over the widths."""

    lines: int
    begin: int
    end: int
    over: int
    cut: int  # words longer than the line; there is no other way


def judged(press: Press, face: Face = Face.TEXT) -> Judged:
    """Set a text of all kinds of marks at many widths, and count what print forbids."""
    lines = begin = end = over = cut = 0
    for width in WIDTHS:
        style = Style(size=14, pitch=22, align=Align.JUSTIFY)
        found = press.set([Span(TEXT, "正文", face)], style, float(width))
        said = [line.text for line in found]
        lines += len(said)
        begin += sum(one[0] in NO_START for one in said[1:])
        end += sum(one.rstrip()[-1] in NO_END for one in said[:-1])
        over += sum(line.left + line.width > width + 0.02 for line in found)
        cut += sum(one[-1:].isascii() and two[:1].isascii() and (one[-1] + two[0]).isalnum()
                   for one, two in pairwise(said))  # fmt: skip
    return Judged(lines, begin, end, over, cut)


def main() -> int:
    """Print the counts."""
    parser = argparse.ArgumentParser(prog="python -m bench.exactness", description=__doc__)
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=2026)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        press = open_press(Path(folder))
        counts: Counter[str] = Counter()
        for text in texts(asked.cases, asked.seed):
            told = outcome(press, text)
            counts[told] += 1
            if told == "different":
                print("different:", ascii(text))
        print(f"{asked.cases} texts, seed {asked.seed}: {dict(counts)}")
        found = [judged(press, face) for face in (Face.TEXT, Face.HEAD)]
        for face, one in zip(("text", "head"), found, strict=True):
            print(f"{face}, {len(WIDTHS)} widths: {one}")
    return int(bool(counts["different"] or any(one.begin + one.end + one.over for one in found)))


if __name__ == "__main__":
    sys.exit(main())
