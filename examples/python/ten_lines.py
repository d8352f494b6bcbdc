"""The ten lines of the README: a goal, its plan, a change in plain English, a run, and what it says."""

import aura

session = aura.Session()  # no model, a store in memory; plug in your own
goal = "Guests check out without an account. Raise completion from 61 % to 68 % within 8 weeks."
project = session.interpret(goal).project
session.plan(project)
print(session.outline(project).text)
session.edit(project, "add a fraud check before the payment")
simulated = session.simulate(project, seed=1)
print(simulated.explanation.summary)
print(simulated.run.outcomes.to_dicts())
