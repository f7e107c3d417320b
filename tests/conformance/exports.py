"""Every table that can be taken as a file, judged by the tools of the Humanitarian Exchange Language: exports.py http://127.0.0.1:8080

Each file must pass `hxlvalidate -e warning`; CSV, JSON (both shapes) and workbooks must hold the same records; `hxlcount` must count what the API says.
"""

import csv
import io
import json
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
import uuid
from pathlib import Path

URL = sys.argv[1].rstrip("/")
PASSWORD = "Taluna learns 2026"
TOOLS = Path(sys.executable).parent
TABLES = [
    "presence", "operational-presence", "gaps", "uncovered", "completeness", "completeness-by-area", "quality", "overlaps",
]
SHARED = ["gaps", "presence", "operational-presence", "uncovered", "completeness-by-area", "quality"]

checks = 0
wrong = []


def check(holds, what, more=""):
    global checks
    checks += 1
    if not holds:
        wrong.append(what)
        print(f"WRONG {what} {more}".strip())


def ask(query, variables, token=None):
    request = urllib.request.Request(f"{URL}/graphql", json.dumps({"query": query, "variables": variables}).encode())
    request.add_header("content-type", "application/json")
    if token:
        request.add_header("authorization", f"Bearer {token}")
    answer = json.load(urllib.request.urlopen(request))
    if "errors" in answer:
        raise SystemExit(f"{query}: {answer['errors']}")
    return answer["data"]


def take(path, token=None):
    request = urllib.request.Request(f"{URL}{path}")
    if token:
        request.add_header("authorization", f"Bearer {token}")
    answer = urllib.request.urlopen(request)
    return answer.read(), answer.headers


def run(tool, *arguments):
    return subprocess.run([TOOLS / tool, *arguments], capture_output=True, text=True)


def validated(path, name):
    done = run("hxlvalidate", "-e", "warning", path)
    # The tool's exit code tells of errors alone, whatever it was asked for.
    clean = done.returncode == 0 and "\n0 error(s), 0 warnings\n" in done.stdout + done.stderr
    check(clean, f"{name} passes hxlvalidate -e warning", done.stdout[-800:] + done.stderr[-300:])


def outlined(prefix, name, token):
    """Whatever has places is GeoJSON that others draw: a geometry is of a known kind, and its positions are numbers."""
    try:
        places = json.loads(take(f"{prefix}/{name}.geojson", token)[0])
    except urllib.error.HTTPError as refused:
        check(refused.code == 400, f"{prefix}/{name}.geojson is refused where there are no places", refused.code)
        return
    depth = {"Point": 0, "Polygon": 2, "MultiPolygon": 3}

    def sound(geometry):
        position = geometry["coordinates"]
        for _ in range(depth[geometry["type"]]):
            position = position[0]
        return len(position) == 2 and all(isinstance(number, (int, float)) for number in position)

    geometries = [feature["geometry"] for feature in places["features"]]
    check(all(one is None or sound(one) for one in geometries), f"{prefix}/{name}.geojson has geometries that others can draw")


def judge(folder, prefix, name, token, with_objects=True):
    """Takes a table in all forms that HXL reads; gives its records as CSV has them."""
    found = {}
    forms = [("csv", ""), ("json", ""), ("xlsx", "")] + ([("json", "?shape=objects")] if with_objects else [])
    for ending, wishes in forms:
        what = f"{prefix}/{name}.{ending}{wishes}"
        content, headers = take(what, token)
        path = folder / f"{len(list(folder.iterdir()))}.{ending}"
        path.write_bytes(content)
        found[ending + wishes] = content
        if ending == "csv":
            check(headers["content-type"] == "text/csv; charset=utf-8", f"{what} says what it is", headers["content-type"])
            rows = list(csv.reader(io.StringIO(content.decode())))
            check(all(len(row) == len(rows[0]) for row in rows), f"{what} has as many cells in each row")
            check(len(set(rows[1])) == len(rows[1]), f"{what} has no tag twice")
            total = headers["x-total-count"]
            check(total is None or int(total) == len(rows) - 2, f"{what} holds as many records as it says", f"{total} {len(rows) - 2}")
            found["rows"], found["file"] = rows, path
        # What has no records says nothing that a schema could be held against.
        if len(found["rows"]) > 2:
            validated(path, what)
    outlined(prefix, name, token)
    lists = json.loads(found["json"])
    as_text = [["" if cell is None else str(cell) for cell in row] for row in lists]
    unguarded = [[cell[1:] if cell[:1] == "'" else cell for cell in row] for row in found["rows"]]
    numbers = lambda cell: cell.rstrip("0").rstrip(".") if cell.replace(".", "", 1).lstrip("-").isdigit() and "." in cell else cell
    check([[numbers(c) for c in r] for r in as_text] == [[numbers(c) for c in r] for r in unguarded], f"{prefix}/{name}: JSON and CSV hold the same")
    if with_objects:
        objects = json.loads(found["json?shape=objects"])
        check(objects == [dict(zip(lists[1], row)) for row in lists[2:]], f"{prefix}/{name}: objects and lists hold the same")
    return found


SIGN_IN = "mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }"
PLAN = "query($id: ID!) { responsePlans(operationId: $id, first: 1) { edges { node { id code } } } }"
PERIODS = "query($id: ID!) { reportingPeriods(planId: $id, first: 100) { edges { node { id number state } } } }"
PUBLISH = "mutation($input: PublishPeriodInput!) { publishPeriod(input: $input) { number } }"
SHARE = "mutation($input: CreateShareLinkInput!) { createShareLink(input: $input) { url } }"
REPORT = "query($id: ID!) { reports(planId: $id, filter: { statuses: [ACCEPTED] }, first: 1) { edges { node { id } } } }"
APPEALS = "query($id: ID!) { appeals(operationId: $id, first: 1) { edges { node { code } } } }"
TABLE = "query($id: ID!) { planTable(planId: $id, table: PRESENCE) { rows(first: 1) { totalCount } } }"


def main():
    account = {"email": "coordinator@demo.example", "password": PASSWORD}
    token = ask(SIGN_IN, {"input": account})["signIn"]["accessToken"]
    operation = ask("{ operations(first: 1) { edges { node { id } } } }", {}, token)["operations"]["edges"][0]["node"]["id"]
    plan = ask(PLAN, {"id": operation}, token)["responsePlans"]["edges"][0]["node"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for table in TABLES:
            judge(folder, f"/plans/{plan['code']}/tables", table, token)
        for level in ["?level=2"]:
            content, _ = take(f"/plans/{plan['id']}/tables/gaps.csv{level}", token)
            path = folder / "gaps-2.csv"
            path.write_bytes(content)
            validated(path, "gaps of the second level")
        presence = judge(folder, f"/plans/{plan['id']}/tables", "presence", token)
        counted = list(csv.reader(io.StringIO(run("hxlcount", "-t", "sector", presence["file"]).stdout)))
        total = ask(TABLE, {"id": plan["id"]}, token)["planTable"]["rows"]["totalCount"]
        count = sum(int(row[-1]) for row in counted if row[-1].isdigit())
        check(count == total, "hxlcount counts what the API says", f"{count} {total}")
        for table in ["rows", "cells"]:
            judge(folder, f"/plans/{plan['code']}", table, token)
        share(folder, plan, token)
        report = ask(REPORT, {"id": plan["id"]}, token)["reports"]["edges"][0]["node"]["id"]
        appeal = ask(APPEALS, {"id": operation}, token)["appeals"]["edges"][0]["node"]["code"]
        for path in [f"/projects/{plan['id']}", f"/reports/{report}", f"/a/{appeal}/1/areas", f"/a/{appeal}/1/money"]:
            one_file(folder, f"{path}.csv", token)
    print(f"exports: {checks - len(wrong)} of {checks} checks hold")
    raise SystemExit(1 if wrong else 0)


def one_file(folder, what, token):
    """Takes a file that exists in no other form, or whose other forms are made for people."""
    path = folder / f"{len(list(folder.iterdir()))}.csv"
    path.write_bytes(take(what, token)[0])
    rows = list(csv.reader(io.StringIO(path.read_text())))
    check(len(rows) > 2, f"{what} has records")
    validated(path, what)


def share(folder, plan, token):
    periods = ask(PERIODS, {"id": plan["id"]}, token)["reportingPeriods"]["edges"]
    opened = [edge["node"] for edge in periods if edge["node"]["state"] != "PENDING"]
    try:
        ask(PUBLISH, {"input": {"periodId": opened[-1]["id"], "clientMutationId": str(uuid.uuid4())}}, token)
    except SystemExit as refused:
        check("publication-unchanged" in str(refused), "the month is published", refused)
    made = ask(SHARE, {"input": {"planId": plan["id"], "name": "exports", "validDays": 1}}, token)["createShareLink"]["url"]
    path = "/share/" + made.rsplit("/", 1)[1]
    for table in SHARED:
        judge(folder, path, table, None)
        _, headers = take(f"{path}/{table}.csv")
        check(headers["access-control-allow-origin"] == "*", f"shared {table} is open to other pages")
    page, _ = take(path)
    check(b"<h1>" in page, "the shared page stands")
    try:
        take("/share/never-was/gaps.csv")
        check(False, "a link that never was leads nowhere")
    except urllib.error.HTTPError as refused:
        check(refused.code == 404, "a link that never was leads nowhere", refused.code)


main()
