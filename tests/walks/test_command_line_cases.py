"""A station's day on the command line: log, carry through, list, show, print, take in."""

import openpyxl
import pypdfium2
import pytest

from db import engine
from mediator_desk.commands import disputes
from tests.ledgers.made_up import ROWS, workbook
from tests.store import stations

PARTIES = [
    {"name": "张三", "phone": "13800138000"},
    {"name": "李四", "side": "respondent"},
]


def _carried_to_agreement(desk):
    number = desk.log(parties=PARTIES).json["number"]
    desk.do("accept", dispute=number, category="邻里纠纷")
    parties = [one["id"] for one in desk("show", number, "--json").json["parties"]]
    for party in parties:
        desk.do("consent", dispute=number, party=party, agreed=True)
    desk.do(
        "hold-sitting",
        dispute=number,
        held_at="2026-11-23T14:00",
        place="调解室",
        present=parties,
        record="谈妥",
        result="succeeded",
    )
    promise = {"debtor": parties[1], "what": "拆除地锁", "amount": "120.50", "due_on": "2026-12-01"}
    signed = desk.do(
        "sign-agreement",
        dispute=number,
        form="written",
        facts="私装地锁",
        terms="三日内拆除",
        promises=[promise],
    )
    return number, signed


def test_a_dispute_is_logged_with_its_number(desk):
    told = desk.log(topic="停车难", parties=PARTIES)

    assert told.code == 0
    assert told.json["number"].startswith("古城-")
    assert told.json["id"]


def test_a_case_is_carried_from_the_desk_to_its_agreement(desk):
    number, signed = _carried_to_agreement(desk)

    shown = desk("show", number, "--json").json
    assert signed.code == 0
    assert shown["state"] == "agreed"
    assert shown["obligations"][0]["amount"] == "120.50"
    assert [one["kind"] for one in shown["course"]].count("consent") == 2
    assert "mark-agreement" in shown["next"]


def test_a_party_is_named_by_name_in_a_request_about_the_case(desk):
    number = desk.log(parties=PARTIES).json["number"]
    desk.do("accept", dispute=number)

    told = desk.do("consent", dispute=number, party="李四", agreed=False, words="不同意调解")

    shown = desk("show", number, "--json").json
    assert told.code == 0
    assert (shown["state"], shown["dispute"]["outcome"]) == ("closed", "refused")


def test_the_volume_number_finds_a_dispute_too(desk):
    number = desk.log().json["number"]
    desk.do("accept-dispute", dispute=number)
    volume = desk("show", number, "--json").json["dispute"]["volume_no"]

    assert desk("show", volume, "--json").json["number"] == number


@pytest.mark.parametrize(
    ("request_said", "code", "why"),
    [
        ({"text": "x", "topic": "parking", "colour": "red"}, 2, "colour"),
        ({"text": "x"}, 2, "topic"),
        ({"text": "x", "topic": "weather"}, 2, "weather"),
        ({"text": 5, "topic": "parking"}, 2, "text"),
        ({"text": "x", "topic": "parking", "parties": [{"nom": "x"}]}, 2, "nom"),
        ({"text": "x", "topic": "parking", "logged_at": "soon"}, 2, "soon"),
        ({"text": "  ", "topic": "parking"}, 1, "what happened"),
        ({"text": "x", "topic": "parking", "division": "99"}, 4, "99"),
        ([], 2, "object"),
    ],
)
def test_a_request_that_does_not_fit_is_refused_in_words(desk, request_said, code, why):
    told = desk("log", "--file", desk.file(request_said), "--json")

    assert told.code == code
    assert why in told.error["message"]
    assert desk("list", "--json").json == []


def test_a_request_that_is_no_json_or_no_file_is_refused(desk, tmp_path):
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")

    codes = [desk("log", "--file", tmp_path / name).code for name in ("bad.json", "none.json")]

    assert codes == [2, 7]


def test_the_use_cases_are_named_with_their_fields(desk):
    told = desk("do", "--list", "--json").json

    fields = {one["usecase"]: {each["name"]: each for each in one["fields"]} for one in told}
    assert fields["accept-dispute"]["dispute"]["required"]
    assert "gather-disputes" in fields
    assert "settle" in fields["route-dispute"]["route"]["choices"]


def test_where_another_way_was_chosen_is_listed_with_the_reason_for_those_who_lead(desk):
    number = desk.log(text="公共车位被私装地锁").json["number"]
    desk.do("route-dispute", dispute=number, route="settle", reason="双方愿意先谈")

    (told,) = desk("route", "overrides", "--json").json

    assert (told["number"], told["reason"]) == (number, "双方愿意先谈")
    assert (told["proposed"], told["chosen"]) == ("whistle", "settle")
    assert "地锁" in told["because"][0]


def test_route_without_a_text_says_what_is_missing(desk):
    told = desk("route", "--json")

    assert told.code == 2
    assert "--text" in told.error["message"]


def test_a_word_that_could_mean_several_use_cases_is_refused(desk):
    told = desk.do("close", dispute="x")

    assert told.code == 2
    assert "close-dispute" in told.error["message"]
    assert "close-whistle" in told.error["message"]


def test_a_step_out_of_its_order_ends_with_one(desk):
    number = desk.log().json["number"]

    assert desk.do("archive", dispute=number).code == 1


def test_a_record_nobody_has_is_not_found(desk):
    assert desk("show", "古城-2026-99", "--json").code == 4
    assert desk.do("accept", dispute="古城-2026-99").code == 4


def test_an_undone_dispute_is_gone(desk):
    piece = desk.log().json["piece"]

    told = desk.do("undo", piece=piece)

    assert told.code == 0
    assert desk("list", "--json").json == []


def test_the_list_is_newest_first_and_says_what_it_must(desk):
    for day in ("2026-01-05", "2026-03-05", "2026-02-05"):
        desk.log(logged_at=f"{day}T10:00", estate="湖畔花园", parties=PARTIES)

    listed = desk("list", "--json").json

    assert [one["logged_at"][:10] for one in listed] == ["2026-03-05", "2026-02-05", "2026-01-05"]
    least = {"id", "number", "topic", "place", "parties", "state", "logged_at", "due_on"}
    assert least <= set(listed[0])
    assert listed[0]["parties"] == ["张三", "李四"]
    assert "湖畔花园" in listed[0]["place"]


def test_the_list_goes_on_past_a_page(desk, monkeypatch):
    monkeypatch.setattr(disputes, "_PAGE", 2)
    for number in range(5):
        desk.log(text=f"第{number}件")

    whole = desk("list", "--json").json
    some = desk("list", "--json", "--limit", "3").json

    assert len({one["id"] for one in whole}) == 5
    assert [one["id"] for one in some] == [one["id"] for one in whole[:3]]


def test_the_list_is_narrowed_by_text_state_and_place(desk):
    first = desk.log(text="停车位被占", division="371502001001").json["number"]
    desk.log(text="夜里噪声", topic="noise", division="371503")
    desk.do("accept", dispute=first)

    found = [
        [one["number"] for one in desk("list", "--json", *typed).json]
        for typed in (
            ["--search", "停车"],
            ["--state", "accepted"],
            ["--state", "已受理"],
            ["--place", "371502001"],
            ["--place", "茌平区"],
        )
    ]

    assert found[:4] == [[first]] * 4
    assert len(found[4]) == 1
    assert found[4] != [first]


def test_a_due_day_is_listed_as_the_day_itself(desk):
    number = desk.log().json["number"]
    desk.do("accept", dispute=number)
    clock = desk("show", number, "--json").json["deadlines"][0]

    due_on = desk("list", "--json").json[0]["due_on"]

    assert clock["due_at"].startswith(due_on) or clock["due_at"] > due_on


def test_a_store_somebody_else_is_writing_into_ends_with_five(desk, monkeypatch):
    monkeypatch.setattr(engine, "PATIENCE", 0)
    house = stations.house_in(desk.folder)
    other = house.enter(next(iter(house.people())), stations.PASSWORD)

    with other.open_work(other.person.id):
        told = desk.log()

    house.close()
    assert (told.code, told.error["error"]) == (5, "locked")


def test_a_list_of_nothing_says_so(desk):
    assert desk("list", "--search", "无").out.strip() == "No dispute was found."


def test_papers_are_printed_into_one_file(desk, tmp_path):
    number, _signed = _carried_to_agreement(desk)
    out = tmp_path / "papers" / "agreement.pdf"

    told = desk("print", number, "--paper", "agreement", "-o", out, "--json")

    assert told.code == 0
    assert told.json["pages"] == len(pypdfium2.PdfDocument(out))


def test_a_paper_that_cannot_be_printed_leaves_no_file(desk, tmp_path):
    number = desk.log(text="邻居\U000f0000养狗").json["number"]
    out = tmp_path / "summary.pdf"

    told = desk("print", number, "--paper", "summary", "-o", out, "--json")

    assert (told.code, told.error["error"]) == (1, "glyph-missing")
    assert "F0000" in told.error["message"]
    assert not out.exists()


def test_a_ledger_is_taken_in_once(desk, tmp_path):
    ledger = tmp_path / "ledger.xlsx"
    ledger.write_bytes(workbook())

    first = desk("intake", ledger, "--json")
    again = desk("intake", ledger, "--json")

    assert (first.code, first.json["logged"], first.json["already"]) == (0, 3, 0)
    assert (again.json["logged"], again.json["already"]) == (0, 3)
    assert len(desk("list", "--json").json) == 3


def test_a_ledger_with_a_bad_row_is_partly_done(desk, tmp_path):
    ledger, errors = tmp_path / "ledger.xlsx", tmp_path / "errors.xlsx"
    ledger.write_bytes(workbook([*ROWS, ("4", "某天", "", "", "", "", "说不清", "")]))

    told = desk("intake", ledger, "--errors", errors, "--json")

    assert told.code == 8
    assert told.json["refused"][0]["row"] == 5
    assert told.json["refused"][0]["why"]
    assert len(list(openpyxl.load_workbook(errors).active.values)) == 2


def test_a_dry_run_only_says_what_would_be_done(desk, tmp_path):
    ledger = tmp_path / "ledger.xlsx"
    ledger.write_bytes(workbook())

    told = desk("intake", ledger, "--dry-run", "--map", "内容=简要情况", "--json")

    assert (told.json["logged"], told.json["dry_run"]) == (3, True)
    assert desk("list", "--json").json == []


def test_a_file_that_is_no_ledger_ends_with_one(desk, tmp_path):
    (tmp_path / "x.xlsx").write_bytes(b"nothing")

    assert desk("intake", tmp_path / "x.xlsx", "--json").code == 1
    assert desk("intake", tmp_path / "none.xlsx", "--json").code == 7


def test_alike_disputes_are_listed_and_gathered_into_a_topic(desk):
    numbers = [desk.log(topic="停车难", parties=PARTIES).json["number"] for _time in range(3)]

    (offer,) = desk("gather", "--json").json
    raised = desk.do(
        "raise-topic", title="小区停车", content="车位不够", disputes=offer["disputes"]
    )

    assert (offer["topic"], offer["count"], offer["numbers"]) == ("parking", 3, numbers)
    assert raised.code == 0
    assert desk("gather", "--json").json == []
    assert "Nothing open is alike" in desk("gather", "--lang", "en").out
