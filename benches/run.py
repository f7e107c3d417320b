#!/usr/bin/env python3
"""What is fast, and how we know: each piece of work beside a named opponent, in one run, in turns.

Writes its figures as JSON and as a table in Markdown; docs/PERFORMANCE.md says what they mean. `make bench` runs it.
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import cases
from machine import ROOT, Darasa, Postgres
from world import ROWS, World, multiply


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000, help="report rows; all is measured again on ten times that")
    parser.add_argument("--rounds", type=int, default=5, help="turns of each comparison")
    parser.add_argument("--seconds", type=int, default=4, help="how long each side of a turn lasts")
    parser.add_argument("--once", action="store_true", help="leave out the ten times")
    parser.add_argument("--only", nargs="*", choices=cases.NAMES, default=cases.NAMES, help="only these")
    parser.add_argument("--darasa", type=Path, required=True, help="the release build")
    parser.add_argument("--relay", type=Path, required=True, help="the build of benches/relay.rs")
    parser.add_argument("--results", type=Path, default=ROOT / "target" / "bench", help="a folder for the figures")
    return parser.parse_args()


def main():
    given = arguments()
    given.results.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="darasa-bench-"))
    folder.chmod(0o755)
    try:
        figures = measure(given, folder)
    except BaseException:
        print(f"the logs stay in {folder}", file=sys.stderr)
        raise
    shutil.rmtree(folder)
    machine = {
        "processor": processor(), "cores": os.cpu_count(), "system": platform.platform(terse=True),
        "commit": subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip(),
    }
    (given.results / "figures.json").write_text(json.dumps({"machine": machine, "figures": figures}, indent=2))
    text = table(figures)
    (given.results / "figures.md").write_text(text)
    print(f"\n{text}")
    missed = [figure["work"] for figure in figures if not figure["met"]]
    print(f"aims missed: {', '.join(missed)}" if missed else "every aim is met")


def measure(given, folder):
    figures = []
    with Postgres(folder / "postgres").running() as postgres:
        darasa = Darasa(given.darasa, postgres, folder)
        print("loading the demo, and a plan of 20,000 rows through the API ...", flush=True)
        with darasa.running("--demo"):
            world = World(darasa)
            world.make_plan()
            world.fill_reports()
        scales = [given.rows] if given.once else [given.rows, 10 * given.rows]
        before = {}
        for rows in scales:
            print(f"copying the plan up to {rows:,} rows ...", flush=True)
            multiply(postgres, rows)
            there = int(postgres.sql("select count(*) from report_rows w join reports r on r.id = w.report_id "
                                     "join response_plans p on p.id = r.plan_id where p.code ~ '^BENCH-'"))
            assert there == rows // ROWS * ROWS, there
            for name in given.only:
                for figure in cases.run(name, cases.Stage(given, folder, postgres, darasa, world, rows, before)):
                    figures.append(figure | {"rows": rows})
                    print(line(figures[-1]), flush=True)
    return figures


def processor():
    models = [text.split(":")[1].strip() for text in Path("/proc/cpuinfo").read_text().splitlines() if text.startswith("model name")]
    return models[0] if models else platform.machine()


def line(figure):
    spread = f" ({figure['lowest']:.2f} to {figure['highest']:.2f})" if figure["rounds"] > 1 else ""
    verdict = "" if figure["met"] else "  MISSED"
    return (f"{figure['work']} on {figure['rows']:,} rows, against {figure['opponent']}: {figure['ratio']:.2f}{spread}, "
            f"aim {figure['aim']}; {figure['ours']:.4g} and {figure['theirs']:.4g} {figure['unit']}{verdict}")


def table(figures):
    lines = ["| work | rows | opponent | aim | ratio | lowest to highest | ours | opponent's |", "|---|---|---|---|---|---|---|---|"]
    for figure in figures:
        lines.append(
            f"| {figure['work']} | {figure['rows']:,} | {figure['opponent']} | {figure['aim']} | **{figure['ratio']:.2f}** | "
            f"{figure['lowest']:.2f} to {figure['highest']:.2f} | {figure['ours']:.4g} {figure['unit']} | {figure['theirs']:.4g} {figure['unit']} |"
        )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
