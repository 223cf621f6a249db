"""What pictures of figures say in both languages, for the screen and for papers alike."""

from mediator_desk.rows.statistics import CountedIn
from mediator_desk.rules.remarks import Named

UNITS = {
    CountedIn.CASES: Named("件", "cases"),
    CountedIn.PERSONS: Named("人", "people"),
    CountedIn.TEN_THOUSAND_YUAN: Named("万元", "×10k yuan"),
    CountedIn.TIMES: Named("次", "times"),
}

SAYS = Named("{name}：{value}{unit}", "{name}: {value} {unit}")
AT_PLACE = Named("{place}　{topic}", "{place}, {topic}")
SHARE = Named("，占{share}", ", {share}")
RATE = Named("成功率 {share}", "success rate {share}")
ON_BEFORE = Named("比上期 {difference}{percent}", "{difference}{percent} on the last period")
ON_YEAR = Named("比上年同期 {difference}{percent}", "{difference}{percent} on last year")
PERCENT = Named("（{percent}）", " ({percent})")
COMMA = Named("，", ", ")

UNIT = Named("单位：{unit}", "unit: {unit}")
SCHEMATIC = Named("方格示意，不表示实际位置和边界", "tiles only: no real position, no borders")
WRITTEN_ONLY = Named("仅统计书面协议", "written agreements only")
AS_OF = Named("截至 {day}", "as of {day}")

MONTH = Named("{month}月", "{name}")
YEAR = Named("{year}年", "{year}")
YEARS = Named("{before}年、{year}年", "{before}, {year}")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

SUM = Named("合计", "sum")
NO_PLACE = Named("未填地点", "no place given")
NOT_FURTHER = Named("{place}（未细分）", "{place} (not said further)")
OPEN = Named("未办结纠纷", "open disputes")

TREND_INTAKE = Named("每月受理案件", "Cases accepted by month")
TREND_TOTAL = Named("每月调解案件", "Cases mediated by month")
BY_SOURCE = Named("案件来源", "Source of the cases")
BY_CATEGORY = Named("纠纷类型", "Category of the cases")
BY_TOPIC = Named("邻里事项", "Topics of the disputes logged")
BY_PLACE_AND_TOPIC = Named("各地邻里事项", "Places and topics of the disputes logged")
MAP = Named("民生地图", "Map of concerns")
