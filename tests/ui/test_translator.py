"""Qt's own words follow the language, and Chinese can be typed."""

import pytest

from ui.translator import FileDialogWords, open_input_method


def test_the_two_forgotten_labels_of_the_file_dialog_have_words(qapp):
    words = FileDialogWords()

    assert words.translate("QFileDialog", "Look in:")
    assert words.translate("QFileDialog", "Files of type:")
    assert words.translate("QMenu", "Look in:") is None


@pytest.mark.parametrize("wanted", ["fcitx", "fcitx5"])
def test_fcitx_is_reached_through_ibus_where_its_plugin_is_missing(monkeypatch, tmp_path, wanted):
    import os

    monkeypatch.setenv("QT_IM_MODULE", wanted)

    open_input_method(tmp_path)

    assert os.environ["QT_IM_MODULE"] == "ibus"


def test_fcitx_stays_where_its_plugin_is(monkeypatch, tmp_path):
    import os

    folder = tmp_path / "platforminputcontexts"
    folder.mkdir()
    (folder / "libfcitxplatforminputcontextplugin.so").touch()
    monkeypatch.setenv("QT_IM_MODULE", "fcitx")

    open_input_method(tmp_path)

    assert os.environ["QT_IM_MODULE"] == "fcitx"
