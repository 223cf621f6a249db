"""Made-up facts for papers; nobody in them exists."""

from datetime import date

from mediator_desk.paper.facts import (
    AcceptanceFacts,
    AgreementFacts,
    ObligationFacts,
    PartyFacts,
    RecordFacts,
    SummaryFacts,
    TopicFacts,
)
from mediator_desk.paper.facts_whistles import ReplyFacts, WhistleFacts

NUMBER = "（2026）某街人调字第3号"
COMMITTEE = "某街道某社区人民调解委员会"
HAPPENED = (
    "申请人与被申请人系上下楼邻居。2026年3月3日，因被申请人家中水管破裂，致申请人客厅吊顶、墙面"
    "及木地板受损，双方就赔偿数额发生争执。经本会两次现场查看并核对维修报价（合计￥3,802.00元），"
    "双方对损失事实均无异议。"
)
APPLICANT = PartyFacts(
    name="欧阳𬱖㛃",
    role="申请人",
    sex="女",
    ethnicity="汉族",
    age="38",
    occupation="教师",
    contact="0000-8412345",
    address="某街道某社区3号楼2单元501室",
)
RESPONDENT = PartyFacts(
    name="某某物业服务有限公司",
    role="被申请人",
    organisation=True,
    address="某街道南路1号",
    legal_representative="李䶮",
    legal_representative_post="总经理",
    contact="0000-8400000",
    agent="王淼（特别授权）",
)
PROMISE = ObligationFacts(
    who="某某物业服务有限公司",
    what="支付客厅吊顶、墙面及木地板维修费",
    amount="3,802.00",
    amount_in_words="叁仟捌佰零贰元整",
    due="2026年12月31日前",
)
DAY = date(2026, 11, 23)


def many_parties(count):
    return tuple(
        PartyFacts(
            name=f"王淼{number}",
            role="申请人",
            sex="男",
            ethnicity="汉族",
            age="40",
            contact=f"0000-84{number:05d}",
            address=f"某社区{number}号楼1单元101室",
        )
        for number in range(1, count + 1)
    )


def agreement(**changed):
    facts = {
        "agreement_no": NUMBER,
        "committee": COMMITTEE,
        "parties": (APPLICANT, RESPONDENT),
        "facts_and_issues": HAPPENED,
        "terms": ("被申请人一次性支付申请人维修费。", "双方就此纠纷再无其他争议。"),
        "performance": "银行转账，户名与账号以双方签字确认的《履行记录》为准。",
        "obligations": (PROMISE,),
        "signed_on": DAY,
    }
    return AgreementFacts(**facts | changed)


def acceptance(**changed):
    facts = {
        "volume_no": NUMBER,
        "accepted_on": DAY,
        "committee": COMMITTEE,
        "party_names": ("欧阳𬱖㛃", "某某物业服务有限公司"),
        "dispute_category": "邻里纠纷",
        "case_source": "当事人申请",
        "brief": HAPPENED,
    }
    return AcceptanceFacts(**facts | changed)


def record(**changed):
    facts = {
        "volume_no": NUMBER,
        "committee": COMMITTEE,
        "time": "2026年11月18日 14:00—16:10",
        "place": "社区党群服务中心二楼调解室",
        "parties": (APPLICANT, RESPONDENT),
        "participants": "楼长李犇",
        "record": "调解员：请双方说明情况。\n申请人：吊顶泡了。\n被申请人：我们认。",
        "result": "调解成功",
        "signed_on": DAY,
    }
    return RecordFacts(**facts | changed)


def whistle(**changed):
    facts = {
        "whistle_no": "某街哨〔2026〕12号",
        "type": "攻坚哨",
        "source": "调解案件",
        "case_ref": NUMBER,
        "title": "公共车位私装地锁",
        "place": "某社区5号楼前",
        "content": HAPPENED,
        "legal_basis": "《聊城市物业管理条例》第44条第（八）项、第61条",
        "lead": "综合行政执法局",
        "assist": "派出所",
        "request": "派2人到社区党群服务中心集合。",
        "whistler": "李犇",
        "blown_at": "2026年11月23日 09:30",
        "sign_by": "2026年11月23日 10:30",
        "contact_by": "2026年11月24日 09:30",
        "report_by": "2026年11月26日 18:00",
        "finish_by": "2026年12月7日 18:00",
        "street_office": "某街道办事处",
        "signed_on": DAY,
    }
    return WhistleFacts(**facts | changed)


def reply(**changed):
    facts = {
        "whistle_no": "某街哨〔2026〕12号",
        "title": "人行道设置地锁",
        "department": "综合行政执法局",
        "signed_at": "2026年9月23日 15:50",
        "signed_by": "顾队",
        "contacted_with": "李𬱖㛃",
        "measures": "逐个拆除。",
        "result": HAPPENED,
        "code": "7KQF-M2XA",
    }
    return ReplyFacts(**facts | changed)


def topic(**changed):
    facts = {
        "topic_no": "某社区议〔2026〕5号",
        "title": "3号楼2单元加装电梯",
        "source": "调解案件转入",
        "proposed_on": DAY,
        "estate": "某小区3号楼2单元",
        "households": "12",
        "stakeholders": "一层、二层住户3户；三层以上住户9户",
        "content": HAPPENED,
        "decision_body": "本单元(栋)业主",
        "community": "某社区居民委员会",
    }
    return TopicFacts(**facts | changed)


def summary(**changed):
    facts = {
        "number": "某街-2026-7",
        "topic": "楼上水管破裂赔偿纠纷",
        "place": "某小区3号楼2单元",
        "team": "某社区调解队",
        "handler": "承办：李犇",
        "state": "已达成协议，履行中",
        "route": "就地调解",
        "route_reason": "事实清楚，双方同意调解。",
        "next_step": "督促支付维修费",
        "next_by": "2026年12月31日",
        "late": "还有27个工作日",
        "happened": HAPPENED,
        "logged": "2026年11月3日登记",
        "masking": "姓名、电话已作隐名处理",
        "printed": "2026年11月23日打印",
        "parties": (("申请人", "欧阳**", "0000-****345", "同意"),),
        "events": (("11月3日", "登记", "陈晨"), ("11月4日", "受理", "李犇")),
        "sittings": (("第1次", "11月18日 14:00", "调解室", "调解成功"),),
        "agreement": "书面协议",
        "obligations": (("物业公司", "支付维修费", "2026年12月31日", "未到期"),),
        "whistles": (("某街哨〔2026〕12号", "综合行政执法局", "已退单", "11月26日"),),
        "council": (("某社区议〔2026〕5号", "加装电梯", "已上会", "本单元(栋)业主"),),
        "open_questions": ("是否申请司法确认。",),
    }
    return SummaryFacts(**facts | changed)
