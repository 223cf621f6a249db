"""The account of a quarter: its sums, and the table of shares over pages with its head again."""

import dataclasses

from mediator_desk.paper.facts_revenue import GridFacts, RevenueFacts
from mediator_desk.paper.papers import print_form
from mediator_desk.paper.preview import page_count, text_of

SHARES = (("房号", 0.18), ("面积（㎡）", 0.15), ("分摊（元）", 0.17))


def account(count=2, **said):
    """Write the facts of an account."""
    lines = (("收入项目", 0.4), ("合同/凭证号", 0.3), ("金额（元）", 0.3))
    facts = RevenueFacts(
        number="古城收-2026-1",
        body="古城调委会",
        estate="阳光花园",
        quarter="2026年第三季度",
        income=GridFacts(columns=lines, rows=(("停车位", "合同3号", "48,600.00"),)),
        income_sum="48,600.00元",
        cost=GridFacts(columns=lines, rows=(("管理成本", "", "8,100.00"),)),
        cost_sum="8,100.00元",
        distributable="40,500.00元",
        balance="40,500.00元",
        account="1234",
        use=GridFacts(columns=lines, rows=()),
        posted="自2026年10月8日起，2026年11月8日起可撤下",
        per_square_metre="0.9643元",
        shares=GridFacts(
            columns=SHARES * 2,
            rows=tuple((f"1-{at}", "95.00", "91.61") * 2 for at in range(count)),
        ),
    )
    return dataclasses.replace(facts, **said)


def squeezed(text):
    return "".join(text.split())


def test_every_fact_of_an_account_can_be_copied_out_of_its_paper(press):
    text = squeezed(text_of(print_form(press, "F33", account()).pdf))

    for field in dataclasses.fields(RevenueFacts):
        value = getattr(account(), field.name)
        if isinstance(value, str):
            assert squeezed(value) in text
    assert "停车位合同3号48,600.00" in text


def test_the_head_of_the_shares_stands_on_every_page(press):
    printed = print_form(press, "F33", account(count=120))

    text = text_of(printed.pdf)
    assert page_count(printed.pdf) > 3
    assert text.count("房号") >= 2 * (page_count(printed.pdf) - 1)


def test_a_use_nobody_decided_has_no_table(press):
    assert "用途" not in text_of(print_form(press, "F33", account()).pdf)
