"""Surnames of two characters, with their sounds; apart from the dictionary, which is heavy."""

DOUBLE_SURNAMES: dict[str, str] = {
    "尉迟": "yuchi", "万俟": "moqi", "澹台": "tantai", "欧阳": "ouyang", "司马": "sima",
    "上官": "shangguan", "诸葛": "zhuge", "夏侯": "xiahou", "东方": "dongfang",
    "皇甫": "huangfu", "公孙": "gongsun", "令狐": "linghu", "宇文": "yuwen",
    "长孙": "zhangsun", "慕容": "murong", "司徒": "situ", "司空": "sikong", "单于": "chanyu",
    "鲜于": "xianyu", "闻人": "wenren", "赫连": "helian", "呼延": "huyan", "端木": "duanmu",
    "百里": "baili", "东郭": "dongguo", "南宫": "nangong", "西门": "ximen", "独孤": "dugu",
    "轩辕": "xuanyuan", "钟离": "zhongli", "太史": "taishi", "申屠": "shentu",
    "公羊": "gongyang", "濮阳": "puyang", "淳于": "chunyu", "仲孙": "zhongsun",
    "第五": "diwu", "纳兰": "nalan", "拓跋": "tuoba", "亓官": "qiguan",
}  # fmt: skip
