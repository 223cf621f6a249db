"""A quarrel that could not be settled: what the parties are given all the same."""

from mediator_desk.usecases.print_papers import PaperName
from ui.tour.teller import Teller, Values

_LOG: Values = {
    "text": (
        "苗安反映楼上丁当家清洗空调时污水滴落，晾晒的衣被被污损，要求赔偿一千五百元；"
        "丁当承认滴水，只愿赔偿三百元。"
    ),
    "topic": "other",
    "channel": "walk_in",
    "estate": "文轩苑",
    "building": "5号楼",
    "unit": "3单元",
    "title": "苗安与丁当滴水污损纠纷",
    "parties": [
        {"name": "苗安", "phone": "13800635021", "side": "applicant", "kind": "person"},
        {"name": "丁当", "phone": "13800635022", "side": "respondent", "kind": "person"},
    ],
}

_RECORD = (
    "苗安：四件衣服和一床被子都有污渍，要求按原价赔。\n"
    "丁当：水是我家滴的，但衣服已经旧了，只能赔三百元。\n"
    "调解员：双方对滴水的时间、地点、污损物品没有异议，对金额分歧较大，劝说后仍未达成一致。"
    "已告知可以通过仲裁、行政、司法等途径维护权利。"
)

_FACTS = (
    "2026年10月24日上午，丁当家清洗空调时污水滴落到苗安家晾晒的衣被上。\n"
    "被污损的有衣服四件、被子一床，现场照片五张，双方核对无异议。"
)


def play(tell: Teller) -> None:
    """Play it: a sitting that fails, a closing, the facts nobody disputes, two papers."""
    tell.go_to(10, 26, "16:00")
    file = tell.log("dripping", _LOG)
    tell.case_step("route-dispute", {})
    tell.case_step("accept-dispute", {"notice_given_on": "2026-10-26"})
    for party in file.parties:
        tell.open_case("dripping")
        tell.case_step("record-consent", {"party": str(party.id), "words": "同意。"})
    tell.go_to(10, 27, "10:30")
    held = {
        "held_at": "2026-10-27T09:30:00+08:00",
        "place": "古楼街道调解室",
        "record": _RECORD,
        "result": "failed",
        "routes_explained": True,
        "recorder": "史录",
    }
    tell.case_step("hold-sitting", held)
    tell.case_step(
        "close-dispute",
        {
            "outcome": "failed",
            "reason": "双方对赔偿金额分歧较大，均不再让步。",
            "routes_explained": True,
        },
    )
    parties = [str(party.id) for party in file.parties]
    tell.case_step(
        "record-undisputed", {"facts": _FACTS, "agreed_by": parties}, picture="undisputed"
    )
    tell.show("failed")
    tell.print_case(PaperName.UNDISPUTED_FACTS)
    tell.print_case(PaperName.MEDIATION_STATEMENT)
