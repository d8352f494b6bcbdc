"""The two models of the simulation bench in SimPy: python3 simpy_queues.py MODEL CASES [SEED].

Prints one JSON object: CPU seconds (user and system, without the start of Python), mean time in the system, cases.
Times are in seconds of the model; the closed forms are 10 for mm1 and 56.5229 for workflow.
"""

import json
import random
import sys
import time

import simpy


def mm1(environment, draw, cases, total):
    """Arrivals 0.9, service 1, one server."""
    desk = simpy.Resource(environment, capacity=1)

    def case():
        arrived = environment.now
        with desk.request() as request:
            yield request
            yield environment.timeout(draw.expovariate(1.0))
        total[0] += environment.now - arrived

    def source():
        for _ in range(cases):
            yield environment.timeout(draw.expovariate(0.9))
            environment.process(case())

    environment.process(source())


def workflow(environment, draw, cases, total):
    """Ten steps with two servers each; arrivals 1, service rate 0.625; a tenth goes back over three steps."""
    desks = [simpy.Resource(environment, capacity=2) for _ in range(10)]

    def case():
        arrived = environment.now
        step = 0
        while step < 10:
            with desks[step].request() as request:
                yield request
                yield environment.timeout(draw.expovariate(0.625))
            step = 4 if step == 6 and draw.random() < 0.1 else step + 1
        total[0] += environment.now - arrived

    def source():
        for _ in range(cases):
            yield environment.timeout(draw.expovariate(1.0))
            environment.process(case())

    environment.process(source())


def main():
    model = {"mm1": mm1, "workflow": workflow}[sys.argv[1]]
    cases = int(sys.argv[2])
    draw = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    total = [0.0]
    began = time.process_time()
    environment = simpy.Environment()
    model(environment, draw, cases, total)
    environment.run()
    seconds = time.process_time() - began
    print(json.dumps({"cpu_seconds": seconds, "mean": total[0] / cases, "cases": cases, "simpy": simpy.__version__}))


main()
