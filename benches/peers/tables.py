"""The analysis of the tables bench in tea-tasting on Polars: python3 tables.py FILE.

Reads the same Parquet file, analyses the same five metrics with the sample-ratio check, and prints one JSON object: CPU
seconds (user and system, with the start of Python taken off), peak memory in MiB, and the effect of each metric.
"""

import json
import resource
import sys
import time

import polars
import tea_tasting


def main():
    """Analyses once."""
    began = time.process_time()
    experiment = tea_tasting.Experiment(
        conversion=tea_tasting.Mean("converted"),
        orders=tea_tasting.Mean("orders", "orders_before"),
        revenue=tea_tasting.Mean("revenue", "revenue_before"),
        revenue_per_order=tea_tasting.RatioOfMeans("revenue", "orders"),
        orders_per_visit=tea_tasting.RatioOfMeans("orders", "visits", "orders_before", "visits_before"),
        ratio=tea_tasting.SampleRatio(),
        variant="arm",
    )
    result = experiment.analyze(polars.scan_parquet(sys.argv[1]))
    figures = {
        "cpu_seconds": round(time.process_time() - began, 3),
        "peak_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    for name, metric in result.items():
        figures[name] = getattr(metric, "effect_size", None) or getattr(metric, "pvalue", None)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
