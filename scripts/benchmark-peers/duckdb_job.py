#!/usr/bin/env python3
"""A part of the nightly job in DuckDB, for scripts/benchmark to hold ours against.

    python3 scripts/benchmark-peers/duckdb_job.py INPUT OUTPUT

The part: read the staff extracts (explicit columns, no guessing of types), make employees of
assignments, take the carer flag from columns and competences, link list entries by employee number
and by work address, derive the statuses, write one reconciled file for each organisation; and take
the SHA-256 of each input meanwhile.

Not done: persons, NI numbers, names and birth dates as keys, decisions, rules, access codes,
recipients, evidence, ledger, rejects, hashes and flushing of the outputs, reports, disclosure
control. Written for speed as a good analyst would: whole columns, one pass for each file, no indices.
"""
import concurrent.futures
import glob
import hashlib
import os
import sys

import duckdb

AS_OF = "DATE '2026-11-21'"
# Headings of contract section 2 by canonical column, in the spellings that the generator uses.
STAFF = {
    "organisation_code": ("employer ods", "trust code", "org code"),
    "employee_number": ("person number", "employee no"),
    "assignment_number": ("assignment no",),
    "primary_assignment": ("is primary", "primary"),
    "assignment_status": ("status",),
    "first_name": ("given name", "forename"),
    "last_name": ("family name", "surname"),
    "work_email": ("email address", "e-mail", "office email address"),
    "staff_group": (),
    "job_title": ("position title", "role", "position name"),
    "start_date": ("latest start date", "hire date"),
    "leaving_date": ("actual termination date", "end date", "termination date"),
    "carer_flag": ("working carer", "unpaid carer", "carer"),
    "carer_flag_date": ("date recorded", "carer date", "carer status date"),
}
FORMATS = "['%Y-%m-%d', '%d/%m/%Y', '%d-%b-%Y', '%Y%m%d', '%d.%m.%Y']"
FLAGS = {
    "carer": (
        "y", "yes", "true", "t", "1", "carer", "working carer", "unpaid carer", "i am a carer",
        "yes - carer", "yes - working carer", "yes - unpaid carer", "achieved"),
    "not-carer": ("n", "no", "false", "f", "0", "not a carer", "i am not a carer"),
    "declined": (
        "prefer not to say", "pnts", "declined", "decline to say", "not disclosed", "withheld",
        "do not wish to disclose", "i do not wish to disclose", "undisclosed"),
}


def canonical(heading):
    plain = heading.strip().lower()
    for column, others in STAFF.items():
        if plain in (column, column.replace("_", " ")) or plain in others:
            return column
    return None


def header(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        line = file.readline().rstrip("\r\n")
    delimiter = next(d for d in "\t;," if d in line)
    return delimiter, tuple(line.split(delimiter))


def day(cell):
    return f"CAST(try_strptime({cell}, {FORMATS}) AS DATE)"


def number(cell):
    return f"lpad(regexp_replace(trim({cell}), '(-\\d{{1,2}}|\\.0)$', ''), 8, '0')"


def staff_query(folder):
    """One SELECT for each heading row and delimiter; every column is text until it is needed."""
    layouts = {}
    for path in sorted(glob.glob(os.path.join(folder, "staff", "*.csv"))):
        layouts.setdefault(header(path), []).append(path)
    parts = []
    for (delimiter, headings), paths in layouts.items():
        names = [canonical(heading) or f"other_{place}" for place, heading in enumerate(headings)]
        columns = ", ".join(f"'{name}': 'VARCHAR'" for name in names)
        cells = ", ".join(c if c in names else f"'' AS {c}" for c in STAFF)
        parts.append(
            f"SELECT {cells} FROM read_csv({paths!r}, delim={delimiter!r}, header=true,"
            f" quote='\"', escape='\"', auto_detect=false, columns={{{columns}}})")
    return " UNION ALL ".join(parts)


def read_list(folder, name, columns):
    path = os.path.join(folder, name)
    typed = ", ".join(f"'{column}': 'VARCHAR'" for column in columns)
    return (f"read_csv('{path}', delim=',', header=true, quote='\"', escape='\"',"
            f" auto_detect=false, columns={{{typed}}})")


def flag(cell):
    cases = "".join(
        f" WHEN lower(trim({cell})) IN {keys!r} THEN '{value}'" for value, keys in FLAGS.items())
    return f"CASE{cases} END"


def digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def main(folder, output):
    inputs = [path for path in glob.glob(os.path.join(folder, "**"), recursive=True)
              if os.path.isfile(path)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        digests = pool.map(digest, sorted(inputs))
        reconcile(folder, output)
    print(f"{len(list(digests))} inputs hashed")


def reconcile(folder, output):
    # What does not fit into memory goes beside the outputs, not into the folder it is started in.
    db = duckdb.connect(config={"temp_directory": f"{output}/spill"})
    db.execute("SET preserve_insertion_order = false")
    db.execute(f"""
        CREATE TABLE assignments AS
        SELECT upper(trim(organisation_code)) AS organisation, {number('employee_number')} AS number,
            assignment_number, lower(primary_assignment) IN ('yes', 'true', 'y', '1') AS is_primary,
            first_name, last_name, lower(trim(work_email)) AS work_email, staff_group, job_title,
            coalesce({day('start_date')} <= {AS_OF}, true)
                AND coalesce({day('leaving_date')} >= {AS_OF}, true)
                AND NOT regexp_matches(lower(assignment_status),
                    '\\b(ended|left|leaver|deceased|offer|applicant|withdrawn)\\b|terminat|\\binactive')
                AS is_active,
            {flag('carer_flag')} AS flag, {day('carer_flag_date')} AS flag_date
        FROM ({staff_query(folder)})""")
    db.execute(f"""
        CREATE TABLE competences AS
        SELECT upper(trim(organisation_code)) AS organisation, {number('employee_number')} AS number,
            lower(competence_name) LIKE '%passport%' AS is_passport,
            coalesce({flag('level')}, 'carer') AS flag, {day('date_from')} AS date_from
        FROM {read_list(folder, 'competences/*.csv', [
            'organisation_code', 'employee_number', 'competence_name', 'level', 'date_from',
            'date_to', 'compliance', 'updated'])}
        WHERE competence_name ILIKE '%carer%' AND competence_name NOT ILIKE '%awareness%'
            AND coalesce({day('date_from')} <= {AS_OF}, true)
            AND coalesce({day('date_to')} >= {AS_OF}, true)""")
    db.execute("""
        CREATE TABLE employees AS
        SELECT organisation, number, bool_or(is_active) AS is_active,
            arg_min({'f': first_name, 'l': last_name, 'e': work_email, 'g': staff_group,
                     'j': job_title},
                (NOT is_active, NOT is_primary, assignment_number)) AS main,
            arg_max({'flag': flag, 'day': flag_date},
                (coalesce(flag_date, DATE '1900-01-01'), is_primary))
                FILTER (flag IS NOT NULL) AS flagged
        FROM assignments GROUP BY organisation, number""")
    db.execute("""
        CREATE TABLE held AS
        SELECT organisation, number, bool_or(is_passport) AS has_passport,
            arg_max({'flag': flag, 'day': date_from}, coalesce(date_from, DATE '1900-01-01'))
                FILTER (NOT is_passport) AS flagged
        FROM competences GROUP BY organisation, number""")
    link_lists(db, folder)
    write(db, folder, output)


def link_lists(db, folder):
    passports = read_list(folder, "passports/log.csv", [
        "reference", "title", "first", "last", "born", "employee_number", "ni", "work_email",
        "organisation", "agreed", "review", "ended", "status", "consent", "notes"])
    network = read_list(folder, "network/members.csv", [
        "full_name", "work_email", "employee_number", "born", "organisation", "type", "joined",
        "left_on", "consent", "heard"])
    db.execute(f"""
        CREATE TABLE entries AS
        SELECT 'passport' AS list, upper(trim(organisation)) AS organisation,
            {number('employee_number')} AS number, lower(trim(work_email)) AS work_email,
            lower(last) AS last, {day('review')} AS review,
            CASE WHEN {day('ended')} <= {AS_OF} OR lower(status) = 'ended' THEN 'ended'
                WHEN lower(status) IN ('draft', 'requested', 'in progress') THEN 'draft'
                WHEN {day('review')} < {AS_OF} THEN 'review-overdue' ELSE 'active' END AS state
        FROM {passports}
        UNION ALL
        SELECT 'network', upper(trim(organisation)), {number('employee_number')},
            lower(trim(work_email)), lower(full_name), NULL,
            CASE WHEN {day('left_on')} <= {AS_OF} THEN 'left'
                WHEN lower(type) IN ('ally', 'supporter', 'manager', 'former carer') THEN 'ally'
                ELSE 'carer-member' END
        FROM {network}""")
    # A link must agree on the last name, as ours must.
    db.execute("""
        CREATE TABLE linked AS
        SELECT e.*, s.organisation AS staff_organisation, s.number AS staff_number
        FROM entries e JOIN employees s
            ON s.organisation = e.organisation AND s.number = e.number
                AND contains(e.last, lower(s.main.l))
        UNION ALL
        SELECT e.*, s.organisation, s.number
        FROM entries e JOIN employees s
            ON e.work_email <> '' AND s.main.e = e.work_email AND contains(e.last, lower(s.main.l))
        WHERE NOT EXISTS (SELECT 1 FROM employees n
            WHERE n.organisation = e.organisation AND n.number = e.number
                AND contains(e.last, lower(n.main.l)))""")
    ranks = "['active', 'review-overdue', 'draft', 'ended', 'carer-member', 'ally', 'left']"
    db.execute(f"""
        CREATE TABLE statuses AS
        SELECT staff_organisation AS organisation, staff_number AS number,
            arg_min(state, list_position({ranks}, state)) FILTER (list = 'passport') AS passport,
            max(review) FILTER (list = 'passport') AS review,
            arg_min(state, list_position({ranks}, state)) FILTER (list = 'network') AS network
        FROM linked GROUP BY ALL""")


def write(db, folder, output):
    os.makedirs(output)
    footprints = read_list(folder, "reference/organisations.csv", [
        "organisation", "name", "footprint", "previous", "valid_from", "valid_to", "hr_lead",
        "hr_email"])
    db.execute(f"""
        COPY (
            SELECT coalesce(o.footprint, 'no-footprint') AS footprint,
                s.organisation AS organisation_code, s.number AS employee_number,
                s.main.l AS last_name, s.main.f AS first_name, s.main.e AS work_email,
                s.main.g AS staff_group, s.main.j AS job_title,
                if(s.is_active, 'yes', 'no') AS active,
                coalesce(h.flagged.flag, s.flagged.flag, 'not-recorded') AS esr_flag,
                coalesce(h.flagged.day, s.flagged.day) AS esr_flag_date,
                if(h.has_passport, 'yes', 'no') AS esr_passport,
                coalesce(p.passport, 'none') AS passport_status, p.review AS passport_review_date,
                coalesce(p.network, 'none') AS network_status,
                CASE WHEN esr_flag IN ('declined', 'carer') THEN esr_flag
                    WHEN p.passport IN ('active', 'review-overdue') OR p.network = 'carer-member'
                        THEN 'carer-unflagged'
                    ELSE esr_flag END AS reconciled_status
            FROM employees s
            LEFT JOIN held h USING (organisation, number)
            LEFT JOIN statuses p USING (organisation, number)
            LEFT JOIN {footprints} o ON o.organisation = s.organisation
            ORDER BY s.organisation, s.number
        ) TO '{output}' (FORMAT csv, HEADER, PARTITION_BY (footprint, organisation_code),
            WRITE_PARTITION_COLUMNS true)""")
    count = db.execute("SELECT count(*) FROM employees").fetchone()[0]
    links = db.execute("SELECT count(*) FROM linked").fetchone()[0]
    print(f"{count} employees, {links} links")


if len(sys.argv) != 3:
    sys.exit("usage: duckdb_job.py INPUT OUTPUT")
main(sys.argv[1], sys.argv[2])
