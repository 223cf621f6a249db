"""What hangs on the boards is listed, and a notice is named by its number."""


def _hung(desk):
    desk.do(
        "post-notice",
        kind="convention_draft",
        title="文明养犬公约（草案）",
        text="遛犬请牵绳。",
        boards=["东门公示栏"],
    )
    return desk("notices", "--json").json[0]


def test_a_notice_is_listed_with_its_first_day_down(desk):
    notice = _hung(desk)

    assert notice["title"] == "文明养犬公约（草案）"
    assert (notice["state"], notice["waiting"]) == ("posted", 0)
    assert notice["may_come_down_on"] > notice["posted_on"]


def test_an_objection_is_raised_by_the_number_of_its_notice(desk):
    number = _hung(desk)["number"]

    desk.do("raise-objection", notice=number, text="应写明罚则")

    (notice,) = desk("notices", "--json").json
    assert notice["waiting"] == 1


def test_a_notice_prints_by_its_number(desk, tmp_path):
    number = _hung(desk)["number"]

    told = desk("print", number, "--paper", "public-notice", "-o", tmp_path / "公示.pdf", "--json")

    assert (told.code, told.json["pages"]) == (0, 1)
