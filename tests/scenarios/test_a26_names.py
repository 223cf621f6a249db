"""A26: rare characters and names with a middle dot are printed, searched and sorted."""

import pytest

from mediator_desk.paper.preview import text_of
from mediator_desk.records.people import Side
from mediator_desk.rows import DisputeFilter
from mediator_desk.rules.pinyin import sort_key
from mediator_desk.troubles import GlyphMissing
from mediator_desk.usecases.accept_dispute import AcceptDispute, accept_dispute
from mediator_desk.usecases.hold_sitting import RecordConsent, hold_sitting, record_consent
from mediator_desk.usecases.log_dispute import NewParty
from mediator_desk.usecases.print_papers import PaperName, PrintPapers, print_papers
from mediator_desk.usecases.sign_agreement import sign_agreement

EXT_I = "\U0002ebf0"
NO_FONT = "\U00031353"
NAMES = ("王㛃", "李䶮", "阿依古丽·买买提", f"张{EXT_I}")


@pytest.fixture
def dispute(here):
    """Bring a case between the four as far as a written agreement."""
    return _agreed(here, NAMES)


def _agreed(here, names):
    """Log a case, accept it with the consent of everybody, and settle it."""
    sides = (Side.APPLICANT, Side.RESPONDENT, Side.THIRD, Side.THIRD)
    parties = tuple(
        NewParty(name=name, side=side) for name, side in zip(names, sides, strict=False)
    )
    dispute = here.logged(parties=parties)
    accept_dispute(here.desk, AcceptDispute(dispute=dispute))
    for party in here.file(dispute).parties:
        asked = RecordConsent(dispute=dispute, party=party.id, agreed=True)
        record_consent(here.desk, asked)
    hold_sitting(here.desk, here.sitting(dispute))
    sign_agreement(here.desk, here.agreement(dispute))
    return dispute


def test_a26_every_glyph_of_the_names_stands_on_the_agreement(here, dispute, tmp_path):
    number = here.file(dispute).dispute.number
    asked = PrintPapers(numbers=(number,), paper=PaperName.AGREEMENT)

    printed = print_papers(here.desk, asked, tmp_path / "fonts")

    words = text_of(printed.pdf)
    assert [name for name in NAMES if name in words] == list(NAMES)


def test_a26_a_character_that_no_font_holds_is_named_and_nothing_is_printed(here, tmp_path):
    dispute = _agreed(here, (f"张{NO_FONT}", "李四"))
    number = here.file(dispute).dispute.number
    asked = PrintPapers(numbers=(number,), paper=PaperName.AGREEMENT)

    with pytest.raises(GlyphMissing, match=r"U\+31353"):
        print_papers(here.desk, asked, tmp_path / "fonts")

    found = here.desk.queries.disputes(DisputeFilter(text=NO_FONT))
    assert [row.id for row in found] == [dispute]


def test_a26_the_dot_of_a_name_is_kept_as_u00b7_however_it_was_typed(here):
    dispute = here.logged(names=("阿依古丽•买买提", "李四"))

    assert here.file(dispute).parties[0].name == "阿依古丽·买买提"


@pytest.mark.parametrize(
    "typed",
    ["王㛃", "wangjie", "李䶮", "liyan", "阿依古丽·买买提", "ayiguli", "买买提", f"张{EXT_I}"],
)
def test_a26_the_case_is_found_by_character_and_by_pinyin(here, dispute, typed):
    found = here.desk.queries.disputes(DisputeFilter(text=typed))

    assert [row.id for row in found] == [dispute]


def test_a26_names_are_sorted_as_they_sound_the_rare_ones_too():
    names = ("赵一", "王㛃", "阿依古丽·买买提", "李䶮")

    assert sorted(names, key=sort_key) == ["阿依古丽·买买提", "李䶮", "王㛃", "赵一"]
