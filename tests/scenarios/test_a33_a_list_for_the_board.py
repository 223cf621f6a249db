"""A33: a list for the notice board shows ``张*`` and no numbers; an ID column is refused."""

from dataclasses import replace

import pytest

from mediator_desk.paper.preview import text_of
from mediator_desk.records.people import Party, Side
from mediator_desk.refusals import Refusal
from mediator_desk.rules.masking_levels import USUAL_COLUMNS, ListColumn, Masking
from mediator_desk.usecases.log_dispute import NewParty
from mediator_desk.usecases.papers.list_facts import ListHead
from mediator_desk.usecases.print_list import PrintList, print_list

ID, PHONE = "37150219000101002X", "13812341234"
NAMED = (*USUAL_COLUMNS[Masking.PUBLIC], ListColumn.PARTIES)


@pytest.fixture(scope="module")
def fonts(tmp_path_factory):
    """Unpack the carried fonts once."""
    return tmp_path_factory.mktemp("fonts")


@pytest.fixture
def numbers(here):
    """Log two disputes of the same two people, full of private details."""
    parties = (
        NewParty(name="张三", side=Side.APPLICANT, phone=PHONE),
        NewParty(name="李四", side=Side.RESPONDENT),
    )
    text = f"张三（{ID}，电话{PHONE}）称李四占用车位鲁P12345"
    logged = [
        here.logged(parties=parties, text=text, title="张三与李四争车位", estate="湖畔花园",
                    building="3号楼", unit="2单元501")
        for _again in range(2)
    ]  # fmt: skip
    for dispute in logged:
        here.change(Party, here.file(dispute).parties[0].id, id_number=ID)
    return tuple(here.file(dispute).dispute.number for dispute in logged)


def _log(here):
    return here.desk.queries.print_runs()


def test_a33_the_list_shows_a_star_for_a_name_and_no_phone_and_no_id(here, numbers, fonts):
    asked = PrintList(numbers=numbers, level=Masking.PUBLIC, columns=NAMED)

    words = text_of(print_list(here.desk, asked, fonts).pdf)

    assert words.count("张*、李*") == 2
    assert not [one for one in ("张三", "李四", ID, PHONE, "鲁P1", "501", "3号楼") if one in words]


def test_a33_without_being_asked_the_list_names_nobody(here, numbers, fonts):
    words = text_of(
        print_list(here.desk, PrintList(numbers=numbers, level=Masking.PUBLIC), fonts).pdf
    )

    assert numbers[0] in words
    assert "湖畔花园" in words
    assert "张" not in words


@pytest.mark.parametrize(
    ("column", "name"),
    [(ListColumn.ID_NUMBERS, "ID numbers"), (ListColumn.PHONES, "phones")],
)
def test_a33_a_column_of_private_numbers_is_refused_and_the_attempt_is_logged(
    here, numbers, fonts, column, name
):
    asked = PrintList(numbers=numbers, level=Masking.PUBLIC, columns=(*NAMED, column))

    with pytest.raises(Refusal, match=name):
        print_list(here.desk, asked, fonts)

    (entry,) = _log(here)
    assert (entry.paper, entry.level, entry.cases, entry.printed) == ("case-list", "public", 2, 0)
    assert column.value in entry.columns
    assert name in entry.refused
    assert entry.by == here.desk.person.id


@pytest.mark.parametrize("left", [f"张老师电话{PHONE}", f"证件{ID}", "张三等人的纠纷"])
def test_a33_a_number_or_a_name_typed_into_the_title_is_refused_with_its_place(
    here, numbers, fonts, left
):
    asked = PrintList(numbers=numbers, level=Masking.PUBLIC, head=ListHead(title=left))

    with pytest.raises(Refusal, match="“标题”") as refused:
        print_list(here.desk, asked, fonts)

    assert not [one for one in (PHONE, ID, "张三") if one in str(refused.value)]
    assert _log(here)[0].refused


def test_a33_what_was_printed_is_logged_too(here, numbers, fonts):
    asked = PrintList(numbers=numbers, level=Masking.PUBLIC)

    print_list(here.desk, asked, fonts)
    print_list(here.desk, replace(asked, level=Masking.DEPARTMENT), fonts)

    assert [(one.level, one.printed) for one in _log(here)] == [("department", 2), ("public", 2)]


def test_a33_a_department_reads_one_pseudonym_for_one_person(here, numbers, fonts):
    asked = PrintList(numbers=numbers, level=Masking.DEPARTMENT)

    words = text_of(print_list(here.desk, asked, fonts).pdf)

    assert words.count("张某、李某") == 2
    assert not [one for one in ("张三", "李四", ID, PHONE, "鲁P1", "501") if one in words]


def test_a33_our_own_list_says_everything(here, numbers, fonts):
    columns = (ListColumn.NUMBER, ListColumn.PARTIES, ListColumn.PHONES, ListColumn.ID_NUMBERS)
    asked = PrintList(numbers=numbers, columns=columns)

    words = text_of(print_list(here.desk, asked, fonts).pdf)

    assert words.count(ID) == words.count(PHONE) == words.count("张三、李四") == 2
