"""All rows of a plan as a file, beside `copy` of one hand-written SQL with the same columns."""

import hashlib
import subprocess
import time

import machine
from tables import large_plan


def command(stage, plan):
    """The opponent's: psql writes what the SQL gives."""
    lines = (machine.QUERIES / "export.sql").read_text().splitlines()
    sql = " ".join(line for line in lines if not line.startswith("--")).replace(":plan", f"'{plan['uuid']}'")
    return [stage.postgres.programs / "psql", *stage.postgres.where(), "-X", "-q", "-c", f"copy ({sql}) to stdout (format csv)"]


def lines_of(command, head):
    """How many lines a command writes below its head, and a digest of them in any order."""
    count = total = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        for line in process.stdout:
            count += 1
            if count > head:
                total += int.from_bytes(hashlib.md5(line).digest(), "big")
    assert process.returncode == 0, command
    return count - head, total


def timed(command):
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begin


def export(stage):
    """Measured in seconds; and the server's memory in megabytes before the first export and at its highest."""
    plan = large_plan(stage)
    theirs = command(stage, plan)
    with stage.darasa.running() as darasa:
        def ours():
            darasa.stay()
            return ["curl", "-sf", "-H", f"Authorization: Bearer {darasa.token}", f"{darasa.url}/plans/{plan['id']}/rows.csv"]

        before = darasa.peak_megabytes()
        # Headings and tags stand above the rows. Those of ours come in their order, the opponent's as they are found.
        own, other = lines_of(ours(), 2), lines_of(theirs, 0)
        assert own == other and own[0] == stage.rows, f"the two sides do not give the same rows: {own}, {other}"
        measured = stage.in_turns(lambda: timed(ours()), lambda: timed(theirs))
        return measured, (before, darasa.peak_megabytes())
