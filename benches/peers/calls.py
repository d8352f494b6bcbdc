"""What calling Aura from Python costs, beside the same calls in Rust (`cargo run --release -p benches --bin calls`).

Prints one JSON object: CPU milliseconds of a run with many cases, time on the wall of the smallest call, of a hundred
calls at once and of Ctrl-C, and by how many MiB a thousand runs let the process grow.
"""

import asyncio
import json
import os
import signal
import statistics
import sys
import tempfile
import threading
import time

import aura

GOAL = "Guests check out without an account. They enter an address and pay by card. Raise checkout completion from 61 % to 68 % within 8 weeks."


def main(cases: int) -> None:
    """Measures once."""
    session = aura.Session(threads=1, clock=False)
    project = planned(session)
    session.simulate(project, cases=1_000, progress=False)
    began = time.process_time()
    session.simulate(project, cases=cases, seed=1, progress=False)
    figures = {"run_cpu_ms": (time.process_time() - began) * 1_000}
    figures["call_ms"] = statistics.median(timed(lambda: session.projects(progress=False)) for _ in range(2_000))
    figures["hundred_ms"] = asyncio.run(hundred())
    figures["stop_ms"] = stopped(session, project)
    figures["grown_mib"] = grown()
    print(json.dumps(figures))


def planned(session: aura.Session) -> str:
    """A project with a plan."""
    project = session.interpret(GOAL).project
    session.plan(project)
    return project


def timed(work) -> float:
    """Milliseconds on the wall."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1_000


async def hundred() -> float:
    """A hundred small calls at once."""
    session = aura.AsyncSession(clock=False)
    project = (await session.interpret(GOAL)).project
    await session.plan(project)
    began = time.perf_counter()
    texts = {outline.text for outline in await asyncio.gather(*[session.outline(project) for _ in range(100)])}
    assert len(texts) == 1
    return (time.perf_counter() - began) * 1_000


def stopped(session: aura.Session, project: str) -> float:
    """From Ctrl-C to the exception, in the middle of a long run; the longest of five."""
    delays = []
    for _ in range(5):
        sent = []
        timer = threading.Timer(0.3, lambda: (sent.append(time.perf_counter()), os.kill(os.getpid(), signal.SIGINT)))
        timer.start()
        try:
            session.simulate(project, cases=5_000_000, progress=False)
        except KeyboardInterrupt:
            delays.append((time.perf_counter() - sent[0]) * 1_000)
        timer.join()
    return max(delays)


def grown() -> float:
    """MiB that a thousand runs add, after a thousand that fill what is kept for good (caches, heaps)."""
    with tempfile.TemporaryDirectory() as folder:
        session = aura.Session(os.path.join(folder, "store"), threads=1)
        project = planned(session)
        before = 0.0
        for number in range(2_000):
            session.simulate(project, cases=50, seed=number % 10, progress=False)
            if number == 999:
                before = resident()
        return resident() - before


def resident() -> float:
    """MiB that the process holds now."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    main(int(sys.argv[1]))
