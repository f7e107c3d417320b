"""The Python client `gql`, as it comes from the registry: gql_client.py http://127.0.0.1:8080/graphql

It reads the schema, sends what it checked against it, writes twice under one `clientMutationId`, meets errors, and follows a subscription.
"""

import asyncio
import json
import sys
import urllib.request
import uuid

from gql import Client, gql
from gql.transport.aiohttp import AIOHTTPTransport
from gql.transport.aiohttp_websockets import AIOHTTPWebsocketsTransport
from gql.transport.exceptions import TransportQueryError
from gql.transport.websockets import WebsocketsTransport
from graphql import GraphQLError

PASSWORD = "Taluna learns 2026"
VIEWER = "{ viewer { user { email } } }"
COUNTRIES = """query($first: Int!, $after: String) {
  countries(first: $first, after: $after) { edges { node { iso3 } } pageInfo { hasNextPage endCursor } }
}"""
CREATE = "mutation($input: CreateOrganisationInput!) { createOrganisation(input: $input) { id name } }"
MISSING = "query($id: ID!) { responsePlan(id: $id) { code } }"

REPORTS = "subscription($plan: ID!) { reportChanged(planId: $plan) { id version } }"
PLACE = "{ viewer { roles { operationId organisationId clusterIds } } }"
PLAN = "query($id: ID!) { responsePlans(operationId: $id, first: 1) { edges { node { id } } } }"
STAND = """query($plan: ID!, $organisation: ID!) {
  reportingPeriods(planId: $plan, first: 100) { edges { node { id state } } }
  reports(planId: $plan, filter: { organisationId: $organisation, statuses: [DRAFT] }, first: 1) {
    edges { node { uuid version nil period { id } cluster { id } } } } }"""
SAVE = "mutation($input: SaveReportInput!) { saveReport(input: $input) { ... on ReportSaved { report { id version } } } }"
PATIENCE = 15

wrong = []
right = 0


def check(holds: bool, what: str, why: object = "") -> None:
    """Notes one check."""
    global right
    if holds:
        right += 1
    else:
        wrong.append(what)
        print(f"  wrong: {what}: {why}")


def request(query: str, variables: dict | None = None):
    """A document with its variables, as this version of gql wants it."""
    document = gql(query)
    document.variable_values = variables or {}
    return document


def ask(url: str, query: str, variables: dict, token: str | None = None) -> dict:
    """Asks without gql: what must be there before gql is tried."""
    headers = {"content-type": "application/json"} | ({"authorization": f"Bearer {token}"} if token else {})
    body = json.dumps({"query": query, "variables": variables}).encode()
    with urllib.request.urlopen(urllib.request.Request(url, body, headers)) as answer:
        return json.load(answer)["data"]


def sign_in(url: str, account: str) -> str:
    query = "mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }"
    return ask(url, query, {"input": {"email": f"{account}@demo.example", "password": PASSWORD}})["signIn"]["accessToken"]


async def over_http(url: str, headers: dict) -> None:
    transport = AIOHTTPTransport(url=url, headers=headers)
    async with Client(transport=transport, fetch_schema_from_transport=True) as session:
        names = set(session.client.schema.type_map)
        check({"Report", "ResponsePlan", "Edition"} <= names, "gql reads the schema", sorted(names)[:5])
        viewer = (await session.execute(request(VIEWER)))["viewer"]
        check(viewer["user"]["email"] == "coordinator@demo.example", "gql is signed in", viewer)
        page = (await session.execute(request(COUNTRIES, {"first": 1})))["countries"]
        check(len(page["edges"]) == 1, "gql reads a connection", page)
        name = f"gql {uuid.uuid4()}"
        given = {"clientMutationId": str(uuid.uuid4()), "organisation": {"name": name, "kind": "NNGO"}}
        first = (await session.execute(request(CREATE, {"input": given})))["createOrganisation"]
        second = (await session.execute(request(CREATE, {"input": given})))["createOrganisation"]
        check(first["name"] == name, "gql writes", first)
        check(first == second, "gql writes once, however often it sends", (first, second))
        try:
            await session.execute(request(MISSING, {"id": "bm90IGFuIGlk"}))
            check(False, "gql sees an error")
        except TransportQueryError as error:
            check(error.errors[0]["extensions"]["field"] == "id", "gql sees which field is wrong", error.errors)
        try:
            await session.execute(request("{ noSuchField }"))
            check(False, "gql refuses what the schema does not have")
        except GraphQLError as error:
            check("noSuchField" in str(error), "gql refuses what the schema does not have", error)
    async with Client(transport=AIOHTTPTransport(url=url)) as session:
        nobody = await session.execute(request(VIEWER))
        check(nobody["viewer"] is None, "gql without a token is nobody", nobody)


async def over_websocket(url: str, _: dict) -> None:
    token = sign_in(url, "focal.point")
    role = ask(url, PLACE, {}, token)["viewer"]["roles"][0]
    plan = ask(url, PLAN, {"id": role["operationId"]}, token)["responsePlans"]["edges"][0]["node"]["id"]

    def change() -> dict:
        """Changes the report that the partner has begun, or begins one."""
        stand = ask(url, STAND, {"plan": plan, "organisation": role["organisationId"]}, token)
        drafts = [edge["node"] for edge in stand["reports"]["edges"]]
        # What says the same again changes nothing, and nobody is told of it.
        empty = not (drafts and drafts[0]["nil"])
        given = {"planId": plan, "organisationId": role["organisationId"], "nil": empty, "rows": []}
        if drafts:
            given |= {"id": drafts[0]["uuid"], "baseVersion": drafts[0]["version"]}
            given |= {"periodId": drafts[0]["period"]["id"], "clusterId": drafts[0]["cluster"]["id"]}
        else:
            periods = [edge["node"]["id"] for edge in stand["reportingPeriods"]["edges"] if edge["node"]["state"] == "OPEN"]
            given |= {"baseVersion": 0, "periodId": periods[-1], "clusterId": role["clusterIds"][0]}
        return ask(url, SAVE, {"input": given}, token)["saveReport"]["report"]

    socket = url.replace("http", "ws", 1)
    for kind in (WebsocketsTransport, AIOHTTPWebsocketsTransport):
        transport = kind(url=socket, init_payload={"Authorization": f"Bearer {token}"})
        await listen(kind.__name__, transport, plan, change)


async def listen(name: str, transport: object, plan: str, change: object) -> None:
    async with Client(transport=transport, fetch_schema_from_transport=True) as session:
        check(transport.subprotocol == "graphql-transport-ws", f"{name} speaks graphql-transport-ws", transport.subprotocol)
        viewer = (await session.execute(request(VIEWER)))["viewer"]
        check(viewer["user"]["email"] == "focal.point@demo.example", f"{name} is signed in", viewer)
        news = session.subscribe(request(REPORTS, {"plan": plan}))
        for what in ("a report", "the next change of it"):
            told = asyncio.create_task(anext(news))
            # What is asked behind a subscription is answered when the subscription is in force.
            await asyncio.sleep(0)
            await session.execute(request("{ __typename }"))
            changed = await asyncio.to_thread(change)
            seen = (await asyncio.wait_for(told, PATIENCE))["reportChanged"]
            check(seen == changed, f"{name} is told of {what}", (seen, changed))
        await news.aclose()
        try:
            await session.execute(request(MISSING, {"id": "bm90IGFuIGlk"}))
            check(False, f"{name} sees an error")
        except TransportQueryError as error:
            check(error.errors[0]["extensions"]["field"] == "id", f"{name} sees an error", error.errors)


def main() -> None:
    url = sys.argv[1]
    token = sign_in(url, "coordinator")
    headers = {"Authorization": f"Bearer {token}"}
    for work in (over_http, over_websocket):
        try:
            asyncio.run(work(url, headers))
        except Exception as error:  # what a client throws here is a failed check
            check(False, work.__name__, repr(error))
    print(f"gql: {right} of {right + len(wrong)} checks hold")
    sys.exit(1 if wrong else 0)


main()
