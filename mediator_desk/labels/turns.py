"""Names of those we wait for."""

from mediator_desk.labels.names import Names
from mediator_desk.rules.whose_turn import Turn

NAMES: Names = (
    (Turn.OURS, "我们", "us"),
    (Turn.DEPARTMENT, "部门", "the department"),
    (Turn.COURT, "法院", "the court"),
    (Turn.PARTIES, "当事人", "the parties"),
    (Turn.COUNCIL, "居民议事会", "the residents' council"),
    (Turn.OWNERS, "业主", "the owners"),
    (Turn.RESIDENTS, "居民（代表）会议", "the residents' meeting"),
    (Turn.STATION, "其他工作站", "another station"),
)
