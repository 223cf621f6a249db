"""Dialogs: short questions with a default answer."""
