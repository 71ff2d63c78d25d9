"""Tallies ten million answers in a thousand series and scores each, in polars and DuckDB, beside `examples/scores.rs`.

    python -m pip install -r bench/requirements.txt
    cargo build --release --package meetpunt-core --example scores
    python bench/scores.py target/release/examples/scores

All of them get the same answers, as two columns in memory, and give for every series n, the NPS and its adjusted Wald
interval. The sum over all figures must agree. The best of five runs counts, each engine with one thread and with all.
"""

import json
import math
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ANSWERS, SERIES, RUNS = 10_000_000, 1_000, 5
Z = 1.959963984540054


def made(folder):
    """Two columns, and as files for the Rust program."""
    import numpy

    random = numpy.random.default_rng(20261121)
    series = random.integers(0, SERIES, ANSWERS, dtype=numpy.uint16)
    scores = numpy.maximum(*random.integers(0, 11, (2, ANSWERS), dtype=numpy.uint8))
    series.astype("<u2").tofile(folder / "series")
    scores.tofile(folder / "scores")
    return series, scores


def best(work):
    """Seconds of the fastest of some runs, and what they gave."""
    seconds, found = math.inf, None
    for _ in range(RUNS):
        start = time.perf_counter()
        found = work()
        seconds = min(seconds, time.perf_counter() - start)
    return seconds, found


def in_polars(series, scores):
    """With the streaming engine, of several ways to write it the fastest."""
    import polars

    frame = polars.LazyFrame({"series": series, "score": scores})
    n, d, p = polars.col("n"), polars.col("d") + 0.75, polars.col("p") + 0.75
    score = polars.col("score")
    classes = frame.group_by("series").agg(
        polars.len().cast(polars.Float64).alias("n"), (score <= 6).sum().alias("d"), (score >= 9).sum().alias("p")
    )
    centre, net = 100 * (p - d) / (n + 3), (p - d) / (n + 3)
    margin = 100 * Z * (((p + d) / (n + 3) - net * net) / (n + 3)).sqrt()
    lower, upper = (centre - margin).clip(-100, 100), (centre + margin).clip(-100, 100)
    figures = classes.select((100 * (p - d) / n + lower + upper).sum())
    return best(lambda: figures.collect(engine="streaming").item()), polars.__version__


def in_duckdb(series, scores, threads):
    """Counted by one small key, of several ways to write it the fastest."""
    import duckdb

    base = duckdb.connect()
    base.execute(f"SET threads = {threads}")
    base.register("columns", {"series": series, "score": scores})
    base.execute("CREATE TABLE answers AS SELECT series::USMALLINT AS series, score::UTINYINT AS score FROM columns")
    figures = f"""
        WITH points AS (SELECT key, count(*) AS n FROM (SELECT (series * 16 + score)::USMALLINT AS key FROM answers) GROUP BY key),
        classes AS (SELECT sum(n)::DOUBLE AS n, coalesce(sum(n) FILTER (key % 16 <= 6), 0) + 0.75::DOUBLE AS d,
            coalesce(sum(n) FILTER (key % 16 >= 9), 0) + 0.75::DOUBLE AS p FROM points GROUP BY key // 16),
        adjusted AS (SELECT *, 100 * (p - d) / (n + 3) AS centre,
            100 * {Z} * sqrt(((p + d) / (n + 3) - ((p - d) / (n + 3)) ** 2) / (n + 3)) AS margin FROM classes)
        SELECT sum(100 * (p - d) / n + greatest(-100, centre - margin) + least(100, centre + margin)) FROM adjusted"""
    return best(lambda: base.execute(figures).fetchone()[0]), duckdb.__version__


def alone(engine, folder, threads):
    """Runs one engine in a process of its own, because polars reads its number of threads once."""
    environment = {**os.environ, "POLARS_MAX_THREADS": str(threads)}
    command = [sys.executable, __file__, "--engine", engine, str(folder), str(threads)]
    return json.loads(subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout)


def engine_main(engine, folder, threads):
    import numpy

    series = numpy.fromfile(Path(folder) / "series", "<u2")
    scores = numpy.fromfile(Path(folder) / "scores", "u1")
    (seconds, found), version = in_polars(series, scores) if engine == "polars" else in_duckdb(series, scores, threads)
    print(json.dumps({"engine": f"{engine} {version}", "seconds": seconds, "sum": found}))


def main(program):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made(folder)
        ours = json.loads(subprocess.run([program, folder / "series", folder / "scores"], check=True, capture_output=True).stdout)
        rows = [("meetpunt-core", 1, ours["seconds"], ours["sum"])]
        for engine in ("polars", "duckdb"):
            for threads in sorted({1, os.cpu_count()}):
                found = alone(engine, folder, threads)
                rows.append((found["engine"], threads, found["seconds"], found["sum"]))
    print(f"{ANSWERS:,} answers in {SERIES:,} series: n, NPS and adjusted Wald interval of each, best of {RUNS} runs\n")
    print(f"{'engine':<16} {'threads':>7} {'seconds':>9} {'answers/s':>15} {'times as long':>14}")
    for engine, threads, seconds, total in rows:
        if abs(total - ours["sum"]) > 1e-3:
            sys.exit(f"{engine} found {total}, meetpunt-core {ours['sum']}: not the same work")
        print(f"{engine:<16} {threads:>7} {seconds:>9.4f} {ANSWERS / seconds:>15,.0f} {seconds / ours['seconds']:>14.1f}")
    print(f"\nmeetpunt-core holds {ours['bytes_held']:,} bytes, {ours['bytes_per_answer']:.4f} per answer, and no answer itself.")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--engine"]:
        engine_main(sys.argv[2], sys.argv[3], int(sys.argv[4]))
    elif len(sys.argv) == 2:
        main(sys.argv[1])
    else:
        sys.exit(__doc__)
