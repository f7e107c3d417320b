"""What a cluster looks at, of a plan with all the rows of the scale: each table beside one hand-written SQL that gives the same answer."""

import json
import time
import urllib.request
from dataclasses import dataclass

import machine
import measure
from reporting import global_id
from world import one_large_plan

#: Beyond the last period of any plan.
EVER = 1_000_000


@dataclass
class Question:
    """A table or a set of figures, asked as GraphQL, or as a file where there is no document of this name."""

    name: str
    work: str

    def request(self, plan, ends):
        """The path, and the document with its variables, for the periods from the first to the second of `ends`, or for all."""
        document = machine.QUERIES / f"{self.name}.graphql"
        if not document.exists():
            wishes = f"&from={ends[0]}&upTo={ends[1]}" if ends else ""
            return f"/plans/{plan['id']}/tables/{self.name}.json?level=2{wishes}", None
        variables = {"plan": plan["id"]}
        if ends:
            variables |= {"from": plan["periods"][ends[0]], "upTo": plan["periods"][ends[1]]}
        text = document.read_text()
        declared = {name: value for name, value in variables.items() if f"${name}:" in text}
        return "/graphql", {"query": text, "variables": declared}

    def answer(self, content):
        """What both sides must say alike: of a file, what stands below its headings and tags."""
        found = json.loads(content)
        if isinstance(found, list):
            return found[2:]
        assert not found.get("errors"), found["errors"][:3]
        return found["data"]


QUESTIONS = [
    Question("presence", "presence: 100 of who does what where, and how many"),
    Question("operational-presence", "operational presence, the whole table as JSON"),
    Question("gaps", "gaps by district"),
    Question("progress", "progress of a plan, its provinces and indicators"),
]


def large_plan(stage):
    """The plan that has all the rows of the scale by itself: its ids as the API knows them."""
    code = one_large_plan(stage.postgres, stage.rows)
    plan = stage.postgres.sql(f"select id from response_plans where code = '{code}'")
    periods = stage.postgres.sql(f"select number, id from reporting_periods where plan_id = '{plan}'").splitlines()
    periods = dict(line.split("\t") for line in periods)
    return {
        "uuid": plan, "id": global_id("ResponsePlan", plan),
        "periods": {int(number): global_id("ReportingPeriod", period) for number, period in periods.items()},
    }


def headers(darasa):
    return {"Content-Type": "application/json", "Authorization": f"Bearer {darasa.token}"}


def fetch(darasa, path, body):
    content = json.dumps(body).encode() if body else None
    request = urllib.request.Request(darasa.url + path, content, headers(darasa))
    with urllib.request.urlopen(request, timeout=200) as answer:
        return answer.read()


def milliseconds(stage, darasa, path, body):
    """What an answer takes one client, over and over."""
    darasa.stay()
    begin, count = time.perf_counter(), 0
    while count < 2 or time.perf_counter() - begin < stage.seconds:
        fetch(darasa, path, body)
        count += 1
    return (time.perf_counter() - begin) / count * 1000


def against_sql(stage, darasa, plan, question, same):
    """The question of all months, one client, in milliseconds."""
    path, body = question.request(plan, None)
    sql = machine.QUERIES / f"{question.name}.sql"
    asked = {"plan": plan["uuid"], "from": 0, "until": EVER}
    text = "\n".join(f"\\set {name} '''{value}'''" for name, value in asked.items()) + "\n" + sql.read_text()
    same(question.answer(fetch(darasa, path, body)), json.loads(stage.postgres.sql(text)), question.name)

    ours = lambda: milliseconds(stage, darasa, path, body)
    theirs = lambda: 1000 / measure.pgbench(stage.postgres, stage.seconds, sql, clients=1, **asked)
    ours(), theirs()
    return stage.in_turns(ours, theirs)


def of_a_month(stage, darasa, plan, question):
    """The question of the first month alone, which has as many rows at any scale, by the machine's own speed."""
    path, body = question.request(plan, (1, 1))
    idle = measure.script(stage.folder, "idle.sql", "select sum(n * n) from generate_series(1, 20000) n;\n")
    ours = lambda: milliseconds(stage, darasa, path, body) / 1000
    speed = lambda: 1 / measure.pgbench(stage.postgres, stage.seconds, idle, clients=1)
    ours(), speed()
    return stage.in_turns(ours, speed)
