"""Every character prints as itself, or nothing prints and the character is named."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediator_desk.paper.chain import printable
from mediator_desk.paper.papers import print_agreement
from mediator_desk.paper.preview import text_of
from mediator_desk.paper.setting import Face
from mediator_desk.troubles import GlyphMissing
from tests.paper.samples import APPLICANT, agreement

HOSTILE = (
    "<b>粗体</b>",
    "<b>未闭合",
    "</para>",
    '<img src="/etc/hostname"/>',
    '<img src="file:///etc/passwd">',
    "<font color=red>红</font>",
    "&amp;&lt;&#65;",
    "&",
    "<",
    "a<b>c",
    "<!-- 注 -->",
    "<![CDATA[x]]>",
    "<?xml version='1.0'?>",
    "<!DOCTYPE x>",
    "<script>alert(1)</script>",
    "{committee}{0}{}",
    "%s %d %(a)s",
    "\\n\\u0041",
    ") Tj ET (",
    "<</Type/Catalog>>",
    "endstream endobj",
    "$(id) `id` ;rm",
    "=1+1",
    "'; DROP TABLE dispute;--",
)


def squeezed(text):
    return "".join(text.split())


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_text_is_printed_as_the_text_it_is(press, payload):
    printed = print_agreement(press, agreement(facts_and_issues=f"起{payload}止"))

    assert squeezed(f"起{payload}止") in squeezed(text_of(printed.pdf))


@pytest.mark.parametrize(
    "name",
    [
        "王㛃",
        "李䶮",
        "欧阳𬱖",
        "陈𫍽",
        "𮧵某",
        "阿卜杜·热合曼",
        "𠮷某",
        "\U0002ebf0\U0002ee5d",
        "𰻝𱁬",
    ],
)
def test_a_rare_name_is_copied_out_as_the_same_characters(press, name):
    party = APPLICANT.__class__(name=name, role="申请人")

    printed = print_agreement(press, agreement(parties=(party,)))

    assert name in squeezed(text_of(printed.pdf))


@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("😀", "U+1F600"),
        ("\ud83d", "U+D83D"),
        ("\ue816", "U+E816"),
        ("\U00031353", "U+31353"),
        ("አ", "U+12A0"),
    ],
)
def test_a_character_no_font_holds_is_named_with_its_place(press, character, code):
    facts = agreement(performance=f"转账{character}。")

    with pytest.raises(GlyphMissing) as said:
        print_agreement(press, facts)

    assert said.value.places["code"] == code
    assert said.value.places["field"] == "履行方式、时限"
    assert code in said.value.words()
    said.value.words().encode("utf-8")


def test_a_missing_character_of_a_party_names_the_party_and_the_fact(press):
    party = APPLICANT.__class__(name="王😀", role="申请人")

    with pytest.raises(GlyphMissing) as said:
        print_agreement(press, agreement(parties=(party,)))

    assert said.value.places["field"] == "申请人·姓名"


def test_control_and_format_characters_leave_no_trace(press):
    chain = press.chains[Face.TEXT]

    clean = printable("王\x00\u200b\u202e淼\ufeff\tA\u00a0B\r\n李\x1b\u2028犇", chain, "姓名")

    assert clean == "王淼 A B\n李\n犇"


def test_a_letter_with_a_loose_accent_is_joined(press):
    assert printable("cafe\u0301", press.chains[Face.TEXT], "姓名") == "café"


def test_compatibility_ideographs_are_never_changed(press):
    assert printable("\uf9dc", press.chains[Face.TEXT], "姓名") == "\uf9dc"


OPENING = """
import sys
from pathlib import Path
from mediator_desk.paper.papers import print_agreement
from mediator_desk.paper.setting import open_press
from tests.paper.samples import HAPPENED, agreement
folder = Path(sys.argv[1])
press = open_press(folder)
for text in (HAPPENED, "\N{CJK UNIFIED IDEOGRAPH-2E9F5}"):
    assert print_agreement(press, agreement(facts_and_issues=text)).pdf
    print(*(file.name.partition("-")[0] for file in folder.iterdir()))
"""


def test_the_rare_font_is_opened_only_when_needed(tmp_path):
    # ReportLab knows fonts by name for the whole process, and other tests have theirs.
    ended = subprocess.run(
        [sys.executable, "-c", OPENING, str(tmp_path)], capture_output=True, text=True, check=True
    )

    before, after = (line.split() for line in ended.stdout.splitlines())
    assert "HanaMinB" not in before
    assert "HanaMinB" in after


TYPED = st.text(
    st.characters(
        codec="gb18030", categories=("Lu", "Ll", "Lo", "Nd", "Po", "Ps", "Pe", "Sm", "Sc"),
        max_codepoint=0xFFFF,
    ),
    max_size=20,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(typed=TYPED)
def test_whatever_is_typed_prints_as_itself_or_is_refused_by_name(press, typed):
    facts = agreement(facts_and_issues=f"起{typed}止")
    lost = [one for one in typed if press.chains[Face.TEXT].glyph(one) is None]
    if lost:
        with pytest.raises(GlyphMissing) as said:
            print_agreement(press, facts)
        assert said.value.places["character"] == lost[0]
    else:
        pages = print_agreement(press, facts).papers[0].pages
        assert f"起{typed}止" in "".join(line.text for page in pages for line in page.lines)


HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=20)


@settings(max_examples=40, deadline=None)
@given(name=HAN)
def test_any_han_text_is_copied_out_as_typed(press, name):
    printed = print_agreement(press, agreement(facts_and_issues=f"起{name}止"))

    assert f"起{name}止" in squeezed(text_of(printed.pdf))
