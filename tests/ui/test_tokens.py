"""The colours can be read."""

import pytest

import resources
from ui.theme import Theme, style_sheet
from ui.tokens import ALL, TEXT_SIZES, contrast
from ui.widgets.icon import drawn, names

TONES = ("plain", "quiet", "accent", "good", "warning", "danger")


@pytest.mark.parametrize("tokens", ALL, ids=lambda tokens: tokens.name)
@pytest.mark.parametrize("ground", ["page", "surface", "raised", "hover", "soft"])
def test_words_reach_seven_to_one_and_second_words_four_and_a_half(tokens, ground):
    under = getattr(tokens, ground)

    assert contrast(tokens.text, under) >= 7
    assert contrast(tokens.second, under) >= 4.5


@pytest.mark.parametrize("tokens", ALL, ids=lambda tokens: tokens.name)
@pytest.mark.parametrize("tone", TONES)
def test_every_tone_can_be_read_on_its_own_ground_and_on_surfaces(tokens, tone):
    ink = tokens.ink(tone)

    assert contrast(ink, tokens.ground(tone)) >= 4.5
    assert contrast(ink, tokens.surface) >= 4.5
    assert contrast(ink, tokens.page) >= 4.5


@pytest.mark.parametrize("tokens", ALL, ids=lambda tokens: tokens.name)
def test_buttons_and_edges_of_inputs_can_be_seen(tokens):
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    assert contrast(tokens.on_accent, tokens.accent_hover) >= 4.5
    assert contrast(tokens.edge, tokens.surface) >= 3


@pytest.mark.parametrize("tokens", ALL, ids=lambda tokens: tokens.name)
def test_every_colour_of_the_state_words_stays_readable_on_a_chosen_row(tokens):
    for tone in TONES:
        assert contrast(tokens.ink(tone), tokens.soft) >= 4.5, tone


def test_black_on_white_parts_by_twenty_one():
    assert round(contrast("#000000", "#ffffff"), 2) == 21


@pytest.mark.parametrize("size", TEXT_SIZES)
@pytest.mark.parametrize("tokens", ALL, ids=lambda tokens: tokens.name)
def test_the_style_sheet_has_no_empty_place(qapp, tokens, size):
    sheet = style_sheet(Theme(tokens, size))

    assert "$" not in sheet
    assert tokens.accent in sheet


@pytest.mark.parametrize("tokens", ALL, ids=lambda tokens: tokens.name)
def test_the_carried_marks_have_the_colours_of_the_tokens(tokens):
    arrow = resources.path("style", f"arrow-{tokens.name}.svg").read_text()
    tick = resources.path("style", f"tick-{tokens.name}.svg").read_text()

    assert tokens.second in arrow
    assert tokens.on_accent in tick


def test_every_icon_draws_something_in_the_asked_colour(qapp):
    for name in names():
        image = drawn(name, "#ff0000", 24).toImage()
        inked = [
            image.pixelColor(x, y)
            for x in range(24)
            for y in range(24)
            if image.pixelColor(x, y).alpha() > 200
        ]

        assert inked, name
        assert all(colour.red() > 200 and colour.green() < 60 for colour in inked), name
