"""What the station's own decisions say: one more signal, explained, and never before its time."""

import random
from dataclasses import replace
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.books import read_books
from mediator_desk.records.dispute import Route, Topic
from mediator_desk.rules.learner import Case, Decided, LearnerRules, learn
from mediator_desk.rules.route import Facts

RULES = LearnerRules(at_least=12, per_way=4, strength=5.0, newest=10000)
WAYS = (Route.SETTLE, Route.COUNCIL, Route.WHISTLE)
TEXTS = ("两家为车位争吵", "车棚里挤满了旧车", "楼道里停着电动车", "树枝挡住路灯", "夜里放音乐")


def decided(text, route, *, topic=Topic.OTHER, spot="甲小区", households=0):
    return Decided(case=Case(topic=topic, text=text, households=households, spot=spot), route=route)


some_cases = st.lists(
    st.builds(
        decided,
        st.sampled_from(TEXTS),
        st.sampled_from(WAYS),
        topic=st.sampled_from((Topic.OTHER, Topic.PARKING)),
        spot=st.sampled_from(("甲小区", "乙小区")),
        households=st.sampled_from((0, 2, 40)),
    ),
    max_size=60,
)


def test_without_cases_the_learner_says_nothing():
    assert learn([], RULES) is None


def test_with_too_few_of_every_way_but_one_it_says_nothing():
    cases = [decided(TEXTS[0], Route.SETTLE)] * 30 + [decided(TEXTS[1], Route.COUNCIL)] * 3

    assert learn(cases, RULES) is None


@settings(deadline=None, max_examples=60)
@given(some_cases, st.randoms(use_true_random=False))
def test_the_order_of_cases_never_matters(cases, rng):
    mixed = list(cases)
    rng.shuffle(mixed)
    asked = Case(topic=Topic.OTHER, text=TEXTS[1], spot="甲小区")

    here, there = learn(cases, RULES), learn(mixed, RULES)

    assert (here is None) == (there is None)
    assert here is None or here.say(asked) == there.say(asked)


@settings(deadline=None, max_examples=60)
@given(some_cases, st.permutations(WAYS))
def test_when_the_ways_change_names_so_does_the_answer(cases, names):
    renamed = dict(zip(WAYS, names, strict=True))
    other = [replace(one, route=renamed[one.route]) for one in cases]
    asked = Case(topic=Topic.OTHER, text=TEXTS[1], spot="甲小区")

    here, there = learn(cases, RULES), learn(other, RULES)

    assert (here is None) == (there is None)
    if here is not None:
        said, again = here.say(asked), there.say(asked)
        assert (said is None) == (again is None)
        if said is not None:
            assert renamed[said.route] is again.route
            assert said.sureness == again.sureness


def test_it_tells_how_many_like_this_one_went_that_way_and_by_which_words():
    cases = [decided("车棚里挤满了旧车", Route.COUNCIL)] * 12
    cases += [decided("两家为花盆争吵", Route.SETTLE)] * 10
    cases += [decided("车棚里挤满了旧车", Route.SETTLE)] * 2

    said = learn(cases, RULES).say(Case(topic=Topic.OTHER, text="车棚又满了", spot="甲小区"))

    assert said.route is Route.COUNCIL
    assert said.because[0].words() == (
        "Of 24 disputes like this one here, 12 became topics of the council."
    )
    assert "车棚" in said.because[1].words()


def habits(text, route, topic=Topic.OTHER, times=40):
    other = Route.SETTLE if route is not Route.SETTLE else Route.COUNCIL
    cases = [decided(text, route, topic=topic)] * times
    return learn([*cases, *[decided("完全别的事情", other, topic=Topic.LEAK)] * times], RULES)


def test_the_cases_tip_the_scale_only_where_the_rules_have_heard_something_too():
    rules = read_books().routing
    asked = Case(topic=Topic.PETS, text="想和大家商量遛狗的事，和隔壁也有争执", spot="甲小区")
    said = habits(asked.text, Route.COUNCIL, Topic.PETS).say(asked)
    never_heard = replace(said, route=Route.WHISTLE)

    plain = rules.propose(asked.topic, asked.text)
    tipped = rules.propose(asked.topic, asked.text, Facts(), said)
    alone = rules.propose(asked.topic, asked.text, Facts(), never_heard)

    assert dict(tipped.weights)[Route.COUNCIL] > dict(plain.weights)[Route.COUNCIL]
    assert tipped.learned
    assert alone.weights == plain.weights
    assert alone.route is plain.route


@pytest.mark.parametrize("text", ["邻居持刀威胁", "这件事法院已受理"])
def test_no_habit_takes_up_what_is_not_for_mediation(text):
    rules = read_books().routing
    said = habits(text, Route.SETTLE).say(Case(topic=Topic.OTHER, text=text, spot="甲小区"))

    assert rules.propose(Topic.OTHER, text, Facts(), said).outside


def test_no_habit_changes_who_decides_by_law():
    rules = read_books().routing
    text = "申请加装电梯"
    case = Case(topic=Topic.ELEVATOR, text=text, spot="甲小区")
    said = habits(text, Route.COUNCIL, Topic.ELEVATOR).say(case)

    proposal = rules.propose(Topic.ELEVATOR, text, Facts(), said)

    assert (proposal.decision.body.value, proposal.decision.law_item) == ("unit_owners", 7)


def test_ten_thousand_cases_are_learned_in_the_blink_of_an_eye():
    rng = random.Random(7)
    cases = [
        decided("".join(rng.choices("车位楼道漏水噪声电梯物业收费狗邻居", k=60)), rng.choice(WAYS))
        for _one in range(10_000)
    ]

    start = perf_counter()
    learner = learn(cases, RULES)
    took = perf_counter() - start

    assert learner is not None
    assert took < 2
