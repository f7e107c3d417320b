"""The month at its largest: sheets of 100,000 rows, and a plan with a million rows of its own."""

import base64
import csv
import io
import statistics
import time
import zipfile
from xml.sax.saxutils import escape

import machine
import measure
from world import PARTNERS, PERIODS, one_large_plan, sheet

#: Rows of the largest sheet that a report takes.
LARGEST = 100_000
MODALITIES = ["IN_KIND", "SERVICE", "CASH", "VOUCHER"]


def global_id(kind, uuid):
    return base64.b64encode(f"{kind}:{uuid.replace('-', '')}".encode()).decode()


def large_sheet(stage, rows):
    """Every activity in every place, in five population groups and as many modalities as it takes: all rows are different."""
    groups = stage.postgres.sql("select v.code from dimension_values v join dimensions d on d.id = v.dimension_id "
                                "where d.code = 'population_group' order by v.code limit 5").split()
    places = [f"{pcode[:4]},{pcode}," for pcode in stage.world.districts]
    if rows > 10_000:
        stage.postgres.sql(SITES)
        places += [f",,BENCH-{number}" for number in range(1, 101)]
    head, *lines = sheet(stage.world.districts, 0, 0).decode().splitlines()
    head = head.replace("adm2_pcode", "adm2_pcode,site_code")
    found = [f"{head},population_group"]
    for modality in MODALITIES:
        for line in lines[:: len(lines) // 50]:
            cells = line.split(",")
            for place in places:
                found += [",".join([*cells[:2], modality, cells[3], place, *cells[6:], group]) for group in groups]
    assert len(found) > rows, len(found)
    return ("\n".join(found[: rows + 1]) + "\n").encode()


#: A hundred schools of the operation, so that there are places enough.
SITES = """
insert into sites (id, operation_id, area_id, kind, names, code)
select gen_random_uuid(), o.id, a.id, 'SCHOOL', '{}', 'BENCH-' || n
from generate_series(1, 100) n, (select id from operations limit 1) o, (select id from admin_areas where level = 2 and country_iso3 = 'XEA' limit 1) a
on conflict do nothing;
"""


def workbook(content):
    """The same cells as a workbook of one sheet, its texts in the cells themselves."""
    def cell(text):
        if not text:
            return "<c/>"
        number = text.replace(".", "", 1).isdecimal()
        return f"<c><v>{text}</v></c>" if number else f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>'

    rows = csv.reader(io.StringIO(content.decode()))
    lines = "".join(f"<row>{''.join(map(cell, row))}</row>" for row in rows)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, text in WORKBOOK.items():
            parts.writestr(name, text)
        parts.writestr("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{MAIN}"><sheetData>{lines}</sheetData></worksheet>')
    return packed.getvalue()


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
#: What a workbook needs beside its sheet.
WORKBOOK = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPE}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="5W" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}


def upload(stage, rows=LARGEST, name="large.csv"):
    """A sheet or workbook by its whole path, against `copy` of the same rows into the same tables."""
    plan = stage.plan_id()
    content = large_sheet(stage, rows)
    if name.endswith(".xlsx"):
        content = workbook(content)
    given, _ = stage.world.report(PERIODS, PARTNERS[0])
    peaks = []
    with stage.darasa.running() as darasa:
        def ours():
            forget(stage)
            darasa.stay()
            begin = time.perf_counter()
            file = darasa.upload(name, content)
            done = darasa.write("importReport", "applied report { id } issues { row column severity reason }", given | {"fileId": file})
            took = time.perf_counter() - begin
            assert done["applied"], done["issues"][:3]
            count = stage.postgres.sql(f"select count(*) from report_rows w join reports r on r.id = w.report_id where r.plan_id = '{plan}' and r.status = 'DRAFT'")
            assert count == str(rows), count
            peaks.append(darasa.peak_megabytes())
            return took

        ours()
        files = copies(stage)

        def theirs():
            begin = time.perf_counter()
            stage.postgres.sql(files)
            return time.perf_counter() - begin

        theirs()
        measured = stage.in_turns(ours, theirs)
        forget(stage)
    return measured, max(peaks)


def forget(stage):
    """Takes the uploaded report out again, so that each turn begins alike."""
    stage.postgres.sql(
        "delete from import_batches where report_id in (select id from reports where status = 'DRAFT' and plan_id = "
        f"'{stage.plan_id()}'); delete from reports where status = 'DRAFT' and plan_id = '{stage.plan_id()}'; checkpoint;")


def copies(stage):
    """The uploaded rows as files, and the statements that copy them into twins of their tables: same columns, keys, indexes, foreign keys."""
    folder = stage.folder / "copies"
    folder.mkdir(exist_ok=True)
    draft = f"select id from reports where plan_id = '{stage.plan_id()}' and status = 'DRAFT'"
    sources = {
        "report_rows": f"select * from report_rows where report_id in ({draft})",
        "report_cells": f"select c.* from report_cells c join report_rows w on w.id = c.row_id where w.report_id in ({draft})",
    }
    for table, rows in sources.items():
        (folder / table).write_text(stage.postgres.sql(f"copy ({rows}) to stdout") + "\n")
    # The rows are there already, so the twins take them; their foreign keys lead to the same records.
    stage.postgres.sql(TWINS)
    names = " ".join(f"\\copy twin_{table} from '{folder / table}'\n" for table in sources)
    return f"truncate twin_report_rows, twin_report_cells;\ncheckpoint;\nbegin;\n{names}commit;\n"


TWINS = """
drop table if exists twin_report_cells, twin_report_rows;
create table twin_report_rows (like report_rows including all);
create table twin_report_cells (like report_cells including all);
alter table twin_report_rows add foreign key (activity_id) references activities, add foreign key (indicator_id) references indicators,
    add foreign key (area_id) references admin_areas, add foreign key (site_id) references sites;
alter table twin_report_cells add foreign key (row_id) references twin_report_rows, add foreign key (category_id) references categories;
"""


def accept(stage):
    """Accepting a report of 500 rows, in a plan of the stage's size and before in one of a tenth of it, by the machine's own speed."""
    code = one_large_plan(stage.postgres, stage.rows)
    plan = stage.postgres.sql(f"select id from response_plans where code = '{code}'")
    # The month after the reported ones is empty.
    period = stage.postgres.sql(f"select id from reporting_periods where plan_id = '{plan}' order by number limit 1 offset {PERIODS}")
    given = {
        "planId": global_id("ResponsePlan", plan), "periodId": global_id("ReportingPeriod", period),
        "clusterId": stage.world.clusters[0], "organisationId": stage.world.organisations[PARTNERS[0]],
    }
    idle = measure.script(stage.folder, "idle.sql", "select sum(n * n) from generate_series(1, 20000) n;\n")
    with stage.darasa.running() as darasa:
        darasa.stay()
        file = darasa.upload("month.csv", sheet(stage.world.districts, 0, 0))
        done = darasa.write("importReport", "applied report { id version } issues { reason }", given | {"fileId": file})
        assert done["applied"], done["issues"][:3]
        report = stage.world._step("submitReport", done["report"])

        def ours():
            nonlocal report
            times = []
            for _ in range(10):
                begin = time.perf_counter()
                report = darasa.write("acceptReport", "id version", of(report))
                times.append(time.perf_counter() - begin)
                report = darasa.write("reopenReport", "id version", of(report) | {"note": "again"}, "ReturnReportInput")
                report = stage.world._step("submitReport", report)
            return statistics.median(times)

        speed = lambda: machine.CONNECTIONS / measure.pgbench(stage.postgres, stage.seconds, idle)
        ours(), speed()
        return stage.in_turns(ours, speed)


def of(report):
    return {"reportId": report["id"], "baseVersion": report["version"]}
