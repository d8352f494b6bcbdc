"""What users write, for mypy and pyright: every line must be understood, and the wrong ones found."""

from __future__ import annotations

import concurrent.futures
import pathlib

import pandas
import polars

import aura
from aura.documents import Node, Run


def share(session: aura.Session, project: str) -> float:
    run: Run = session.simulate(project, cases=100, seed=1).run
    first: float = run.outcomes[0].share.value
    low: float | None = run.outcomes[0].share.low
    return first - (low or 0.0)


def titles(session: aura.Session, project: str) -> list[str]:
    nodes: aura.Table[Node] = session.present_plan(project).plan.nodes
    return [node.title for node in nodes if node.kind.type == "step"]


async def both(session: aura.AsyncSession) -> str:
    interpreted = await session.interpret("Guests pay by card.", answers=[{"question": "q", "answer": "a"}])
    return interpreted.intent.title


def codes(session: aura.Session) -> list[str]:
    try:
        session.evaluate({"project": "project_x"}, variants=[{"sentence": "remove the account step"}])
    except aura.NotFoundError as error:
        return [error.code, *error.hints]
    return []


def wrong(session: aura.Session) -> None:
    session.plan(7)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    session.simulate("p", colour=1)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    session.projects().projects[0].colour  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]


def tables(session: aura.Session, statement: dict[str, object], rows: list[dict[str, object]]) -> list[str]:
    forms: list[aura.TableLike] = [polars.DataFrame(rows), pandas.DataFrame(rows), rows, pathlib.Path("table.parquet"), "table.csv"]
    return [session.analyze(statement, form, outcomes=rows).verdict.data_hash for form in forms]


async def divided(session: aura.AsyncSession, project: str) -> int:
    with concurrent.futures.ProcessPoolExecutor() as executor:
        simulated = await session.simulate(project, cases=100, executor=executor)
    return simulated.run.cases


def no_table(session: aura.Session, statement: dict[str, object]) -> None:
    session.analyze(statement, 7)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
