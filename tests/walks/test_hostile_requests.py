"""Requests and words nobody should send are refused in words, before anything is done."""

import io
import sys

import pytest


@pytest.mark.parametrize(
    "raw",
    [
        "[" * 100_000,
        '{"text":' * 3_000,
        "1" * 5_000,
        "NaN",
        '{"text": "x", "topic": "parking", "households": 1e999}',
        '{"text": "\\ud800", "topic": "parking"}',
        '{"\\ud800": 1}',
        '{"text": "x", "topic": "parking", "households": 99999999999999999999}',
        '{"text": "x", "topic": "parking", "households": 9007199254740993}',
        '{"text": "x", "text": "y", "topic": "parking"}',
    ],
    ids=range(10),
)
def test_a_request_that_is_no_honest_json_is_refused(desk, tmp_path, raw):
    file = tmp_path / "raw.json"
    file.write_text(raw, encoding="utf-8")

    told = desk("log", "--file", file, "--json")

    assert (told.code, told.error["error"], told.out) == (2, "usage", "")
    assert desk("list", "--json").json == []


@pytest.mark.parametrize("moment", ["0001-01-01T00:00", "9999-12-31T23:59", "1899-12-31T23:59"])
def test_a_moment_outside_of_any_life_is_refused(desk, moment):
    assert desk.log(logged_at=moment).code == 2
    assert desk("due", "D01", "--from", moment, "--json").code == 2


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_outside_of_any_life_is_refused(desk, day):
    told = desk.log(happened_on=day)

    assert told.code == 2
    assert day in told.error["message"]


@pytest.mark.parametrize("typed", [["list", "--search"], ["show"], ["route", "--text"]])
def test_words_in_the_letters_of_another_system_are_refused(desk, typed):
    told = desk(*typed, "停车".encode("gbk").decode("utf-8", "surrogateescape"), "--json")

    assert (told.code, told.error["error"]) == (2, "usage")


def test_standard_input_in_other_letters_is_refused(desk, monkeypatch):
    other = io.TextIOWrapper(io.BytesIO('{"text": "停车", "topic": "parking"}'.encode("gbk")))
    monkeypatch.setattr(sys, "stdin", other)

    told = desk("log", "--file", "-", "--json")

    assert (told.code, told.error["error"]) == (2, "usage")


def test_a_card_that_is_not_there_is_named_without_the_words_of_the_system(desk, tmp_path):
    told = desk("station", "trust", tmp_path / "nobody.card", "--json")

    assert told.code == 7
    assert "nobody.card" in told.error["message"]
    assert "Errno" not in told.error["message"]
