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
from gql.transport.exceptions import TransportQueryError
from graphql import GraphQLError

PASSWORD = "Taluna learns 2026"
VIEWER = "{ viewer { user { email } } }"
COUNTRIES = """query($first: Int!, $after: String) {
  countries(first: $first, after: $after) { edges { node { iso3 } } pageInfo { hasNextPage endCursor } }
}"""
CREATE = "mutation($input: CreateOrganisationInput!) { createOrganisation(input: $input) { id name } }"
MISSING = "query($id: ID!) { responsePlan(id: $id) { code } }"

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


def request(query: str, variables: dict | None = None, **more: object):
    """A document with its variables, as this version of gql wants it."""
    document = gql(query)
    document.variable_values = variables or {}
    return document


def sign_in(url: str) -> str:
    query = "mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }"
    variables = {"input": {"email": "coordinator@demo.example", "password": PASSWORD}}
    body = json.dumps({"query": query, "variables": variables}).encode()
    post = urllib.request.Request(url, body, {"content-type": "application/json"})
    with urllib.request.urlopen(post) as answer:
        return json.load(answer)["data"]["signIn"]["accessToken"]


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


def main() -> None:
    url = sys.argv[1]
    token = sign_in(url)
    headers = {"Authorization": f"Bearer {token}"}
    for work in (over_http,):
        try:
            asyncio.run(work(url, headers))
        except Exception as error:  # what a client throws here is a failed check
            check(False, work.__name__, repr(error))
    print(f"gql: {right} of {right + len(wrong)} checks hold")
    sys.exit(1 if wrong else 0)


main()
