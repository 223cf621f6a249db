"""Made-up facts for the papers of an owners' vote; nobody in them exists."""

from datetime import date

from mediator_desk.paper.facts_votes import BallotFacts, CountedFacts, TallyFacts

DAY = date(2026, 11, 23)
LAW = "《民法典》第二百七十八条第一款第（七）项：改建、重建建筑物及其附属设施"
MATTER = "3号楼2单元加装电梯，方案见所附图纸；费用由同意的业主按楼层分摊，一层不分摊。"


def ballot(**changed):
    facts = {
        "serial": "2026-3-0012",
        "vote_no": "某社区表〔2026〕3号",
        "body": "某社区居民委员会",
        "matter": MATTER,
        "item": LAW,
        "scope": "某小区3号楼2单元",
        "period": "2026年11月10日至23日",
        "room": "3号楼2单元501室",
        "area": "92.50㎡（不动产登记）",
        "owner": "欧阳某某、王某",
        "agent": "",
        "returned_to": "社区党群服务中心一楼",
        "delivered_by": "当面送达",
        "delivered_on": DAY,
    }
    return BallotFacts(**facts | changed)


def tally(**changed):
    facts = {
        "vote_no": "某社区表〔2026〕3号",
        "body": "某社区居民委员会",
        "matter": MATTER,
        "item": LAW,
        "scope": "某小区3号楼2单元",
        "form": "书面征求意见",
        "period": "2026年11月10日至23日",
        "rule_set": "民法典第二百七十八条（《民法典》第二百七十八条；2021年1月1日起施行）",
        "ballots": "发出24张，收回21张，其中无效1张",
        "counted": (
            CountedFacts(what="全体业主", heads="24人", area="2,204.00㎡"),
            CountedFacts(what="参与表决", heads="20人", area="1,830.00㎡"),
            CountedFacts(what="同意", heads="14人", area="1,290.00㎡"),
            CountedFacts(
                what="参与比例\n（须三分之二以上）",
                heads="20/24＝83.33%　达到",
                area="1830.00/2204.00＝83.03%　达到",
            ),
            CountedFacts(
                what="同意比例\n（须四分之三以上）",
                heads="14/20＝70.00%　未达到",
                area="1290.00/1830.00＝70.49%　未达到",
            ),
        ),
        "result": "未通过：人数和面积均未达比例",
        "shortfall": "差1人、82.50㎡",
        "counted_on": DAY,
    }
    return TallyFacts(**facts | changed)
