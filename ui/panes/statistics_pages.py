"""The pages of the statistics that are pictures: at a glance, and the topics."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from mediator_desk.charts.hand import Draw
from mediator_desk.labels import pictures as said
from mediator_desk.rules.statistics import Measure
from mediator_desk.usecases.pictures import group_of, headline_of, kinds_of, trend_of
from mediator_desk.usecases.place_pictures import heat_of, logged_at
from mediator_desk.usecases.statistics_view import StatisticsView
from mediator_desk.words import _
from ui.widgets.card import Card
from ui.widgets.chart import ChartView
from ui.widgets.reading import ReadingArea


class ChartPage(ReadingArea):
    """Pictures in cards below one another; ``opened`` carries the key of the figure pressed."""

    opened = Signal(object)

    def __init__(self, count: int) -> None:
        """Lay out so many empty pictures."""
        super().__init__()
        self.charts = tuple(ChartView() for _ in range(count))
        cards = []
        for chart in self.charts:
            card = Card()
            card.column.addWidget(chart)
            chart.opened.connect(self.opened)
            cards.append(card)
        self.lay(cards, spacing=10)

    def draw(self, pictures: Sequence[tuple[str, Draw]]) -> None:
        """Show the pictures, each with its name."""
        for chart, (name, picture) in zip(self.charts, pictures, strict=True):
            chart.show_chart(name, picture)


class GlancePage(ChartPage):
    """The headline, the months, the sources and the categories."""

    def __init__(self) -> None:
        """Lay out the pictures."""
        super().__init__(5)

    def show_view(self, view: StatisticsView) -> None:
        """Show the figures."""
        found = view.found
        self.draw(
            (
                (_("At a glance"), headline_of(found, str)),
                *(
                    (str(title), trend_of(found, measure, title, str))
                    for measure, title in (
                        (Measure.INTAKE, said.TREND_INTAKE),
                        (Measure.TOTAL, said.TREND_TOTAL),
                    )
                ),
                *(
                    (str(title), kinds_of(found, group_of(found, measure), title, str))
                    for measure, title in (
                        (Measure.SOURCE, said.BY_SOURCE),
                        (Measure.CATEGORY, said.BY_CATEGORY),
                    )
                ),
            )
        )


class TopicPage(ChartPage):
    """The topics of what was logged, and where."""

    def __init__(self) -> None:
        """Lay out the pictures."""
        super().__init__(2)

    def show_view(self, view: StatisticsView) -> None:
        """Show the figures."""
        found = view.found
        places = logged_at(found, str)
        self.draw(
            (
                (str(said.BY_TOPIC), kinds_of(found, found.topics[1:], said.BY_TOPIC, str)),
                (str(said.BY_PLACE_AND_TOPIC), heat_of(places, view.tree, str)),
            )
        )
