"""The volume of the parking dispute: what is missing is written down, then the whole is bound."""

from mediator_desk.usecases.print_papers import PaperName
from mediator_desk.words import _
from ui.panes.disputes import DisputesPane
from ui.tour.camera import settle
from ui.tour.teller import Teller

_REQUESTS = "赔偿后视镜修理费600元\n今后按划线停车，不占用对方车位"
_ASKED = (
    "问：10月9日晚上停车场发生的事，您看见了吗？\n"
    "答：看见了。贾䶮倒车时碰了吴㛃车的后视镜，两人吵了几句，没有动手。\n"
    "问：车位平时怎么停？\n"
    "答：线磨没了，谁先来谁停。\n"
    "问：以上记录和您说的一样吗？\n"
    "答：一样。"
)


def play(tell: Teller) -> None:
    """Play the chapter."""
    tell.album.begin("volume")
    tell.go_to(10, 30, "10:10")
    tell.open_case("parking")
    _show_meter(tell, "volume-before")
    tell.case_step(
        "write-application",
        {"requests": _REQUESTS, "applied_on": "2026-10-12", "oral": True},
        picture="application",
    )
    tell.case_step(
        "write-investigation",
        {
            "asked": "望湖小区保安顾守",
            "place": "望湖小区门卫室",
            "held_at": "2026-10-14T16:00:00+08:00",
            "record": _ASKED,
            "recorder": "史录",
        },
        picture="inquiry",
    )
    tell.case_step(
        "give-authority",
        {"scope": "special", "term": "至本纠纷调解终结", "signed_on": "2026-10-15"},
        picture="authority",
    )
    tell.case_step("file-volume", {"remark": "当事人身份证复印件只存纸质。"}, picture="filing")
    _show_meter(tell, "volume-after")
    tell.print_case(PaperName.VOLUME, picture="volume")


def _show_meter(tell: Teller, picture: str) -> None:
    """Bring the volume beside the case into sight."""
    tell.here.pane("disputes", DisputesPane).side.bring_up(_("Volume"))
    settle()
    tell.show(picture)
