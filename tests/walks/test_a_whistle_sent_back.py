"""A22 typed: a whistle is sent back twice, then nobody but the district can hand it on."""

LAW = "《聊城市城镇容貌和环境卫生管理条例》第四十条"
NOT_OURS = {"reason": "not_our_duty", "legal_basis": LAW}
CITY = "城市管理（综合行政执法）"


def called(desk):
    """Blow, approve and dispatch a whistle for a ground lock; give its id."""
    blown = desk.do(
        "blow-whistle", title="私装地锁圈占公共场地", content="劝说无效。", lead="环卫处",
        rule_set="gulou",
    )  # fmt: skip
    (whistle,) = [one["id"] for one in blown.json["touched"] if one["table"] == "whistle"]
    desk.do("approve-whistle", whistle=whistle, approver="赵书记")
    desk.do("dispatch-whistle", whistle=whistle)
    return whistle


def test_there_is_no_third_transfer(desk):
    whistle = called(desk)
    desk.do("return-whistle", whistle=whistle, **NOT_OURS)
    desk.do("reassign-whistle", whistle=whistle, department=CITY, legal_basis=LAW)
    desk.do("return-whistle", whistle=whistle, **NOT_OURS)

    third = desk.do("reassign-whistle", whistle=whistle, department="住房城乡建设")

    assert third.code != 0
    assert "moved on" in third.error["message"]


def test_the_district_ends_the_passing_on(desk):
    whistle = called(desk)
    desk.do("return-whistle", whistle=whistle, **NOT_OURS)
    desk.do("reassign-whistle", whistle=whistle, department=CITY)
    desk.do("return-whistle", whistle=whistle, **NOT_OURS)

    named = desk.do(
        "designate-whistle", whistle=whistle, department=CITY, contact="区政府办公室",
        legal_basis="《聊城市物业管理条例》第六十六条",
    )  # fmt: skip
    back = desk.do("return-whistle", whistle=whistle, **NOT_OURS)

    assert named.code == 0
    assert "The district has designated" in back.error["message"]


def test_a_return_without_its_article_is_not_taken(desk):
    whistle = called(desk)

    told = desk.do("return-whistle", whistle=whistle, reason="not_our_duty")

    assert "the article it rests on" in told.error["message"]
