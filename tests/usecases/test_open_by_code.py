"""The code on a slip opens its whistle while that call lasts, and says so when it does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediator_desk.paper.scan_code import squares
from mediator_desk.records.whistle import ReturnReason
from mediator_desk.refusals import NotFound
from mediator_desk.rules.whistle_codes import LETTERS, code_of, typed_code, written
from mediator_desk.usecases import whistle_returns
from mediator_desk.usecases.open_by_code import whistle_by_code


def test_a_typed_code_opens_its_whistle_however_it_is_written(here):
    whistle = here.dispatched()
    code = written(code_of(whistle, 1))

    found = {whistle_by_code(here.desk, said) for said in (code, code.lower(), f" {code}\n")}

    assert found == {whistle}


def test_the_code_of_an_older_call_is_told_in_words(here):
    whistle = here.dispatched()
    old = code_of(whistle, 1)
    returned = {"reason": ReturnReason.NOT_OUR_DUTY, "legal_basis": "第四十条"}
    here.step(whistle_returns.return_whistle, whistle, **returned)
    here.step(whistle_returns.reassign_whistle, whistle, department="住房城乡建设局")

    with pytest.raises(NotFound, match=r"out of date.*住房城乡建设局"):
        whistle_by_code(here.desk, old)

    assert whistle_by_code(here.desk, code_of(whistle, 2)) == whistle


@given(
    id=st.uuids(), turn=st.integers(1, 9), place=st.integers(0, 7), letter=st.sampled_from(LETTERS)
)
def test_every_single_wrong_letter_is_noticed(id, turn, place, letter):
    code = code_of(id, turn)
    wrong = code[:place] + letter + code[place + 1 :]

    assert (typed_code(wrong) == wrong) == (wrong == code)


def test_what_is_no_code_is_refused_in_words(here):
    with pytest.raises(NotFound, match="no code of a slip"):
        whistle_by_code(here.desk, "地锁")


def test_the_square_has_its_three_finders():
    rows = squares("7KQF-M2XA")
    finder = [[*[True] * 7], [True, *[False] * 5, True]]

    corners = [[row[:7] for row in rows[:2]], [row[-7:] for row in rows[:2]]]
    assert corners == [finder, finder]
    assert [row[:7] for row in rows[-7:-5]] == finder
