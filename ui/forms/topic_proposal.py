"""What the desk proposes for a topic made of disputes: its name, place, content, who decides."""

from collections import Counter
from collections.abc import Sequence

from mediator_desk.labels import label
from mediator_desk.records.dispute import Topic
from mediator_desk.rows import DisputeRow
from mediator_desk.rules.route import RoutingRules
from mediator_desk.rules.who_decides import Decision
from mediator_desk.words import n_, p_
from ui.banner_words import capital
from ui.said import first_line

_LONGEST = 90


def proposed_title(disputes: Sequence[DisputeRow]) -> str:
    """Name the topic: place, matter and how many disputes tell of it."""
    if not disputes:
        return ""
    count = len(disputes)
    return n_(
        "{matter}, {place} ({count} dispute)", "{matter}, {place} ({count} disputes)", count
    ).format(
        matter=capital(label(shared_topic(disputes))), place=shared_place(disputes), count=count
    )


def shared_topic(disputes: Sequence[DisputeRow]) -> Topic:
    """Give the matter most of the disputes are about."""
    found = Counter(row.topic for row in disputes).most_common(1)
    return found[0][0] if found else Topic.OTHER


def shared_place(disputes: Sequence[DisputeRow]) -> str:
    """Give the part of the place all disputes share, else the estate most of them are in."""
    places = [row.place.split(" ") for row in disputes if row.place]
    if not places:
        return ""
    shared: list[str] = []
    for words in zip(*places, strict=False):
        if len(set(words)) > 1:
            break
        shared.append(words[0])
    if shared:
        return " ".join(shared)
    return Counter(words[0] for words in places).most_common(1)[0][0]


def proposed_content(disputes: Sequence[DisputeRow]) -> str:
    """Gather what the disputes tell, one line each under its number."""
    lines = [
        p_("gathered", "{number}: {text}").format(
            number=row.number, text=first_line(row.text.replace("\n", " "), _LONGEST)
        )
        for row in sorted(disputes, key=lambda row: row.number)
    ]
    return "\n".join(lines)


def proposed_stakeholders(disputes: Sequence[DisputeRow]) -> str:
    """Name the parties of all the disputes, each once."""
    names = dict.fromkeys(name for row in disputes for name in row.parties)
    return p_("list mark", ", ").join(names)


def proposed_decision(disputes: Sequence[DisputeRow], routing: RoutingRules, text: str) -> Decision:
    """Propose who decides, from the disputes, or from the words when there are none."""
    topic = shared_topic(disputes) if disputes else routing.propose_topic(text)
    said = " ".join([text, *(row.text for row in disputes)])
    return routing.decided_by(topic, said)
