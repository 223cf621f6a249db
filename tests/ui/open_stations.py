"""Real stations in a folder of the test, opened through the real first window."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from shiboken6 import delete, isValid

from db.folder import Limits
from db.house import StationHouse
from db.keys import Cost
from mediator_desk.ports import Founding
from mediator_desk.records.dispute import Dispute, Topic
from mediator_desk.records.people import Side
from mediator_desk.usecases.exchange import MakeBundle, TrustCard, make_bundle, trust_card
from mediator_desk.usecases.log_dispute import LogDispute, NewParty, log_dispute
from ui.files import FileQuestions
from ui.opening import Premises

NOW = datetime(2026, 11, 23, 2, 30, tzinfo=UTC)
PASSWORD = "osmanthus 8"
GULOU, XINQU = "371502001", "371502003"


@dataclass
class Answers(FileQuestions):
    """Answers each question about files with what the test said."""

    folder: Path = Path()
    files: list[Path] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def to_open(self, parent, title, kinds):
        self.asked.append(title)
        return list(self.files)

    def to_save(self, parent, title, name, kind):
        self.asked.append(name)
        return self.folder / f"saved.{kind[1]}"

    def to_fill(self, parent, title):
        self.asked.append(title)
        return self.folder


def house_in(folder, now=NOW):
    """Make a house whose passwords are cheap to try."""
    return StationHouse(
        folder=folder,
        limits=Limits(stop_below=0, ballast=0, any_folder=True),
        cost=Cost(memory=8192, passes=1),
        now=lambda: now,
    )


def founded(folder, team="古楼街道调解队", person="王淼", division=GULOU, now=NOW):
    """Set a station up; give its house, its first person and the recovery code."""
    house = house_in(folder, now)
    code = house.found(
        Founding(team_name=team, person_name=person, password=PASSWORD, division=division)
    )
    (who,) = house.people()
    return house, who, code


def logged(desk, text="3号楼楼道堆放杂物", topic=Topic.CORRIDOR_CLUTTER):
    """Log a dispute; give its id."""
    party = NewParty(name="王建国", side=Side.APPLICANT)
    return log_dispute(desk, LogDispute(text=text, topic=topic, parties=(party,))).of("dispute")[0]


def premises_of(folder, home, **more):
    """Say where a station is, as main does."""
    given = {
        "folder": folder / "station",
        "people": lambda: home.people() if home.founded() else {},
        "house": lambda: home,
        "books": lambda: home.books,
        "now": home.now,
        "look": folder / "windows.json",
        "fonts": folder / "fonts",
        "reports": folder / "reports",
        "versions": lambda: (("program", "0.1.0"),),
    }
    return Premises(**{**given, **more})


def trust_each_other(folder, one, other):
    """Let two stations take each other's card in."""
    for here, there in ((one, other), (other, one)):
        card = folder / "peer.yscard"
        card.write_bytes(there.exchange.card())
        trust_card(here, TrustCard(file=card))


def bundle_from(folder, sender, to):
    """Make a bundle; give its file."""
    out = folder / f"out-{sender.team.short}"
    out.mkdir(exist_ok=True)
    (file,) = make_bundle(sender, MakeBundle(peer=str(to.station.id), folder=out)).files
    return file


def change(desk, dispute, **values):
    """Write fields of a dispute, as its form does."""
    with desk.work("change-dispute") as work:
        work.put(replace(work.get(Dispute, dispute), **values))
        work.commit()


def end(opening):
    """End the program of a test; its windows go too, and whatever is inside them."""
    opening.end()
    door = opening.door
    windows = [opening.first, *((door.window, door.unlock_window) if door is not None else ())]
    for window in windows:
        if window is not None and isValid(window):
            window.hide()
            delete(window)
    delete(opening)
