"""What goes wrong outside of Aura, or is meant to: none of it ends the process or hangs."""

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time

import pytest

import aura
from aura._document import Document

ASKED = {"purpose": "a", "instructions": "b", "messages": [{"speaker": "user", "text": "c"}], "max_output_tokens": 9}


def test_a_panic_is_an_error(session):
    with pytest.raises(aura.InternalError) as caught:
        session._call("panic_for_tests", {}, Document, False)
    assert caught.value.code == "internal"
    assert session.projects().projects.to_dicts() == []


def test_ctrl_c_stops_a_long_call_at_once(session, project):
    delays = []
    for _ in range(3):
        sent = []

        def interrupt():
            sent.append(time.monotonic())
            os.kill(os.getpid(), signal.SIGINT)

        timer = threading.Timer(0.2, interrupt)
        timer.start()
        with pytest.raises(KeyboardInterrupt):
            session.simulate(project, cases=5_000_000)
        delays.append(time.monotonic() - sent[0])
        timer.join()
    print("Ctrl-C was heard after", [round(delay, 3) for delay in delays], "s")
    # On a machine that is busy with other work everything is late; a call that does not listen goes on for far longer,
    # each time. `benches/peers/calls.py` measures the 0.2 s that are promised.
    assert min(delays) < 2, delays


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
@pytest.mark.parametrize("kept", ["memory", "file"])
def test_a_forked_child_goes_on(kept, tmp_path, goal):
    code = f"""
        import os, sys, aura
        session = aura.Session({str(tmp_path / 'store')!r} if {kept == 'file'} else None)
        project = session.interpret({goal!r}).project
        session.plan(project)
        before = session.simulate(project, cases=100, seed=3).run
        child = os.fork()
        if child == 0:
            assert session.simulate(project, cases=100, seed=3).run == before
            grandchild = os.fork()
            if grandchild == 0:
                os._exit(0 if session.simulate(project, cases=100, seed=3).run == before else 1)
            os._exit(os.waitstatus_to_exitcode(os.waitpid(grandchild, 0)[1]))
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        assert session.simulate(project, cases=100, seed=3).run == before
        sys.exit(ended)
    """
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", textwrap.dedent(code)], timeout=300)
    assert done.returncode == 0


def test_a_killed_process_leaves_a_store_that_opens(tmp_path, goal):
    code = f"""
        import os, aura
        session = aura.Session({str(tmp_path / 'store')!r})
        project = session.interpret({goal!r}).project
        session.plan(project)
        print(project, flush=True)
        session.simulate(project, cases=5_000_000)
    """
    process = subprocess.Popen([sys.executable, "-c", textwrap.dedent(code)], stdout=subprocess.PIPE, text=True)
    project = process.stdout.readline().strip()
    process.kill()
    process.wait(timeout=60)
    session = aura.Session(tmp_path / "store")
    assert session.present_plan(project).plan.nodes
    assert [revision.number for revision in session.history(project).revisions] == [2, 1]


class Raises:
    def complete(self, request):
        raise LookupError("no key\nfor this")


class Denies:
    async def complete(self, request):
        raise aura.DeniedError("not here", code="denied")


class Answers:
    async def complete(self, request):
        return {"text": request["messages"][0]["text"], "stop": "complete", "usage": {"input_tokens": 1, "output_tokens": 1}}


def hangs(_request):
    time.sleep(1.5)


@pytest.mark.parametrize(
    ("model", "code", "text"),
    [
        (Raises(), "unavailable_model", "the host's model failed: LookupError: no key for this"),
        (Denies(), "denied", "not here"),
        (lambda request: 7, "unavailable_model", "something else"),
        (lambda request: {1, 2}, "unavailable_model", "TypeError"),
        (lambda request: sys.exit(3), "unavailable_model", "SystemExit: 3"),
        (hangs, "unavailable_model", "gave no answer within 300 ms"),
    ],
)
def test_a_model_that_misbehaves_costs_a_call(model, code, text):
    session = aura.Session(model=model, host_timeout_ms=300)
    with pytest.raises(aura.AuraError) as caught:
        session.complete(**ASKED)
    assert caught.value.code == code and text in caught.value.message


def test_a_model_answers_as_text_or_as_a_response():
    assert aura.Session(model=Answers()).complete(**ASKED).text == "c"
    assert aura.Session(model=lambda request: "yes").complete(**ASKED).stop == "complete"


class Dicts:
    """A store as a host would write it."""

    def __init__(self):
        self.artifacts, self.projects_, self.is_slow = {}, {}, False

    def commit(self, request):
        revisions = self.projects_.get(request["project"], (None, []))[1]
        if request["expected_revision"] != len(revisions):
            raise aura.ConflictError("somebody was faster", code="conflict" if revisions else "not_found")
        self.artifacts.update({artifact["id"]: artifact for artifact in request["artifacts"]})
        revision = {"number": len(revisions) + 1, **{name: request[name] for name in ("message", "at", "heads")}}
        self.projects_.setdefault(request["project"], (request["name"], []))[1].append(revision)
        return revision

    def artifact(self, request):
        return self.artifacts.get(request["id"])

    def project(self, request):
        if self.is_slow:
            time.sleep(1.5)
        if request["id"] not in self.projects_:
            return None
        name, revisions = self.projects_[request["id"]]
        return {"id": request["id"], "name": name, "revision": revisions[-1]}

    def projects(self, _request):
        return [self.project({"id": name}) for name in sorted(self.projects_)]

    def history(self, request):
        return list(reversed(self.projects_[request["id"]][1]))[: request["most"]]


def test_a_store_of_the_host_keeps_projects_and_may_hang(session, project, goal):
    store = Dicts()
    hosted = aura.Session(store=store, clock=False, host_timeout_ms=300)
    hosted.interpret(goal)
    hosted.plan(project)
    assert hosted.simulate(project, cases=100) == session.simulate(project, cases=100)
    store.is_slow = True
    with pytest.raises(aura.UnavailableError, match="gave no answer within 300 ms"):
        hosted.plan(project)
