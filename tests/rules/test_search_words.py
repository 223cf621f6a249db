"""The words of the search index, held to a real FTS5 table and a plain scan."""

import sqlcipher3
from hypothesis import given
from hypothesis import strategies as st

from mediator_desk.rules.search_words import (
    filter_token,
    fold,
    joined_name,
    match_expression,
    name_expression,
    name_tokens,
    phone_tokens,
    text_tokens,
)

TEXTS = (
    "3号楼停车位被占，车主姓李，电话13812345678。",
    "电梯停了三天，物业说等配件；二〇二六年修过一次",
    "王㛃与𬱖某争执，李䶮在场 𲎰字也在",
    "Ｗｉｆｉ 路由器 WIFI6 漏水到2-1-502室，赔偿1,200元",
    '业主 OR 物业 AND NOT NEAR(车) * " 停车',
    "\ue000openstate 停水停电",
)
ALPHABET = sorted(set("".join(TEXTS)))


def ask(table, query):
    """Answer as the store does: the index first, then the check of the folded text."""
    texts, connection = table
    if query.match is None:
        found = range(len(texts))
    else:
        rows = connection.execute("select rowid from ft where ft match ?", (query.match,))
        found = [row for (row,) in rows]
    return {row for row in found if query.verify in fold(texts[row])}


def indexed(rows):
    connection = sqlcipher3.connect(":memory:")
    connection.execute(
        "create virtual table ft using fts5(t, content='', contentless_delete=1, "
        "detail=none, tokenize='unicode61')"
    )
    for row, tokens in enumerate(rows):
        connection.execute("insert into ft(rowid, t) values (?, ?)", (row, " ".join(tokens)))
    return connection


def scanned(texts, needle):
    return {row for row, text in enumerate(texts) if fold(needle) in fold(text)}


@given(st.data())
def test_any_piece_of_a_text_finds_what_a_plain_scan_finds(data):
    extra = data.draw(st.lists(st.text(st.sampled_from(ALPHABET), max_size=20), max_size=4))
    texts = (*TEXTS, *extra)
    table = (texts, indexed(text_tokens(text) for text in texts))
    text = data.draw(st.sampled_from(texts))
    start = data.draw(st.integers(0, len(text)))
    needle = text[start : start + data.draw(st.integers(1, 8))]

    found = ask(table, match_expression(needle))

    assert found == scanned(texts, needle)


@given(st.text(max_size=12))
def test_no_query_breaks_the_index(needle):
    table = (TEXTS, indexed(text_tokens(text) for text in TEXTS))

    found = ask(table, match_expression(needle))

    assert found == scanned(TEXTS, needle)


def test_rare_characters_of_every_plane_stay_one_word():
    rare = "㛃䶮𬱖𠀀\U0002ebf0\U0002ee5d𰀀\U000323b0〇"

    connection = indexed(["x" + rare, *[[character] for character in rare]])

    for row, character in enumerate(rare, start=1):
        query = match_expression(character)
        assert connection.execute(
            "select rowid from ft where ft match ? and rowid > 0", (query.match,)
        ).fetchall() == [(row,)]


def test_a_filter_narrows_and_its_value_cannot_be_typed():
    state = filter_token("state", "in_progress")
    connection = indexed([["停车", state], ["停车"], ["停车", filter_token("state", "inprogress")]])

    narrowed = match_expression("停车", [[state]])
    typed = match_expression(state)

    asked = "select rowid from ft where ft match ?"
    assert connection.execute(asked, (narrowed.match,)).fetchall() == [(0,)]
    assert connection.execute(asked, (typed.match,)).fetchall() == []


def test_of_one_filter_any_value_and_of_several_filters_all_must_hold():
    rows = [("open", "noise"), ("closed", "noise"), ("open", "leak")]
    connection = indexed([[filter_token("s", s), filter_token("t", t)] for s, t in rows])
    either = {filter_token("s", "open"), filter_token("s", "closed")}

    query = match_expression("", [either, {filter_token("t", "noise")}])

    found = connection.execute("select rowid from ft where ft match ?", (query.match,)).fetchall()
    assert found == [(0,), (1,)]


def test_a_filter_with_no_value_lets_nothing_through():
    connection = indexed([["停车"]])

    query = match_expression("停车", [[]])

    assert connection.execute("select * from ft where ft match ?", (query.match,)).fetchall() == []


def test_two_characters_need_no_second_look_and_three_do():
    assert match_expression("停车").verify == ""
    assert match_expression("停车位").verify == "停车位"
    assert match_expression("停").single


def test_a_person_is_found_by_characters_sound_initials_and_phone():
    def readings(name):
        return ("zengzhiwei", "zhiwei", "zzw") if name == "曾志伟" else ("ayiguli",)

    rows = [
        [*name_tokens(["曾志伟"], readings), *phone_tokens(["138 1234 5678"])],
        name_tokens(["阿依古丽·买买提"], readings),
    ]
    connection = indexed(rows)

    def found(text):
        match = name_expression(text).match
        return [r for (r,) in connection.execute("select rowid from ft where ft match ?", (match,))]

    for typed in ("曾", "志伟", "曾志伟", "zengz", "zhi wei", "ZZW", "5678", "１３８１２３４"):
        assert found(typed) == [0]
    assert found("阿依古丽买买提") == found("阿依古丽·买") == [1]
    assert joined_name("阿依古丽·买买提") == "阿依古丽买买提"


def test_a_name_query_of_signs_alone_asks_nothing():
    assert name_expression("··· *").match is None
