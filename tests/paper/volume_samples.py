"""Made-up facts for the papers of a volume; nobody in them exists."""

from dataclasses import replace
from datetime import date

from mediator_desk.paper.facts_volume import (
    AttorneyFacts,
    ClosingReportFacts,
    CoverFacts,
    EvidenceFacts,
    IdentityFacts,
    IndexFacts,
    InvestigationFacts,
    MediationRequestFacts,
    RightsNoticeFacts,
    VolumeNoteFacts,
)
from tests.paper.samples import (
    APPLICANT,
    COMMITTEE,
    HAPPENED,
    NUMBER,
    RESPONDENT,
    many_parties,
)

DAY = date(2026, 11, 23)
LONG_NAME = "阿卜杜热西提·买买提艾力·吐尔逊·阿不都克里木·木合塔尔江·依米提·努尔麦麦提·𬱖㛃䶮𠮷"
ASKED = (
    f"问：您好，我们是{COMMITTEE}的人民调解员，现就三号楼漏水一事向您了解情况，请如实回答。\n"
    "答：好的，我如实说。\n"
    "问：您什么时候发现漏水的？\n"
    "答：2026年3月3日早上七点多，我上楼时看见楼道里有水往下流，就敲了六楼的门，没有人应。"
    "后来物业关了总阀，水才停。当时五楼的吊顶已经塌了一块，地板也泡了。\n"
    "问：六楼的水管以前修过吗？\n"
    "答：去年冬天冻裂过一次，物业来换过一截。\n"
    "问：您还有什么要补充的？\n"
    "答：没有了。以上记录我看过，和我说的一样。"
)


def cover(**changed):
    facts = {
        "committee_name": COMMITTEE,
        "volume_title": "欧阳𬱖㛃与某某物业服务有限公司损害赔偿纠纷",
        "volume_no": NUMBER,
        "mediators": ("王建国", "李爱华"),
        "mediation_from": date(2026, 10, 12),
        "mediation_to": date(2026, 11, 20),
        "filed_by": "王建国",
        "filed_on": DAY,
        "retention_class": "短期（10年）",
        "pages": "23",
    }
    return CoverFacts(**facts | changed)


def long_cover():
    return cover(
        committee_name="聊城市东昌府区古楼街道办事处花园南路社区物业管理与邻里纠纷人民调解委员会",
        volume_title=f"{LONG_NAME}、{LONG_NAME}与某某物业服务有限公司邻里纠纷",
        mediators=(LONG_NAME, "王建国", "李爱华", "欧阳修远", "司徒雅文"),
        retention_class="长期（30年）",
        remark="本卷与（2026）某街人调字第2号卷系同一幢楼的关联纠纷，证据原件存于该卷；"
        "当事人一方身份证明只存纸质复印件。",
    )


def index(count=1):
    rows = [
        ("1", "人民调解受理登记表", "1", "必须"),
        ("2", "人民调解当事人权利义务告知书", "2", "必须"),
        ("3", "当事人身份证明（欧阳𬱖㛃）", "3", "必须"),
        ("4", "当事人身份证明（某某物业服务有限公司）", "4", "必须"),
        ("5", "授权委托书（某某物业服务有限公司）", "5", "按需"),
        ("6", "人民调解调查记录（证人赵某）", "6—7", "按需"),
        ("7", "人民调解证据材料", "8—10", "按需"),
    ]
    rows += [
        (str(7 + one), f"人民调解记录（第{one}次）", str(10 + one), "必须")
        for one in range(1, count + 1)
    ]
    rows.append((str(len(rows) + 1), "人民调解协议书", "—", "调解不成，没有协议书"))
    return IndexFacts(committee=COMMITTEE, volume_no=NUMBER, rows=tuple(rows))


def request(**changed):
    facts = {
        "volume_no": NUMBER,
        "committee": COMMITTEE,
        "applicant": (APPLICANT,),
        "respondent": (RESPONDENT,),
        "brief": HAPPENED,
        "requests": ("赔偿客厅吊顶、墙面及木地板维修费3802元", "修好漏水的水管", "书面道歉"),
        "date": DAY,
    }
    return MediationRequestFacts(**facts | changed)


def notice(parties=(APPLICANT, RESPONDENT)):
    return RightsNoticeFacts(volume_no=NUMBER, committee=COMMITTEE, parties=parties, date=DAY)


def identity(**changed):
    facts = {
        "volume_no": NUMBER,
        "committee": COMMITTEE,
        "party": APPLICANT.name,
        "role": "申请人",
        "copy": "身份证复印件",
        "pages": "1",
        "kept": "只存纸质复印件，粘贴于下",
        "paste": True,
    }
    return IdentityFacts(**facts | changed)


def attorney(**changed):
    facts = {
        "volume_no": NUMBER,
        "committee": COMMITTEE,
        "principal": (replace(RESPONDENT, role="委托人", agent=""),),
        "agent": (replace(APPLICANT, name="王淼", role="受委托人", sex="男"),),
        "matter": "代为参加本纠纷的调解，陈述事实，提出、变更请求，签署调解协议和有关文书",
        "scope": "特别授权",
        "term": "自签署之日起至本纠纷调解终结之日止",
        "date": DAY,
    }
    return AttorneyFacts(**facts | changed)


def investigation(**changed):
    facts = {
        "volume_no": NUMBER,
        "committee": COMMITTEE,
        "time": "2026年10月15日 14:30",
        "place": "某社区3号楼2单元楼下",
        "participants": "楼长孙某",
        "respondent": "赵某（二单元住户）",
        "record": ASKED,
        "investigators": ("王建国", "李爱华"),
        "recorder": "李爱华",
        "date": DAY,
    }
    return InvestigationFacts(**facts | changed)


def evidence(count=5):
    rows = tuple(
        (
            str(one),
            f"客厅吊顶受损照片之{one}（东北角，落水点正下方）",
            "照片",
            APPLICANT.name,
            "2026年10月13日",
            "1",
            "原件",
        )
        for one in range(1, count + 1)
    )
    return EvidenceFacts(volume_no=NUMBER, committee=COMMITTEE, rows=rows)


def note(**changed):
    facts = {
        "volume_no": NUMBER,
        "committee": COMMITTEE,
        "text": "本卷照片原件存于社区档案柜二号盒。被申请人营业执照只存纸质复印件。",
        "filed_by": "王建国",
        "checked_by": "李爱华",
        "filed_on": DAY,
        "checked_on": DAY,
    }
    return VolumeNoteFacts(**facts | changed)


def closing_report(**changed):
    facts = {
        "volume_no": NUMBER,
        "filled_on": DAY,
        "unit": COMMITTEE,
        "handler": "王建国、李爱华",
        "accepted_on": date(2026, 10, 12),
        "closed_on": DAY,
        "people": tuple((one.name, one.address, one.contact) for one in (APPLICANT, RESPONDENT)),
        "source": "当事人申请",
        "facts": HAPPENED,
        "process_result": "共调解2次。调解成功，达成书面协议。",
        "performance": "约定义务1项，已履行1项。",
        "signed_on": DAY,
    }
    return ClosingReportFacts(**facts | changed)


def long_parties():
    return tuple(replace(one, name=LONG_NAME) for one in many_parties(4))
