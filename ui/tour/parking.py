"""A parking dispute: logged, settled by a written agreement, printed, performed, closed."""

from mediator_desk.rows import CaseFile
from mediator_desk.usecases.attachments.door import GivenFile
from mediator_desk.usecases.print_papers import PaperName
from ui.panes.disputes import DisputesPane
from ui.tour import dripping, hands, meanwhile, snapshot
from ui.tour.teller import Teller, Values

ESTATE = "望湖小区"

_CALL: Values = {
    "text": "望湖小区3号楼下车位总被同一辆车占住，说是已经吵过几次，请社区管一管。",
    "channel": "phone",
    "estate": ESTATE,
    "building": "3号楼",
    "parties": [{"name": "吴㛃", "phone": "13800635001", "side": "applicant", "kind": "person"}],
}

_VISIT: Values = {
    "text": (
        "吴㛃反映：贾䶮长期把车停在望湖小区3号楼吴㛃已租用的停车位上，10月9日晚双方为挪车争吵，"
        "吴㛃的车后视镜被碰坏，修理花费六百元。吴㛃要求腾出车位并赔偿，贾䶮称车位没有标识。"
    ),
    "channel": "walk_in",
    "estate": ESTATE,
    "building": "3号楼",
    "unit": "2单元",
    "happened_on": "2026-10-09",
    "title": "吴㛃与贾䶮停车位纠纷",
    "parties": [
        {
            "name": "吴㛃",
            "phone": "13800635001",
            "side": "applicant",
            "kind": "person",
            "address": "望湖小区3号楼2单元301",
        },
        {
            "name": "贾䶮",
            "phone": "13800635002",
            "side": "respondent",
            "kind": "person",
            "address": "望湖小区3号楼1单元102",
            "agent": "佟𬱖",
        },
    ],
}

_PHOTO: Values = {
    "kind": "evidence",
    "caption": "3号楼车位被占、右侧后视镜破损",
    "evidence": "electronic",
    "provided_on": "2026-10-12",
    "taken_where": "望湖小区3号楼前",
    "taken_by": "吴㛃",
}

_CARD: Values = {"kind": "identity", "caption": "身份证复印件（正反面）", "pages": 1}

_RECORD = (
    "吴㛃：车位是我向物业租的，有合同。10月9日晚请他挪车，后视镜被碰坏，修了六百元。\n"
    "贾䶮：车位上没有标识，我不知道有人租。镜子是关门时碰的，不是故意。\n"
    "调解员：出示车位租赁合同与维修票据，双方核对无异议。说明民法典第二百七十五条、"
    "第一千一百六十五条；建议物业补画车位编号。\n"
    "佟𬱖（贾䶮的代理人）：愿意劝他把镜子的钱付了，今后停到北侧公共区域。\n"
    "双方表示愿意各让一步，当场商定协议内容。"
)

_TERMS = (
    "贾䶮自协议生效之日起不再占用吴㛃租用的3号楼08号车位。\n"
    "贾䶮向吴㛃支付后视镜修理费600元，2026年10月22日前、11月22日前各付300元。\n"
    "双方就10月9日的争吵互致歉意，今后停车事宜先联系物业协调。"
)


def play(tell: Teller) -> None:
    """Play the chapter."""
    tell.album.begin("parking")
    tell.go_to(10, 12, "10:05")
    tell.log("call", _CALL)
    tell.go_to(10, 12, "15:20")
    file = tell.log("parking", _VISIT, picture="log-form")
    tell.show("dispute-logged")
    _decide(tell)
    _attach(tell, file)
    _sit_down(tell, file)
    _agree(tell)
    _print(tell)
    _confirm(tell)
    meanwhile.leak(tell)
    _perform(tell)
    _duplicate(tell)
    dripping.play(tell)


def _decide(tell: Teller) -> None:
    """Route it, accept it."""
    tell.go_to(10, 12, "15:40")
    tell.case_step("route-dispute", {}, picture="route")
    tell.go_to(10, 12, "15:45")
    tell.case_step("accept-dispute", {"notice_given_on": "2026-10-12"}, picture="accept")


def _attach(tell: Teller, file: CaseFile) -> None:
    """Keep the photo the applicant brings, and note the copy of the identity card on paper."""
    tell.go_to(10, 12, "15:50")
    tell.open_case("parking")
    first = str(file.parties[0].id)
    files = hands.present(tell.here.pane("disputes", DisputesPane).side.open_files())
    files.add((GivenFile(name="IMG_20261009_193412.jpg", data=snapshot.parking_place()),))
    form = hands.sheet(tell.here.window)
    hands.fill(form, {**_PHOTO, "party": first})
    tell.show("attach-photo")
    hands.hand_over(form)
    files.note_paper()
    form = hands.sheet(tell.here.window)
    hands.fill(form, {**_CARD, "party": first})
    hands.hand_over(form)
    tell.show("files")
    hands.close(files)


def _sit_down(tell: Teller, file: CaseFile) -> None:
    """Ask both parties, hold the sitting."""
    first, second = file.parties
    tell.go_to(10, 12, "15:55")
    tell.case_step("record-consent", {"party": str(first.id), "words": "愿意调解。"})
    tell.go_to(10, 13, "09:30")
    tell.case_step(
        "record-consent",
        {"party": str(second.id), "means": "by_phone", "words": "可以，让佟𬱖陪我来。"},
        picture="consent",
    )
    tell.go_to(10, 15, "16:30")
    tell.case_step(
        "hold-sitting",
        {
            "held_at": "2026-10-15T14:30:00+08:00",
            "place": "古楼街道调解室",
            "record": _RECORD,
            "result": "succeeded",
            "invited": "望湖小区物业经理",
            "recorder": "史录",
        },
        picture="sitting",
    )


def _agree(tell: Teller) -> None:
    """Write the agreement down, with its promise and its three marks."""
    tell.go_to(10, 15, "16:45")
    file = tell.open_case("parking")
    first, second = file.parties
    promise = {
        "debtor": str(second.id),
        "creditor": str(first.id),
        "what": "支付后视镜修理费",
        "amount": "600",
        "due_on": "2026-10-22",
        "parts": "2",
        "months": "1",
    }
    agreed = {
        "form": "written",
        "terms": _TERMS,
        "performance": "贾䶮以转账方式履行，凭证交调委会存档。",
        "promises": [promise],
    }
    tell.case_step("sign-agreement", agreed, picture="agreement", at="performance")
    tell.go_to(10, 16, "09:00")
    tell.case_step(
        "mark-agreement",
        {
            "parties_marked_on": "2026-10-15",
            "mediator_signed_on": "2026-10-15",
            "sealed_on": "2026-10-16",
        },
        picture="marks",
    )
    tell.show("agreed")


def _print(tell: Teller) -> None:
    """Look at the agreement before it is printed, and keep the four papers."""
    tell.go_to(10, 16, "09:10")
    tell.here.pane("disputes", DisputesPane).side.print_case()
    tell.show("papers-menu")
    hands.close_menu()
    tell.print_case(PaperName.AGREEMENT, picture="preview")
    tell.print_case(PaperName.ACCEPTANCE_REGISTER)
    tell.print_case(PaperName.MEDIATION_RECORD)


def _confirm(tell: Teller) -> None:
    """Choose the court and begin the application; both sides will sign it."""
    tell.go_to(10, 16, "09:30")
    tell.open_case("parking")
    tell.case_step("offer-confirmation", {}, picture="confirmation")
    tell.print_case(PaperName.CONFIRMATION_APPLICATION)
    tell.go_to(10, 19, "10:00")
    file = tell.open_case("parking")
    parties = [str(party.id) for party in file.parties]
    tell.case_step("apply-confirmation", {"signed_by": parties})


def _perform(tell: Teller) -> None:
    """The first part is late and urged, then all is paid; somebody visits, the dispute closes."""
    tell.go_to(10, 23, "09:10")
    tell.open_case("parking")
    tell.show("part-late")
    words = "电话联系贾䶮，称忘记转账，答应当天付清第一期。"
    tell.case_step("urge-performance", {"words": words, "next_on": "2026-10-26"}, picture="urging")
    tell.go_to(10, 23, "16:20")
    tell.case_step("record-payment", {"proof": "转账凭证一份"}, picture="payment")
    tell.show("parts")
    tell.print_case(PaperName.RECEIPT)
    tell.go_to(10, 26, "14:40")
    tell.open_case("parking")
    tell.case_step("record-payment", {"proof": "第二期提前付清，转账凭证一份"})
    done = {"result": "withdrawn", "words": "已全部履行，双方撤回申请。"}
    tell.case_step("answer-confirmation", done)
    tell.go_to(10, 26, "15:00")
    tell.case_step(
        "follow-up",
        {
            "situation": "车位已划线编号，两家见面打招呼，没有再发生争执。",
            "performed": "yes",
            "satisfaction": "satisfied",
            "visited": "吴㛃、贾䶮",
        },
        picture="follow-up",
    )
    tell.go_to(10, 26, "15:10")
    tell.case_step("close-dispute", {"outcome": "agreed_written"})
    tell.show("closed")
    tell.print_case(PaperName.SUMMARY)


def _duplicate(tell: Teller) -> None:
    """The call of the same morning was the same dispute."""
    tell.open_case("call")
    tell.case_step(
        "close-dispute",
        {"outcome": "duplicate", "reason": "与当日来访登记为同一纠纷，已并案办理。"},
    )
