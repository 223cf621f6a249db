"""The advice on the way of a dispute, in its windows: short, with more on demand."""

from mediator_desk.records.dispute import Route, Topic
from mediator_desk.usecases.advice import learning
from mediator_desk.usecases.route_dispute import RouteDispute, route_dispute
from ui.forms.advice_card import AdviceCard
from ui.panes.advice_section import AdviceSection
from ui.widgets.label import Label


def said_on(card):
    return "\n".join(one.text() for one in card.findChildren(Label) if one.isVisibleTo(card))


def test_the_advice_names_who_decides_by_law_and_keeps_the_rest_for_later(here, windows):
    dispute = here.logged(text="小区停车位不够，想把空地划成停车位", households=60)

    dialog = windows.dialog("route-dispute", dispute)
    short = said_on(dialog.card)
    dialog.card.unfold()

    assert "owners" in short
    assert "第二百七十八条" not in short
    assert "第二百七十八条第（八）项" in said_on(dialog.card)


def test_a_dog_shows_both_levels_of_law_on_demand(here, windows):
    dispute = here.logged(text="大型犬不拴绳，咬伤老人", topic=Topic.PETS)

    card = windows.dialog("route-dispute", dispute).card
    card.unfold()

    assert "养犬管理条例" in said_on(card)
    assert "治安管理处罚法" in said_on(card)
    assert "the police choose" in said_on(card)


def decide(here, text, way, times):
    for _one in range(times):
        here.put(here.logged(text=text, topic=Topic.OTHER, names=()), route=way)


def test_what_the_station_decided_before_joins_the_advice(here, windows):
    decide(here, "车棚里挤满了旧车，想和大家商量", Route.COUNCIL, 40)
    decide(here, "两家为花盆争吵", Route.SETTLE, 30)
    dispute = here.logged(text="车棚又满了，想和大家商量", topic=Topic.OTHER)

    dialog = windows.dialog("route-dispute", dispute)

    (card,) = (one for one in dialog.findChildren(AdviceCard) if one.isVisibleTo(dialog))
    assert "Of 70 disputes like this one here, 40 became topics" in said_on(card)
    assert not dialog.sheet.touched()


def test_turning_away_offers_the_ground_the_text_speaks_of(here, windows):
    dispute = here.logged(text="这件事法院已受理")

    dialog = windows.dialog("refuse-dispute", dispute)

    assert dialog.sheet.values()["ground"] == "court"


def section(here, windows):
    made = AdviceSection(desk=here.desk, errands=windows.errands)
    windows.kept.append(made)
    made.resize(1100, 560)
    made.show()
    made.ask()
    return made


def test_a_lead_sees_where_people_chose_otherwise_and_filters_it(here, windows):
    for text, why in (("公共车位被私装地锁", "先谈"), ("小区停车位不够", "只有两户")):
        asked = RouteDispute(dispute=here.logged(text=text), route=Route.SETTLE, reason=why)
        route_dispute(here.desk, asked)

    made = section(here, windows)
    every = made.table.rows.rowCount()
    made.chips.choose("whistle")
    made.table.choose_place(0)

    assert every == 2
    assert [made.table.rows.row(at).reason for at in range(made.table.rows.rowCount())] == ["先谈"]
    assert "地锁" in made.why.text()


def test_a_lead_silences_what_the_station_decided_before(here, windows):
    made = section(here, windows)

    made.learns.fill({"on": "off"})
    made.learns.changed.emit()

    assert not learning(here.desk)


def test_what_is_not_for_mediation_is_turned_away_first(here, windows):
    here.logged(text="这件事法院已受理")

    side = windows.disputes().side

    assert side.shown().verbs[0].text.replace("&", "") == "Turn away"


def test_the_advice_says_from_how_many_households_it_would_be_a_topic(here, windows):
    dispute = here.logged(text="楼下停车总是吵", households=2)

    card = windows.dialog("route-dispute", dispute).card
    card.unfold()

    assert "households on it would be a council topic." in said_on(card)
