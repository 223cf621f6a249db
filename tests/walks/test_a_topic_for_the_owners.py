"""A17 on the command line: 21 members, and a charging shed the law leaves to the owners."""

import pytest


@pytest.fixture
def shed(desk):
    """Seat the council and bring the topic before a meeting of which 14 have come."""
    for place in range(21):
        desk.do("add-council-member", name=f"委员{place + 1}", since="2026-01-01")
    touched = desk.do("raise-topic", title="建电动车充电棚", content="在小区公共用地建充电棚").json
    topic = next(one["id"] for one in touched["touched"] if one["table"] == "agenda_topic")
    number = desk("show", topic, "--json").json["number"]
    told = desk.do(
        "screen-topic", topic=number, opinion="占用公共用地", decision_body="owners", law_item=8
    )
    assert told.code == 0, told.err
    told = desk.do("call-meeting", topics=[topic], planned_at="2030-01-10T19:00+08:00")
    assert told.code == 0, told.err
    meeting = next(one["id"] for one in told.json["touched"] if one["table"] == "meeting")
    file = desk("show", number, "--json").json
    assert file["state"] == "on_agenda"
    members = [f"委员{place + 1}" for place in range(21)]
    marks = [
        {"member": name, "presence": "present" if place < 14 else "absent"}
        for place, name in enumerate(members)
    ]
    told = desk.do("mark-attendance", meeting=meeting, marks=marks)
    assert told.code == 0, told.err
    return number


MINUTES = {
    "held_at": "2030-01-10T19:00+08:00",
    "chair": "王主任",
    "opinion": "建议建棚",
    "method": "hands",
    "votes_for": 8,
    "votes_against": 4,
    "votes_abstain": 2,
}


def test_eight_of_fourteen_cannot_decide_what_is_for_the_owners(desk, shed):
    told = desk.do("hold-meeting", topic=shed, result="passed", **MINUTES)

    assert told.code == 1
    assert "Civil Code 278" in told.error["message"]
    assert desk("show", shed, "--json").json["state"] == "on_agenda"


def test_eight_of_fourteen_send_it_to_the_owners(desk, shed):
    told = desk.do("hold-meeting", topic=shed, result="to_owners", **MINUTES)

    file = desk("show", shed, "--json").json
    assert told.code == 0, told.err
    assert file["state"] == "to_owner_vote"
    assert [(one["due"], one["present"]) for one in file["items"]] == [(21, 14)]
