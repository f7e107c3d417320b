"""How things are measured: in turns, in the same minutes, so that a noisy machine is noisy for both."""

import json
import re
import statistics
import subprocess
import tempfile
from pathlib import Path

from machine import CONNECTIONS


def wrk(url, seconds, body=None, headers=None):
    """Requests a second, of 8 clients."""
    lines = ['wrk.method = "POST"', f"wrk.body = {json.dumps(json.dumps(body), ensure_ascii=False)}"] if body else []
    lines += [f"wrk.headers[{json.dumps(name)}] = {json.dumps(value)}" for name, value in (headers or {}).items()]
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write("\n".join(lines))
        script.flush()
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", script.name, url]
        done = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in done or "Socket errors" in done:
        raise SystemExit(f"not every request was answered well:\n{done}")
    return float(re.search(r"Requests/sec:\s*([\d.]+)", done)[1])


def graphql(url, seconds, query, variables, token=None):
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    return wrk(url, seconds, {"query": query, "variables": variables}, headers)


def pgbench(postgres, seconds, script, clients=CONNECTIONS, **variables):
    """Transactions a second, of 8 clients or so many, with prepared statements."""
    command = [postgres.programs / "pgbench", "-n", "-M", "prepared", "-c", str(clients), "-j", str(min(clients, 2)), "-T", str(seconds)]
    command += ["-f", script]
    for name, value in variables.items():
        command += ["-D", f"{name}={value}"]
    where = ["-h", "127.0.0.1", "-p", str(postgres.port), "-U", "darasa", "darasa"]
    done = subprocess.run(command + where, capture_output=True, text=True)
    found = re.search(r"tps = ([\d.]+)", done.stdout)
    if done.returncode or not found:
        raise SystemExit(f"pgbench: {done.stderr}")
    return float(found[1])


def in_turns(rounds, ours, theirs):
    """Measures both `rounds` times, each round in the other order. Gives both medians, their ratio, and the lowest and highest ratio of a round."""
    pairs = []
    for number in range(rounds):
        if number % 2:
            other = theirs()
            pairs.append((ours(), other))
        else:
            own = ours()
            pairs.append((own, theirs()))
    ratios = [own / other for own, other in pairs]
    own, other = (statistics.median(side) for side in zip(*pairs))
    return {
        "ours": own,
        "theirs": other,
        "ratio": statistics.median(ratios),
        "lowest": min(ratios),
        "highest": max(ratios),
        "rounds": rounds,
    }


def script(folder, name, text):
    path = Path(folder) / name
    path.write_text(text)
    return path
