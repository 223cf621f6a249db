"""A barking dog: settled at the table within the hour, by word of mouth."""

from mediator_desk.usecases.print_papers import PaperName
from ui.tour import volume
from ui.tour.teller import Teller, Values

_LOG: Values = {
    "text": (
        "史例反映楼上莫须友家的狗清晨六点吠叫，遛狗不牵绳，双方在楼道里发生口角，请调解员帮忙说和。"
    ),
    "channel": "walk_in",
    "estate": "文轩苑",
    "building": "2号楼",
    "unit": "1单元",
    "title": "史例与莫须友养犬纠纷",
    "parties": [
        {"name": "史例", "phone": "13800635011", "side": "applicant", "kind": "person"},
        {"name": "莫须友", "phone": "13800635012", "side": "respondent", "kind": "person"},
    ],
}

_RECORD = (
    "史例：孩子要上学，每天被狗吵醒，遛狗也不牵绳。\n"
    "莫须友：早上出门早，没注意，愿意改。\n"
    "调解员：说明养犬登记、牵绳和不得干扰他人正常生活的规定，双方当场和好。"
)

_TERMS = "莫须友早七点前不让犬只在阳台，出门遛犬一律牵绳。\n史例今后先上门说，不在楼道争吵。"


def play(tell: Teller) -> None:
    """Play the chapter."""
    tell.album.begin("barking")
    tell.go_to(10, 27, "14:05")
    tell.log("barking", _LOG)
    tell.case_step("route-dispute", {})
    tell.go_to(10, 27, "14:10")
    tell.case_step("accept-dispute", {"notice_given_on": "2026-10-27"})
    file = tell.open_case("barking")
    for party in file.parties:
        tell.case_step("record-consent", {"party": str(party.id), "words": "同意。"})
    tell.go_to(10, 27, "15:00")
    held = {
        "held_at": "2026-10-27T14:20:00+08:00",
        "place": "古楼街道调解室",
        "record": _RECORD,
        "result": "succeeded",
        "recorder": "史录",
    }
    tell.case_step("hold-sitting", held)
    agreed = {"form": "oral", "terms": _TERMS, "performance": "当场生效，即日起执行。"}
    tell.case_step("sign-agreement", agreed, picture="oral-agreement")
    tell.print_case(PaperName.ORAL_AGREEMENT_REGISTER)
    tell.go_to(10, 30, "09:40")
    tell.open_case("barking")
    visit = {"situation": "这几天没有再吵，狗绳一直用着。", "satisfaction": "satisfied"}
    tell.case_step("follow-up", visit)
    tell.case_step("close-dispute", {"outcome": "agreed_oral"})
    # The same morning the volume of the parking dispute is filed.
    volume.play(tell)
