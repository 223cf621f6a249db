"""The child process that opens pictures from outside (see ``quarantine.py``)."""

import sys

from mediator_desk.pictures.cleaning import clean
from mediator_desk.quarantine import examine_alone

if __name__ == "__main__":
    sys.exit(examine_alone(clean))
