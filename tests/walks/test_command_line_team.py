"""A team's own papers and its awards from the command line."""


def _sweep(desk):
    told = desk.do("record-sweep", first_on="2026-11-01", last_on="2026-11-02", times=1)
    assert told.code == 0


def test_a_sweep_is_recorded_listed_and_printed(desk, tmp_path):
    _sweep(desk)

    listed = desk("team-papers", "--json")
    number = listed.json[0]["number"]
    printed = desk(
        "print", number, "--paper", "sweep-report", "-o", tmp_path / "sweep.pdf", "--json"
    )

    assert (listed.json[0]["kind"], listed.json[0]["count"]) == ("sweep", 0)
    assert printed.code == 0, printed.error
    assert printed.json["pages"] == 1


def test_the_awards_of_a_period_without_cases_are_none(desk):
    told = desk("awards", "--period", "2026-09", "--json")

    assert (told.code, told.json) == (0, [])


def test_a_form_is_shown_and_printed_with_made_up_facts(desk, tmp_path):
    text = desk("rules", "show", "forms/F28", "--json").json["text"]
    file = tmp_path / "F28.yaml"
    file.write_text(text.replace("label: 议题名称", "label: 议事题目"), "utf-8")

    sample = desk("rules", "sample", file, "-o", tmp_path / "F28.pdf", "--json")
    taken = desk("rules", "take", file, "--source", "区司法局", "--json")

    assert (sample.code, sample.json["pages"]) == (0, 1)
    assert (taken.code, taken.json["changes"]) == (0, ["议题名称 → 议事题目"])
