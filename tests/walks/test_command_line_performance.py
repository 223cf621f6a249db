"""Performance and the court on the command line, where a station has no screen."""

from tests.walks.test_command_line_cases import _carried_to_agreement


def _shown(desk, number):
    return desk("show", number, "--json").json


def test_part_payments_and_their_schedule_are_told(desk):
    number, _signed = _carried_to_agreement(desk)
    owed = _shown(desk, number)["obligations"][0]["id"]

    told = desk.do("record-payment", obligation=owed, amount="20.50", paid_by="现金")

    (part,) = _shown(desk, number)["schedule"]
    assert told.code == 0
    assert (part["paid"], part["owed"]) == ("20.50", "100.00")


def test_an_application_that_one_side_did_not_sign_is_refused_in_words(desk):
    number, _signed = _carried_to_agreement(desk)
    agreement = _shown(desk, number)["agreements"][0]
    day = agreement["agreed_on"]
    desk.do(
        "mark-agreement",
        agreement=agreement["id"],
        parties_marked_on=day,
        mediator_signed_on=day,
        sealed_on=day,
    )
    court = {"court": "聊城市东昌府区人民法院", "ground": "committee"}
    desk.do("offer-confirmation", agreement=agreement["id"], **court)
    shown = _shown(desk, number)

    told = desk.do(
        "apply-confirmation",
        confirmation=shown["confirmations"][0]["id"],
        signed_by=[shown["parties"][0]["id"]],
    )

    assert told.code == 1
    assert "李四 has not signed" in told.error["message"]


def test_every_paper_has_a_name_on_the_command_line(desk):
    number, _signed = _carried_to_agreement(desk)

    told = desk("print", number, "--paper", "receipt", "-o", desk.folder.parent / "a.pdf")

    assert told.code == 1
    assert "No payment" in told.err
