"""What schemathesis is told of this API: values that get past the first wall, and what an answer may never be."""

import json
import os
import random

import graphql
import schemathesis
from hypothesis import strategies as st
from schemathesis.graphql import nodes

CODES = {
    "INVALID",
    "UNAUTHENTICATED",
    "FORBIDDEN",
    "NOT_FOUND",
    "CONFLICT",
    "IDEMPOTENCY_MISMATCH",
    "TOO_LARGE",
    "TOO_COMPLEX",
    "RATE_LIMITED",
    "UNAVAILABLE",
    "TIMED_OUT",
}

with open(os.environ["DARASA_FUZZ_IDS"], encoding="utf-8") as file:
    IDS = json.load(file)
EVERY_ID = [one for ids in IDS.values() for one in ids]
# The kinds that arguments name, where they are not called like them.
KINDS = {"plan": "ResponsePlan", "area": "AdminArea", "period": "ReportingPeriod", "upToPeriod": "ReportingPeriod", "round": "NeedsRound"}

decimals = st.one_of(
    st.decimals(allow_nan=False, allow_infinity=False).map(str),
    st.sampled_from(["0", "-0", "1e400", "NaN", "99999999999999999999999999999.9", "0.0000000000000000000000000001", "", "12,5"]),
)
days = st.one_of(st.dates().map(str), st.sampled_from(["2026-02-30", "0000-00-00", "+262142-12-31", "", "today"]))
moments = st.one_of(
    st.datetimes(timezones=st.just(None)).map(lambda moment: f"{moment.isoformat()}Z"),
    st.sampled_from(["9999-12-31T23:59:60Z", "+262142-12-31T23:59:59Z", "2026-01-01T00:00:00+99:00", ""]),
)
# Without real ids nearly every request would end at the first wall.
schemathesis.graphql.scalar("Count", st.integers(-(2**63), 2**63).map(lambda count: nodes.Int(count)))
schemathesis.graphql.scalar("Decimal", decimals.map(nodes.String))
schemathesis.graphql.scalar("LocalDate", days.map(nodes.String))
schemathesis.graphql.scalar("DateTime", moments.map(nodes.String))
schemathesis.graphql.scalar("UUID", st.one_of(st.uuids().map(str), st.text(max_size=40)).map(nodes.String))


class RealIds(graphql.Visitor):
    """Puts ids that there are in the place of most of those that were made up."""

    def __init__(self, randomly: random.Random) -> None:
        super().__init__()
        self.randomly = randomly
        self.field = ""

    def enter_field(self, node: graphql.FieldNode, *_: object) -> None:
        self.field = node.name.value

    def enter_string_value(self, node: graphql.StringValueNode, key: object, parent: object, *_: object) -> object:
        name = getattr(getattr(parent, "name", None), "value", "")
        if not (name == "id" or name.endswith("Id")) or name == "clientMutationId" or self.randomly.random() > 0.8:
            return None
        kind = self.field if name == "id" else name.removesuffix("Id")
        ids = IDS.get(KINDS.get(kind, kind[:1].upper() + kind[1:])) or EVERY_ID
        return graphql.StringValueNode(value=self.randomly.choice(ids))


@schemathesis.hook
def map_body(context: object, body: object) -> object:
    return graphql.visit(body, RealIds(random.Random(graphql.print_ast(body))))


@schemathesis.check
def sound_answer(context: object, response: object, case: object) -> None:
    """Every answer is GraphQL's, is none of our faults, and tells every error by a code of the closed set."""
    assert response.status_code < 500, f"the server failed: {response.status_code} {response.text[:500]}"
    assert response.status_code in {200, 400, 401, 403}, f"an answer that nothing here may get: {response.status_code}"
    answer = response.json()
    assert isinstance(answer, dict), f"no answer of GraphQL: {response.text[:500]}"
    assert "data" in answer or "errors" in answer, f"neither data nor errors: {response.text[:500]}"
    for error in answer.get("errors", []):
        code = error.get("extensions", {}).get("code")
        assert code in CODES, f"an error of code {code}: {error}"
