"""One window for each station, and what this PC remembers of its windows."""

from ui.look import Look, Station, keep_look, read_look
from ui.only_one import OnlyOne


def test_a_second_start_knocks_and_the_first_hears_it(qtbot, tmp_path):
    first, second = OnlyOne(tmp_path), OnlyOne(tmp_path)
    assert first.take()
    first.listen()

    with qtbot.waitSignal(first.knocked):
        taken = second.take()

    assert not taken
    first.leave()


def test_two_stations_have_a_door_each(tmp_path):
    one, other = OnlyOne(tmp_path / "one"), OnlyOne(tmp_path / "other")

    taken = one.take(), other.take()

    assert taken == (True, True)
    one.leave()
    other.leave()


def test_a_door_that_was_left_can_be_taken_again(tmp_path):
    first, second = OnlyOne(tmp_path), OnlyOne(tmp_path)
    first.take()
    first.leave()

    taken = second.take()

    assert taken
    second.leave()


def test_the_look_is_read_back_as_it_was_kept(tmp_path):
    file = tmp_path / "deep" / "windows.json"
    look = Look(language="en", text_size=24, colours="contrast").met(
        tmp_path, Station(name="古楼街道调解队", person="an id")
    )

    keep_look(file, look)

    assert read_look(file) == look


def test_an_odd_settings_file_reads_as_on_the_first_day(tmp_path):
    file = tmp_path / "windows.json"
    file.write_text('{"language": "tlh", "text_size": "huge", "stations": [1]}', encoding="utf-8")

    look = read_look(file)

    assert look == Look()


def test_a_settings_file_that_cannot_be_written_stops_nobody(tmp_path):
    (tmp_path / "taken").write_text("", encoding="utf-8")

    kept = keep_look(tmp_path / "taken" / "windows.json", Look())

    assert not kept
