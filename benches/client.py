"""The web client and the donors' page as partners meet them: 400 kbit/s, 400 ms until an answer begins, a processor of a quarter of the speed."""

import json
import os
import subprocess

import machine

#: What is measured, what it may be at most (the budgets of the client), and its unit.
BUDGETS = [
    ("donor", "the last edition's page, until its largest part is seen", 2000, "ms"),
    ("cold", "the client's first visit, until its largest part is seen", 3500, "ms"),
    ("warm", "the client without a network, until its largest part is seen", 1500, "ms"),
    ("sent", "a month's report of 30 rows, sent", 15_000, "bytes"),
]


def measure(stage, page):
    """Each thing by its name, in its unit. The browser is that which DARASA_BROWSER names, or the first that scripts/lib.sh finds."""
    environment = os.environ | {"DARASA_BROWSER": machine.shell("find_browser")}
    command = ["node", "checks/speed.mjs", stage.darasa.url, page]
    done = subprocess.run(command, cwd=machine.ROOT / "web", env=environment, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"the browser's walk failed: {done.stderr}")
    return json.loads(done.stdout.splitlines()[-1])
