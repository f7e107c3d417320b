"""What the benches measure on: the demo's country, and in it a plan of 50 activities with 20,000 report rows, made by the API alone.

The rest of the rows belong to plans beside it: copies of that plan, written by SQL, because a month of uploads would say nothing more.
"""

import csv
import datetime
import io

ACTIVITIES = 50
PERIODS = 5
#: Partners of the national cluster in the demo.
PARTNERS = ["ATA", "DCA", "DCS", "DEA", "DRS", "HWE", "MRET", "TLC"]
#: Districts that each partner reports on, for each activity.
DISTRICTS = 10
ROWS = ACTIVITIES * PERIODS * len(PARTNERS) * DISTRICTS
PEOPLE = ["girls_6_11", "girls_12_14", "boys_6_11", "boys_12_14"]
UNITS = ["CHILDREN", "TEACHERS", "LEARNING_SPACES", "KITS", "SCHOOLS"]


class World:
    """Ids of what was made, as the API gave them."""

    def __init__(self, darasa):
        self.darasa = darasa
        darasa.sign_in("coordinator@demo.example")
        operations = darasa.ask("{ operations(first: 5) { edges { node { id code } } } }")["operations"]["edges"]
        self.operation = operations[0]["node"]["id"]
        self.clusters = self._clusters()
        organisations = darasa.ask("{ organisations(first: 100) { edges { node { id acronym } } } }")["organisations"]
        self.organisations = {edge["node"]["acronym"]: edge["node"]["id"] for edge in organisations["edges"]}
        areas = darasa.ask('{ country: adminAreas(countryIso3: "XEA", level: 0, first: 1) { edges { node { id } } }'
                           ' districts: adminAreas(countryIso3: "XEA", level: 2, first: 100) { edges { node { pcode } } } }')
        self.country = areas["country"]["edges"][0]["node"]["id"]
        self.districts = sorted(edge["node"]["pcode"] for edge in areas["districts"]["edges"])
        appeals = darasa.ask("query($id: ID!) { appeals(operationId: $id, first: 1) { edges { node { id code } } } }", {"id": self.operation})
        self.appeal, self.appeal_code = appeals["appeals"]["edges"][0]["node"].values()

    def _clusters(self):
        query = "query($id: ID!) { responsePlans(operationId: $id, first: 1) { edges { node { needsRoundId startsOn endsOn clusters { id parent { id } } } } } }"
        plan = self.darasa.ask(query, {"id": self.operation})["responsePlans"]["edges"][0]["node"]
        self.needs_round, self.starts_on, self.ends_on = plan["needsRoundId"], plan["startsOn"], plan["endsOn"]
        return [cluster["id"] for cluster in plan["clusters"] if cluster["parent"] is None]

    def make_plan(self):
        write = self.darasa.write
        plan = write("createPlan", "id", {
            "operationId": self.operation, "code": "BENCH-000", "kind": "HRP", "name": "A plan to be measured", "language": "en",
            "startsOn": self.starts_on, "endsOn": self.ends_on, "currency": "USD", "needsRoundId": self.needs_round,
            "clusterIds": self.clusters,
        })
        self.plan = plan["id"]
        self._make_activities()
        self._set_targets()
        write("publishPlan", "id", {"planId": self.plan, "baseVersion": self._version()})
        first = datetime.date.fromisoformat(self.starts_on)
        monthly = {"firstMonth": first.isoformat(), "months": PERIODS + 1, "dueDays": 10}
        made = write("createReportingPeriods", "id", {"planId": self.plan, "monthly": monthly})
        self.periods = [period["id"] for period in made]

    def _version(self):
        return self.darasa.ask("query($id: ID!) { responsePlan(id: $id) { version } }", {"id": self.plan})["responsePlan"]["version"]

    def _make_activities(self):
        write = self.darasa.write
        objective = write("addObjective", "id", {
            "planId": self.plan, "level": "CLUSTER", "refCode": "CO1", "name": "Children learn in safety", "language": "en",
        })["id"]
        for number in range(1, ACTIVITIES + 1):
            activity = write("addActivity", "id", {
                "objectiveId": objective, "refCode": f"A{number:02}", "name": f"Activity number {number}", "language": "en",
                "unit": UNITS[number % len(UNITS)], "unitTarget": str(1000 * number),
            })["id"]
            costs = [{"modality": "SERVICE", "low": "10", "unitCost": str(10 + number), "high": "90"}]
            write("setActivityCosts", "id", {"activityId": activity, "baseVersion": self._version(), "costs": costs})
            write("addIndicator", "id", {
                "planId": self.plan, "activityId": activity, "refCode": f"I{number:02}",
                "measure": {
                    "name": f"Children of activity {number}", "language": "en", "unit": "children", "kind": "NUMBER",
                    "acrossPlaces": "SUM", "acrossPeriods": "MAX", "countsPeople": True, "frequency": "EVERY_PERIOD",
                    "dimensions": ["sex", "age_band"],
                },
            })

    def _set_targets(self):
        targets = [
            {"indicator": f"I{number:02}", "pcode": pcode, "category": [], "baseline": "0", "inNeed": str(9000 + place), "target": str(5000 + place)}
            for number in range(1, ACTIVITIES + 1)
            for place, pcode in enumerate(self.districts)
        ]
        given = {"planId": self.plan, "baseVersion": self._version(), "targets": targets}
        outcome = self.darasa.write("setTargets", "applied issues { row column reason }", given)
        assert outcome["applied"], outcome["issues"][:3]

    def report(self, period, partner):
        """What a report is of, and its sheet as CSV."""
        given = {
            "planId": self.plan, "periodId": self.periods[period], "clusterId": self.clusters[0],
            "organisationId": self.organisations[partner],
        }
        return given, sheet(self.districts, period, PARTNERS.index(partner))

    def fill_reports(self):
        """Partners' sheets, entered and accepted by the officer who may do both. The last period stays empty, for what is uploaded later."""
        self.darasa.sign_in("imo@demo.example")
        for period in range(PERIODS):
            for partner in PARTNERS:
                given, content = self.report(period, partner)
                file = self.darasa.upload(f"{partner}-{period}.csv", content)
                report = self.darasa.write("importReport", "applied report { id version } issues { row column severity reason }", given | {"fileId": file})
                assert report["applied"], report["issues"][:3]
                report = self._step("submitReport", report["report"])
                self.darasa.write("acceptReport", "id", of(report))
            self.darasa.stay()

    def _step(self, mutation, report):
        selection = "__typename ... on ReportSaved { report { id version } } ... on ReportInvalid { issues { row column reason } } ... on ReportLocked { reason }"
        result = self.darasa.write(mutation, selection, of(report))
        assert result["__typename"] == "ReportSaved", result
        return result["report"]


def of(report):
    return {"reportId": report["id"], "baseVersion": report["version"]}


def sheet(districts, period, partner):
    """A partner's month: every activity in ten districts, four groups of children each."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    columns = [column for people in PEOPLE for column in (people, f"{people}_repeat")]
    rows.writerow(["activity_code", "indicator_code", "modality", "status", "adm1_pcode", "adm2_pcode", "units_delivered", *columns])
    for number in range(1, ACTIVITIES + 1):
        for place in range(DISTRICTS):
            pcode = districts[(partner * 5 + place * 3 + number) % len(districts)]
            people = [(number * 7 + place * 13 + period * 17 + partner * 19 + part * 23) % 400 for part in range(2 * len(PEOPLE))]
            rows.writerow([f"A{number:02}", f"I{number:02}", "SERVICE", "ONGOING", pcode[:4], pcode, number + place, *people])
    return text.getvalue().encode()


def multiply(postgres, rows):
    """Copies the plan until all plans together have `rows` report rows."""
    there = int(postgres.sql("select count(*) from response_plans where code ~ '^BENCH-'"))
    for number in range(there, rows // ROWS):
        postgres.sql(COPYING + STRUCTURE + MONTHS + "commit;", code=f"'BENCH-{number:03}'", structure=number, turn=0)
    postgres.sql("vacuum (analyze)")


def one_large_plan(postgres, rows):
    """A plan that holds `rows` report rows by itself: the months of the plan, over and over. Gives its code."""
    turns = rows // ROWS
    code = f"LARGE-{turns:03}"
    if not postgres.sql(f"select id from response_plans where code = '{code}'"):
        for turn in range(turns):
            structure = STRUCTURE if turn == 0 else ""
            postgres.sql(COPYING + structure + MONTHS + "commit;", code=f"'{code}'", structure=10_000 + turns, turn=turn)
        postgres.sql("vacuum (analyze)")
    return code


#: A copy's ids are made of the original's and the copy's number, so that everything that belongs together stays together. What belongs to a month
#: is told apart by its turn as well, and lies as many half-years later.
COPYING = """
begin;
create function pg_temp.other(id uuid, number text) returns uuid language sql immutable as $$ select md5(id::text || number)::uuid $$;
create temporary table plan as select * from response_plans where code = 'BENCH-000';
create function pg_temp.renamed(snapshot jsonb, number text) returns jsonb language plpgsql as $$
declare
    renamed text := snapshot;
    id uuid;
begin
    for id in
        select p.id from plan p
        union all select o.id from objectives o join plan p on p.id = o.plan_id
        union all select a.id from activities a join plan p on p.id = a.plan_id
        union all select i.id from indicators i join plan p on p.id = i.plan_id
    loop
        renamed := replace(renamed, id::text, pg_temp.other(id, number)::text);
    end loop;
    return renamed;
end $$;
create function pg_temp.copy(name text, condition text, code text, structure integer, turn integer) returns void language plpgsql as $$
declare
    columns text;
    given text;
begin
    select string_agg(quote_ident(attname), ', ' order by attnum),
        string_agg(case
            when attname = 'code' and name = 'response_plans' then quote_literal(code)
            when attname in ('period_id', 'report_id', 'row_id') or attname = 'id' and name in ('reporting_periods', 'reports', 'report_rows')
                then format('pg_temp.other(%I, %L)', attname, structure || '/' || turn)
            when attname in ('id', 'plan_id', 'objective_id', 'parent_id', 'activity_id', 'indicator_id')
                then format('pg_temp.other(%I, %L)', attname, structure)
            when name = 'plan_versions' and attname = 'snapshot' then format('pg_temp.renamed(snapshot, %L)', structure)
            when name = 'reporting_periods' and attname = 'number' then format('number + %s', 10 * turn)
            when name = 'reporting_periods' and attname in ('starts_on', 'ends_on') then format('%I + %s', attname, 200 * turn)
            else quote_ident(attname) end, ', ' order by attnum)
    into columns, given
    from pg_attribute where attrelid = name::regclass and attnum > 0 and not attisdropped and attgenerated = '';
    execute format('insert into %I (%s) select %s from %I t where %s', name, columns, given, name, condition);
end $$;
"""

STRUCTURE = """
select pg_temp.copy('response_plans', 'code = ''BENCH-000''', :code, :structure, 0);
select pg_temp.copy(name, 'plan_id in (select id from plan)', '', :structure, 0)
    from unnest(array['plan_clusters', 'plan_versions', 'objectives', 'activities']) name;
select pg_temp.copy('activity_costs', 'activity_id in (select id from activities where plan_id in (select id from plan))', '', :structure, 0);
select pg_temp.copy('indicators', 'plan_id in (select id from plan)', '', :structure, 0);
select pg_temp.copy('targets', 'indicator_id in (select id from indicators where plan_id in (select id from plan))', '', :structure, 0);
"""

MONTHS = """
select pg_temp.copy(name, 'plan_id in (select id from plan)', '', :structure, :turn) from unnest(array['reporting_periods', 'reports']) name;
select pg_temp.copy('report_rows', 'report_id in (select id from reports where plan_id in (select id from plan))', '', :structure, :turn);
select pg_temp.copy('report_cells', 'row_id in (select w.id from report_rows w join reports r on r.id = w.report_id
    where r.plan_id in (select id from plan))', '', :structure, :turn);
select pg_temp.copy(name, 'plan_id in (select id from plan)', '', :structure, :turn) from unnest(array['reach_cells', 'indicator_totals', 'reported_places']) name;
"""
