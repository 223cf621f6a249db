"""The guided tour: one story played through the real windows, and everything it leaves."""

from ui.tour.tour import run

__all__ = ["run"]
