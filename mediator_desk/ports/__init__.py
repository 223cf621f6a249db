"""What use cases need from the world: work, queries, and the desk that carries both."""

from mediator_desk.ports.books import Books as Books
from mediator_desk.ports.books import Library as Library
from mediator_desk.ports.desk import Desk as Desk
from mediator_desk.ports.desk import Exchange as Exchange
from mediator_desk.ports.house import Founding as Founding
from mediator_desk.ports.house import House as House
from mediator_desk.ports.house import Verdict as Verdict
from mediator_desk.ports.queries import Queries as Queries
from mediator_desk.ports.work import Before as Before
from mediator_desk.ports.work import Work as Work
