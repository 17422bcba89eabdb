#!/usr/bin/env python3
"""The same loss distribution in numpy: a draw of 32 bits for every loan in every scenario.

Prints `name: value` lines beside those of the program. The generator is another, so the figures of
the tail agree within their sampling error only; the expected loss agrees exactly.
"""

import argparse
import os
import time
from multiprocessing import Pool
from statistics import NormalDist

try:
    import numpy
except ImportError:
    numpy = None

REGIONS, BANKS = 10, 30
SEGMENTS = [(0.12, 0.04), (0.06, 0.10), (0.04, 0.01), (0.08, 0.06), (0.03, 0.01)]
GRADES = [0.003, 0.006, 0.010, 0.015, 0.022, 0.035, 0.060, 0.120]
NORMAL = NormalDist()


def cumulative(x):
    """Φ by a table of 16,001 points, linear between them: numpy alone has no error function."""
    return numpy.interp(x, NODES, VALUES)


def book(count):
    """The loans of `SampleBook`, sorted by class: their losses, and what is known of each class."""
    index = numpy.arange(count, dtype=numpy.uint64)
    spread = (index * numpy.uint64(0x9E3779B97F4A7C15) >> numpy.uint64(20)).astype(numpy.int64)
    exposure = 500_000 + spread % 20_000_000
    losses = (exposure * 4_500 * 2 + 10_000) // 20_000
    grade, line, bank = spread % 8, spread // 8 % 5, spread // 40 % BANKS
    region = bank % REGIONS
    key = (line * REGIONS + region) * 8 + grade
    order = numpy.argsort(key, kind="stable")
    classes, sizes = numpy.unique(key[order], return_counts=True)
    expected = sum(
        int(losses[grade == g].sum()) * round(GRADES[g] * 10**9) for g in range(len(GRADES)))
    return losses[order], classes, sizes, (2 * expected + 10**9) // (2 * 10**9)


def simulate(task):
    """The losses of some scenarios, with a generator of their own."""
    count, scenarios, seed = task
    losses, classes, sizes, _ = book(count)
    grade, region, line = classes % 8, classes // 8 % REGIONS, classes // 8 // REGIONS
    asset = numpy.array([s[0] for s in SEGMENTS])[line]
    regional = numpy.array([s[1] for s in SEGMENTS])[line]
    point = numpy.array([NORMAL.inv_cdf(p) for p in GRADES])[grade]
    own = numpy.sqrt(1 - asset - regional)
    random = numpy.random.Generator(numpy.random.SFC64(seed))
    result = []
    for _ in range(scenarios):
        economy, harvest = random.standard_normal(), random.standard_normal(REGIONS)
        given = cumulative(
            (point - numpy.sqrt(asset) * economy - numpy.sqrt(regional) * harvest[region]) / own)
        threshold = numpy.repeat((given * 2**32).astype(numpy.uint32), sizes)
        draws = numpy.frombuffer(random.bytes(4 * count), dtype=numpy.uint32)
        result.append(int(losses[draws < threshold].sum()))
    return result


def turn(loans, scenarios, processes):
    """All scenarios on all processors, up to the figures of the tail."""
    parts = processes * 8
    tasks = [
        (loans, scenarios * (i + 1) // parts - scenarios * i // parts, 1_000 + i)
        for i in range(parts)]
    with Pool(processes) as pool:
        losses = sorted(sum(pool.map(simulate, tasks, chunksize=1), []), reverse=True)
    figures = {"mean": sum(losses) // len(losses)}
    for name, part in (("99", 100), ("999", 1_000)):
        tail = losses[: len(losses) // part]
        figures[f"value_at_risk_{name}"] = losses[len(tail)]
        figures[f"shortfall_{name}"] = sum(tail) // len(tail)
    return figures


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--loans", type=int, default=100_000)
    parser.add_argument("--scenarios", type=int, default=10_000)
    arguments = parser.parse_args()
    if numpy is None:
        print("loss_numpy_seconds: not measured, python3 has no numpy")
        return
    processes = os.cpu_count()
    best = None
    for _ in range(3):
        start = time.monotonic()
        figures = turn(arguments.loans, arguments.scenarios, processes)
        seconds = time.monotonic() - start
        best = seconds if best is None else min(best, seconds)
    print(f"loss_numpy_seconds: {best:.3f}")
    print(f"loss_numpy_expected_loss: {book(arguments.loans)[3]}")
    for name, value in figures.items():
        print(f"loss_numpy_{name}: {value}")


if numpy is not None:
    NODES = numpy.linspace(-8, 8, 16_001)
    VALUES = numpy.array([NORMAL.cdf(x) for x in NODES])

if __name__ == "__main__":
    main()
