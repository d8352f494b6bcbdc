"""A project with a plan, for the tests of the installed package."""

import pytest

import aura

GOAL = (
    "Guests check out without an account. They enter an address and pay by card. "
    "Raise checkout completion from 61 % to 68 % within 8 weeks."
)


@pytest.fixture
def goal() -> str:
    return GOAL


@pytest.fixture
def session() -> aura.Session:
    return aura.Session(clock=False)


@pytest.fixture
def project(session: aura.Session) -> str:
    project = session.interpret(GOAL).project
    session.plan(project)
    return project
