"""What a table of names is: each code with its Chinese and its English."""

from enum import StrEnum

Names = tuple[tuple[StrEnum, str, str], ...]
