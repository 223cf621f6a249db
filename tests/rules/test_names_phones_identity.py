"""Names, phones and ID numbers: written one way, doubts remarked, nothing refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediator_desk.records.people import Sex
from mediator_desk.rules.identity import CardKind, check_identity, check_sign
from mediator_desk.rules.names import check_name
from mediator_desk.rules.phones import PhoneKind, check_phone, tidy_phone

TODAY = date(2026, 11, 23)
LIAOCHENG = frozenset({"371502", "371503", "371521", "371522"})


@pytest.mark.parametrize("dot", ["•", "・", "．", "‧", "∙", " · ", "."])
def test_the_dot_in_a_name_is_always_the_same(dot):
    assert check_name(f"阿依古丽{dot}买买提").name == "阿依古丽·买买提"


@pytest.mark.parametrize("name", ["王㛃", "李䶮", "𬱖某", "\U0002ebf0某", "John Smith"])
def test_a_rare_or_foreign_name_raises_no_doubt(name):
    assert check_name(name).remarks == ()


@pytest.mark.parametrize(
    ("typed", "name"),
    [("王 芳", "王芳"), (" 张三\t", "张三"), ("e\u0301", "é"), ("张\n三", "张三")],
)
def test_a_name_is_tidied(typed, name):
    assert check_name(typed).name == name


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("王\ue001", "U+E001"),
        ("王?", "lost"),
        ("王3", "digits"),
        ("王" * 51, "51"),
        ("", "no name"),
    ],
)
def test_a_doubtful_name_is_kept_with_a_remark(typed, said):
    checked = check_name(typed)

    assert checked.name == typed
    assert any(said in doubt.words() for doubt in checked.remarks)


@pytest.mark.parametrize(
    ("typed", "number", "kind"),
    [
        ("13812345678", "13812345678", PhoneKind.MOBILE),
        ("+86 138-1234-5678", "13812345678", PhoneKind.MOBILE),
        ("１３８１２３４５６７８", "13812345678", PhoneKind.MOBILE),
        ("010-62345678转801", "01062345678-801", PhoneKind.LANDLINE),
        ("0635-8241234", "06358241234", PhoneKind.LANDLINE),
        ("8241234", "06358241234", PhoneKind.LANDLINE),
        ("0635-8241234-12", "06358241234-12", PhoneKind.LANDLINE),
        ("400-810-1234", "4008101234", PhoneKind.SERVICE),
        ("12345", "12345", PhoneKind.HOTLINE),
        ("110", "110", PhoneKind.HOTLINE),
        ("12348", "12348", PhoneKind.HOTLINE),
        ("", "", PhoneKind.NONE),
    ],
)
def test_a_phone_has_one_normal_form(typed, number, kind):
    phone = check_phone(typed)

    assert (phone.number, phone.kind, phone.typed) == (number, kind, typed)
    assert phone.remarks == ()


@pytest.mark.parametrize("typed", ["1381234567", "abc", "12", "12812345678", "１２"])
def test_a_doubtful_phone_is_kept_with_a_remark(typed):
    phone = check_phone(typed)

    assert phone.kind is PhoneKind.UNKNOWN
    assert len(phone.remarks) == 1


@given(st.text(max_size=25))
def test_nothing_typed_breaks_the_checks(typed):
    remarks = (
        *check_phone(typed).remarks,
        *check_name(typed).remarks,
        *check_identity(typed, TODAY, LIAOCHENG).remarks,
    )

    assert all(doubt.words() for doubt in remarks)


@pytest.mark.parametrize(
    "typed", ["371502190001010011", "37150219000101002X", "37150219000101002x"]
)
def test_the_two_sound_numbers_of_the_scenario_are_sound(typed):
    identity = check_identity(typed, TODAY, LIAOCHENG)

    assert identity.valid
    assert identity.remarks == ()
    assert identity.born_on == date(1900, 1, 1)


def test_a_day_that_never_was_is_a_fault_though_the_last_digit_fits():
    identity = check_identity("371522190002290014", TODAY, LIAOCHENG)

    assert not identity.valid
    assert [fault.words() for fault in identity.faults] == [
        "There is no such day of birth: 1900-02-29."
    ]


def test_birth_and_sex_are_read_from_the_number():
    identity = check_identity("３７１５０２１９０００１０１００２Ｘ", TODAY, LIAOCHENG)

    assert identity.number == "37150219000101002X"
    assert identity.sex is Sex.FEMALE


def test_a_county_out_of_the_list_is_only_a_note():
    number = "37152319900101001"
    number += check_sign(number)

    identity = check_identity(number, TODAY, LIAOCHENG)

    assert identity.valid
    assert "371523" in identity.notes[0].words()


def test_a_county_of_another_city_is_no_doubt_at_all():
    number = "11010119900101001"

    assert check_identity(number + check_sign(number), TODAY, LIAOCHENG).remarks == ()


def test_a_mistyped_digit_is_a_fault_that_does_not_give_the_right_one_away():
    identity = check_identity("371502190001010012", TODAY)

    assert [fault.words() for fault in identity.faults] == [
        "The last digit does not fit; one digit is mistyped."
    ]


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        ("81000019900101001", CardKind.RESIDENCE_PERMIT),
        ("82000019900101001", CardKind.RESIDENCE_PERMIT),
        ("83000019900101001", CardKind.RESIDENCE_PERMIT),
        ("91184019900101001", CardKind.FOREIGN_RESIDENT),
    ],
)
def test_permits_and_foreign_cards_are_sound(start, kind):
    identity = check_identity(start + check_sign(start), TODAY, LIAOCHENG)

    assert (identity.kind, identity.remarks) == (kind, ())


def test_an_old_number_is_read_with_a_note():
    identity = check_identity("371502600229001", TODAY, LIAOCHENG)

    assert identity.valid
    assert identity.born_on == date(1960, 2, 29)
    assert identity.sex is Sex.MALE
    assert "15" in identity.notes[0].words()


@pytest.mark.parametrize("typed", ["", "  ", "无身份证", "拒绝提供"])
def test_no_number_is_an_answer(typed):
    identity = check_identity(typed, TODAY)

    assert (identity.kind, identity.remarks) == (CardKind.NONE, ())


def test_a_birth_in_the_future_cannot_be():
    number = "37150220270101001"

    assert not check_identity(number + check_sign(number), TODAY).valid


def test_a_phone_nobody_understands_stays_as_it_was_typed():
    assert tidy_phone(" 老地方 ") == "老地方"
    assert tidy_phone("138 1234 5678") == "13812345678"
