"""Runs schemathesis against the endpoint: fuzz.py URL SECONDS IDS [ACCOUNT]

Right is: no crash, no dropped connection, no answer 5xx, no error without a code of ours. The requests are counted from its own report, so that a
run which tried nothing fails.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import urllib.request

LEAST = 100


def main() -> None:
    url, seconds, ids = sys.argv[1:4]
    account = sys.argv[4] if len(sys.argv) > 4 else None
    token = sign_in(url, account) if account else None
    name = f"schemathesis as {account or 'nobody'}"
    here = pathlib.Path(__file__).resolve().parent
    environment = {**os.environ, "SCHEMATHESIS_HOOKS": "fuzz_hooks", "PYTHONPATH": str(here), "DARASA_FUZZ_IDS": os.path.abspath(ids)}
    # A slow machine takes longer for as many requests.
    for patience in (1, 4):
        run, requests, statuses, bad = fuzz(url, int(seconds) * patience, token, environment)
        if run.returncode != 0 or bad or requests >= LEAST:
            break
    if run.returncode != 0 or bad or requests < LEAST:
        print(run.stdout[-12000:], run.stderr[-2000:])
        for one in bad[:20]:
            print("  wrong:", one)
    print(f"{name}: {requests} requests, {len(bad)} wrong answers; statuses {statuses}")
    sys.exit(0 if run.returncode == 0 and not bad and requests >= LEAST else 1)


def fuzz(url: str, seconds: int, token: str | None, environment: dict) -> tuple:
    """Tries for so many seconds: the run, how many requests were answered, with which statuses, and what was wrong."""
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder) / "report.ndjson"
        command = [
            str(pathlib.Path(sys.executable).parent / "st"), "run", url, "--checks", "sound_answer", "--phases", "fuzzing",
            "--max-examples", "10000", "--max-time", str(seconds), "--continue-on-failure", "--no-shrink", "--request-timeout", "30",
            "--generation-database", "none", "--suppress-health-check", "all", "--report", "ndjson",
            "--report-ndjson-path", str(report), "--no-color", "--warnings", "off", "--workers", "2",
            # Whoever signs out tries nothing any more.
            "--exclude-name", "Mutation.signOut",
        ]  # fmt: skip
        if token:
            command += ["--header", f"Authorization: Bearer {token}"]
        run = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, timeout=seconds * 4 + 120)
        return run, *count(report)


def sign_in(url: str, account: str) -> str:
    """An access token of an account of the demo."""
    query = "mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }"
    variables = {"input": {"email": f"{account}@demo.example", "password": "Taluna learns 2026"}}
    body = json.dumps({"query": query, "variables": variables}).encode()
    with urllib.request.urlopen(urllib.request.Request(url, body, {"content-type": "application/json"})) as answer:
        return json.load(answer)["data"]["signIn"]["accessToken"]


def count(report: pathlib.Path) -> tuple[int, dict, list]:
    """How many requests were answered, with which statuses, and what was wrong."""
    requests, statuses, bad = 0, {}, []
    with report.open(encoding="utf-8") as lines:
        for line in lines:
            scenario = json.loads(line).get("ScenarioFinished", {}).get("recorder", {})
            for interaction in scenario.get("interactions", {}).values():
                requests += 1
                # Without an answer the connection was dropped.
                status = (interaction.get("response") or {}).get("status_code")
                statuses[str(status)] = statuses.get(str(status), 0) + 1
                if status is None or status >= 500:
                    bad.append(f"{status}")
    return requests, statuses, bad


main()
