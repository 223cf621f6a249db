"""A vote that is kept at a desk is counted by its number."""


def _called(desk):
    """Prepare a vote with two units; give its number."""
    called = desk.do(
        "call-vote",
        title="5号楼2单元加装电梯",
        matter="是否同意加装电梯？",
        law_item=7,
        opens_on="2099-01-10",
        closes_on="2099-01-20",
    )
    (vote,) = [one["id"] for one in called.json["touched"] if one["table"] == "owners_vote"]
    units = [{"unit": "101", "area": "92.50", "owner": "王芳"}, {"unit": "102", "area": "97.50"}]
    desk.do("take-roster", vote=vote, units=units)
    return vote


def test_a_kept_vote_is_counted_by_its_own_roster(desk):
    vote = _called(desk)

    told = desk("vote", "--number", vote, "--json")

    assert (told.code, told.json["state"], told.json["rule_set"]) == (0, "draft", "national")
    assert told.json["area"] == {"all": "190.00", "taking_part": "0.00", "agreeing": "0.00"}
    assert told.json["short_by"] == {"heads": 2, "area": "126.67"}


def test_a_vote_nobody_has_is_not_found(desk):
    told = desk("vote", "--number", "古城决-2026-9", "--json")

    assert (told.code, told.error["error"]) == (4, "not-found")


def test_a_roster_or_a_number_is_needed_but_never_both(desk, tmp_path):
    neither = desk("vote", "--item", "7", "--json")
    both = desk("vote", tmp_path / "roster.csv", "--number", "1", "--json")

    assert (neither.code, both.code) == (2, 2)
    assert "Name the roster" in neither.error["message"]
    assert "has its own roster" in both.error["message"]
