"""The pieces of work that are measured. Before anything is timed, both sides must give the same answer."""

import json
import re
import subprocess
import time
import urllib.request
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import client
import export
import machine
import measure
import reporting
import tables
from machine import CONNECTIONS, QUERIES, Darasa, Postgres
from world import World


@dataclass
class Stage:
    """What a case works with."""

    given: object
    folder: Path
    postgres: Postgres
    darasa: Darasa
    world: World
    rows: int
    #: What was measured on the smaller scale, for what is compared with itself.
    before: dict

    def in_turns(self, ours, theirs):
        return measure.in_turns(self.given.rounds, ours, theirs)

    @property
    def seconds(self):
        return self.given.seconds

    def plan_id(self):
        return self.postgres.sql("select id from response_plans where code = 'BENCH-000'")


def figure(work, opponent, aim, unit, measured, at_least=None, at_most=None):
    met = measured["ratio"] >= at_least if at_least is not None else measured["ratio"] <= at_most
    return {"work": work, "opponent": opponent, "aim": aim, "unit": unit, "met": met} | measured


def query(name):
    return (QUERIES / f"{name}.graphql").read_text()


def plain(value):
    """An answer without the differences that say nothing: 12 and "12.00" are one number."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if isinstance(value, (int, float, str)) and not isinstance(value, bool):
        try:
            return Decimal(str(value)).normalize()
        except ArithmeticError:
            return value
    return value


def same(ours, theirs, what):
    ours, theirs = plain(ours), plain(theirs)
    if ours != theirs:
        raise SystemExit(f"{what}: the two sides do not give the same answer\n{str(ours)[:3000]}\n{str(theirs)[:3000]}")


def nested(stage):
    """A page of 50 nested records, of the plan's reported activities and of its structure."""
    world, variables = stage.world, {"plan": stage.plan_id()}
    variables["area"] = stage.postgres.sql("select id from admin_areas where pcode = 'XEA'")
    found = []
    stage.postgres.sql((QUERIES / "postgraphile.sql").read_text())
    with stage.darasa.running() as darasa, machine.postgraphile(stage.postgres, stage.folder) as postgraphile:
        for name, work in [("rows", "50 reported activities, with partner, area, totals"), ("structure", "50 activities, with costs, indicators, targets")]:
            darasa.stay()
            asked = {"plan": world.plan} | ({"area": world.country} if name == "rows" else {})
            sql = QUERIES / f"{name}.sql"
            answer = stage.postgres.sql("\n".join(f"\\set {key} '''{value}'''" for key, value in variables.items()) + "\n" + sql.read_text())
            same(darasa.ask(query(name), asked), json.loads(answer), name)
            theirs = (QUERIES / f"{name}.postgraphile.graphql").read_text()
            peer = post(postgraphile, theirs, {"plan": variables["plan"]})
            assert count_leaves(peer) >= count_leaves(json.loads(answer)), f"{name}: PostGraphile answers with less: {json.dumps(peer)[:2000]}"
            ours = lambda: measure.graphql(f"{darasa.url}/graphql", stage.seconds, query(name), asked, darasa.token)
            bench = lambda: measure.pgbench(stage.postgres, stage.seconds, sql, **variables)
            graphile = lambda: measure.graphql(postgraphile, stage.seconds, theirs, {"plan": variables["plan"]})
            for other in (ours, bench, graphile):
                other()
            found.append(figure(work, "pgbench, one hand-written SQL", ">= 0.8", "requests/s", stage.in_turns(ours, bench), at_least=0.8))
            darasa.stay()
            found.append(figure(work, "PostGraphile 5", ">= 2.5", "requests/s", stage.in_turns(ours, graphile), at_least=2.5))
    return found


def post(url, document, variables):
    body = json.dumps({"query": document, "variables": variables}).encode()
    request = urllib.request.Request(url, body, {"content-type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        result = json.load(answer)
    assert not result.get("errors"), result["errors"]
    return result["data"]


def count_leaves(value):
    if isinstance(value, dict):
        return sum(map(count_leaves, value.values()))
    if isinstance(value, list):
        return sum(map(count_leaves, value))
    return 1


def appeal(stage):
    """The summary of an appeal, against the very statements that the server sends for it."""
    asked = {"appeal": stage.world.appeal}
    with stage.darasa.running() as darasa:
        darasa.stay()
        sql = measure.script(stage.folder, "appeal.sql", statements_of(stage, lambda: darasa.ask(query("appeal"), asked)))
        ours = lambda: measure.graphql(f"{darasa.url}/graphql", stage.seconds, query("appeal"), asked, darasa.token)
        bench = lambda: measure.pgbench(stage.postgres, stage.seconds, sql)
        ours(), bench()
        return [figure("appeal summary", "pgbench, same SQL", ">= 0.7", "requests/s", stage.in_turns(ours, bench), at_least=0.7)]


def statements_of(stage, ask):
    """The statements that one request sends, with their parameters written in, as a script for pgbench."""
    ask()
    log = stage.folder / "postgres.log"
    stage.postgres.sql("alter system set log_min_duration_statement = 0")
    stage.postgres.sql("alter system set log_line_prefix = '%m [%p] '")
    stage.postgres.sql("select pg_reload_conf()")
    time.sleep(1)
    begin = log.stat().st_size
    ask()
    time.sleep(0.5)
    text = log.read_bytes()[begin:].decode()
    stage.postgres.sql("alter system reset all")
    stage.postgres.sql("select pg_reload_conf()")
    found = logged(text)
    assert found, f"the server sent no statement:\n{text[:2000]}"
    return "\n".join(f"{statement};" for statement in found)


def logged(text):
    """The statements of a log of Postgres, parameters in place."""
    statements, entries = [], re.split(r"(?m)^(?=\d{4}-\d\d-\d\d [\d:.]+ \S+ \[\d+\] )", text)
    pending = None
    for entry in entries:
        if run := re.search(r"duration: [\d.]+ ms\s+(?:execute [^:]*|statement): (.*)", entry, re.S):
            pending = " ".join(run[1].split())
            statements.append(pending)
        elif (detail := re.search(r"DETAIL:\s+[Pp]arameters: (.*)", entry, re.S)) and statements:
            parameters = dict(re.findall(r"\$(\d+) = ('(?:[^']|'')*'|NULL)", detail[1]))
            statements[-1] = re.sub(r"\$(\d+)", lambda found: parameters[found[1]], statements[-1])
    # What a session says of itself is no part of the work.
    return [statement for statement in statements if not re.match(r"(set|begin|commit|rollback|discard|deallocate|show)\b", statement, re.I)]


def edition(stage):
    """The public page of the last edition, against nginx with the same bytes and headers."""
    with stage.darasa.running() as darasa:
        with urllib.request.urlopen(f"{darasa.url}/a/{stage.world.appeal_code}?lang=en") as answer:
            path = answer.geturl().removeprefix(darasa.url).removesuffix("?lang=en")
            content, headers = answer.read(), {name: answer.headers[name] for name in ("cache-control", "content-security-policy") if answer.headers[name]}
        with machine.nginx(stage.folder, path, content, headers) as nginx:
            with urllib.request.urlopen(nginx) as answer:
                assert answer.read() == content, "nginx serves other bytes"
            ours = lambda: measure.wrk(f"{darasa.url}{path}", stage.seconds)
            theirs = lambda: measure.wrk(nginx, stage.seconds)
            ours(), theirs()
            return [figure("published edition", "nginx, same bytes", ">= 0.8", "requests/s", stage.in_turns(ours, theirs), at_least=0.8)]


def visits(stage):
    """The client and the donors' page on a slow link, against their budgets."""
    with stage.darasa.running() as darasa:
        found = client.measure(stage, f"/a/{stage.world.appeal_code}?lang=en")
    within = lambda value, most: {"ours": value, "theirs": most, "rounds": 1} | dict.fromkeys(("ratio", "lowest", "highest"), value / most)
    return [figure(work, "its budget", "<= 1", unit, within(found[name], most), at_most=1) for name, work, most, unit in client.BUDGETS]


def dashboard(stage):
    """A plan's figures while other plans grow to ten times the rows: the time must not follow."""
    asked = {"plan": stage.world.plan}
    with stage.darasa.running() as darasa:
        darasa.stay()
        ours = lambda: CONNECTIONS / measure.graphql(f"{darasa.url}/graphql", stage.seconds, query("dashboard"), asked, darasa.token)
        # The machine's own speed at this moment: a calculation in Postgres that reads no table.
        idle = measure.script(stage.folder, "idle.sql", "select sum(n * n) from generate_series(1, 20000) n;\n")
        speed = lambda: CONNECTIONS / measure.pgbench(stage.postgres, stage.seconds, idle)
        ours(), speed()
        now = stage.in_turns(ours, speed)
    measured = against_itself(stage, "dashboard", now)
    if measured is None:
        return []
    return [figure("dashboard, ten times the rows outside the plan", "itself before, both by the machine's speed", "<= 1.1", "ms", measured, at_most=1.1)]


def against_itself(stage, name, now):
    """What was measured now as a share of what it was on the smaller scale, both by the machine's speed; none the first time."""
    before = stage.before.setdefault(name, now)
    if before is now:
        return None
    measured = {"ours": now["ours"] * 1000, "theirs": before["ours"] * 1000, "rounds": now["rounds"]}
    ratios = [now[key] / before[other] for key, other in (("ratio", "ratio"), ("lowest", "highest"), ("highest", "lowest"))]
    return measured | dict(zip(("ratio", "lowest", "highest"), ratios))


def upload(stage):
    """A partner's sheet of 10,000 rows."""
    measured, _ = reporting.upload(stage, 10_000)
    return [figure("report upload of 10,000 rows", "`copy` of the same rows", "<= 3", "s", measured, at_most=3)]


def large_upload(stage):
    """A sheet of 100,000 rows, and how much memory it took more than one of 10,000."""
    _, small = reporting.upload(stage, 10_000)
    measured, large = reporting.upload(stage)
    print(f"the server's memory at its highest: {small} MB for 10,000 rows, {large} MB for 100,000", flush=True)
    found = [figure("report upload of 100,000 rows", "`copy` of the same rows", "<= 3", "s", measured, at_most=3)]
    measured, large = reporting.upload(stage, name="large.xlsx")
    print(f"the server's memory at its highest: {large} MB for a workbook of 100,000 rows", flush=True)
    return [*found, figure("report workbook of 100,000 rows", "`copy` of the same rows", "<= 3", "s", measured, at_most=3)]


def plan_tables(stage):
    """The tables of a plan, against hand-written SQL; and of one of its months, while other months and other plans grow."""
    found = []
    with stage.darasa.running() as darasa:
        darasa.stay()
        plan = tables.large_plan(stage)
        for question in tables.QUESTIONS:
            measured = tables.against_sql(stage, darasa, plan, question, same)
            found.append(figure(question.work, "one hand-written SQL", "<= 1.3", "ms", measured, at_most=1.3))
        for question in tables.QUESTIONS:
            measured = against_itself(stage, f"a month of {question.name}", tables.of_a_month(stage, darasa, plan, question))
            if measured:
                work = f"{question.name} of one month, ten times the rows outside it"
                found.append(figure(work, "itself before, both by the machine's speed", "<= 1.1", "ms", measured, at_most=1.1))
    return found


def rows_as_csv(stage):
    """Every row of a plan as CSV, and how much memory that took."""
    measured, (before, peak) = export.export(stage)
    print(f"the server's memory at its highest: {before} MB before, {peak} MB after {stage.rows:,} rows were sent", flush=True)
    return [figure("every row of a plan as CSV", "`copy` of one hand-written SQL", "<= 1.2", "s", measured, at_most=1.2)]


def accept(stage):
    """Accepting 500 rows in a plan ten times as large: the time must not follow."""
    measured = against_itself(stage, "accept", reporting.accept(stage))
    work = "accepting 500 rows, in a plan of ten times the rows"
    return [figure(work, "itself before, both by the machine's speed", "<= 1.1", "ms", measured, at_most=1.1)] if measured else []


def mails(stage):
    """10,000 mails through a relay on loopback, against a loop that hands the same mail to lettre as often."""
    relay = stage.given.relay
    count = 10_000 if stage.given.rounds > 1 else 2_000

    def ours():
        with sink(relay, stage.folder) as (address, sent):
            stage.postgres.sql(MAILS, count=count)
            with stage.darasa.running(DARASA_SMTP_URL=f"smtp://{address}"):
                took = sent(count)
        left = stage.postgres.sql("select count(*) from outbox_messages where recipient like 'reader-%' and state <> 'sent'")
        assert left == "0", f"{left} mails were not sent"
        stage.postgres.sql("delete from outbox_messages where recipient like 'reader-%'")
        return count / took

    def theirs():
        with sink(relay, stage.folder) as (address, sent):
            subprocess.run([relay, "loop", address, str(count), stage.folder / "mail.eml"], check=True)
            return count / sent(count)

    ours()
    measured = stage.in_turns(ours, theirs)
    return [figure("10,000 mails", "a bare lettre loop", ">= 0.7", "mails/s", measured, at_least=0.7)]


class sink:
    """A relay that takes every mail and tells, when asked, how long it took from the first to the last."""

    def __init__(self, relay, folder):
        self.command = [relay, "sink", folder / "mail.eml"]

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True)
        address = self.process.stdout.readline().strip()
        return address, self.sent

    def sent(self, count):
        self.process.stdin.write(f"{count}\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline())

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()


MAILS = """
insert into outbox_messages (id, recipient, language, template, payload, once_key, next_attempt_at, created_at)
select gen_random_uuid(), 'reader-' || n || '@example.org', 'en', template, payload, 'bench-' || n || gen_random_uuid(), now(), now()
from generate_series(1, :count) n,
    (select 'password-reset' as template, '{"name": "Reader", "url": "https://darasa.example/reset/0123456789abcdef", "expires_at": "2030-01-01T00:00:00Z"}'::jsonb as payload) mail;
"""

RUN = {
    "nested": nested, "appeal": appeal, "edition": edition, "visits": visits, "dashboard": dashboard, "tables": plan_tables, "export": rows_as_csv,
    "upload": upload, "large_upload": large_upload, "accept": accept, "mails": mails,
}
NAMES = list(RUN)
#: What does not depend on how many rows there are.
ONCE = {"edition", "visits", "mails"}


def run(name, stage):
    if name in ONCE and stage.rows != stage.given.rows:
        return []
    return RUN[name](stage)
