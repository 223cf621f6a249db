"""民生地图 on the screen: a schematic of tiles, with no land and no borders."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediator_desk.labels import label
from mediator_desk.labels import pictures as said
from mediator_desk.records.dispute import Topic
from mediator_desk.usecases.place_pictures import Inside, logged_at, map_of, open_at
from mediator_desk.usecases.statistics_view import StatisticsView
from mediator_desk.words import _
from ui.panes.statistics_pages import ChartPage
from ui.theme import worn
from ui.widgets.drop_list import DropList
from ui.widgets.icon import icon
from ui.widgets.label import ElidedLabel
from ui.widgets.press import PressButton

_OPEN, _LOGGED = "open", "logged"


class MapPage(QWidget):
    """民生地图: what is open now, or was logged in the period, as tiles one can go into."""

    opened = Signal(object)

    def __init__(self) -> None:
        """Lay out the choices and an empty map."""
        super().__init__()
        self._view: StatisticsView | None = None
        self._under = ""
        self.what, self.topics = DropList(), DropList()
        self.up = PressButton()
        self.where = ElidedLabel(strong=True)
        self.page = ChartPage(1)
        self._lay_out()
        self._wire()

    def show_view(self, view: StatisticsView) -> None:
        """Show the map; where one was inside, one stays."""
        if self._view is None or self._under not in view.tree.line(self._under):
            self._under = view.top
        self._view = view
        self._show()

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        if self.what.currentData() == _OPEN:
            shown = open_at(view.open_now, view.today, str)
        else:
            shown = logged_at(view.found, str)
        topic = self.topics.currentData()
        drawn = map_of(
            shown,
            view.tree,
            self._under,
            str,
            topics=(Topic(topic),) if topic else tuple(Topic),
            top=self._under == view.top,
        )
        self.page.draw([(str(said.MAP), drawn)])
        line = view.tree.line(self._under)
        self.where.say(view.tree.name(self._under))
        self.where.setToolTip(" › ".join(view.tree.name(one) for one in line))
        self.up.setEnabled(len(line) > 1)

    def _open(self, key: object) -> None:
        if isinstance(key, Inside):
            self._go_into(key.place)
        else:
            self.opened.emit(key)

    def _go_up(self) -> None:
        if self._view is not None:
            line = self._view.tree.line(self._under)
            self._go_into(line[-2] if len(line) > 1 else self._under)

    def _go_into(self, place: str) -> None:
        self._under = place
        self._show()
        first = next(iter(self.page.charts[0].spots()), None)
        if first is not None:
            first.setFocus()

    def _lay_out(self) -> None:
        self.what.setAccessibleName(_("What is counted"))
        for code, words in ((_OPEN, _("Open now")), (_LOGGED, _("Logged in the period"))):
            self.what.addItem(words, code)
        self.topics.setAccessibleName(_("Topic"))
        self.topics.addItem(_("All topics"), "")
        for topic in Topic:
            self.topics.addItem(label(topic), topic.value)
        self.what.fit()
        self.up.setIcon(icon("arrow-left"))
        self.up.setAccessibleName(_("Go up to what is around it"))
        self.up.setToolTip(self.up.accessibleName())
        self.up.setFixedWidth(worn().target)
        self.up.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.up)
        row.addWidget(self.where, 1)
        row.addWidget(self.what)
        row.addWidget(self.topics)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self.page, 1)

    def _wire(self) -> None:
        self.up.clicked.connect(self._go_up)
        self.page.opened.connect(self._open)
        for chosen in (self.what, self.topics):
            chosen.currentIndexChanged.connect(self._show)
