-- The second wall: what the tables themselves let a connection see, should a policy of the program ever forget to ask.
--
-- Each connection says who reads (src/kit/db/sight.rs) by settings of its own; who says nothing sees nothing. The tables' owner is held to it, too
-- (force); the program itself works as a role that owns nothing (src/kit/db/role.sql). A rule reads its settings by sub-queries, so that they are
-- read once for a statement and not once for a row.

create function viewer_is_program() returns boolean language sql stable parallel safe as $$
    select coalesce(current_setting('darasa.viewer', true), '') = 'program'
$$;
comment on function viewer_is_program() is 'Whether the program itself reads: jobs, set-up, commands.';

create function viewer_handles_keys() returns boolean language sql stable parallel safe as $$
    select coalesce(current_setting('darasa.viewer', true), '') in ('keys', 'program')
$$;
comment on function viewer_handles_keys() is 'Whether this is about finding out who somebody is: by a password, a token, the link of a mail.';

create function viewer_is_present() returns boolean language sql stable parallel safe as $$
    select coalesce(current_setting('darasa.viewer', true), '') <> ''
$$;
comment on function viewer_is_present() is 'Whether the connection says who reads at all.';

create function viewer_is_person() returns boolean language sql stable parallel safe as $$
    select coalesce(current_setting('darasa.viewer', true), '') in ('person', 'program')
$$;
comment on function viewer_is_person() is 'Whether somebody who signed in reads, or the program itself.';

create function viewer_id() returns uuid language sql stable parallel safe as $$
    select case when current_setting('darasa.viewer', true) = 'person' then nullif(current_setting('darasa.user', true), '')::uuid end
$$;
comment on function viewer_id() is 'The user who reads; null for all others.';

create function viewer_ids(setting text) returns uuid[] language sql stable parallel safe as $$
    select case when current_setting('darasa.viewer', true) = 'person' then nullif(current_setting('darasa.' || setting, true), '')::uuid[] end
$$;
comment on function viewer_ids(text) is 'Where the viewer holds something. operations: any role; coordination: a role that reads the content of one of its clusters; content, clusters: reads all content of these operations and clusters; organisations: reads the content of these.';

create function viewer_reads_everywhere(what text) returns boolean language sql stable parallel safe as $$
    select current_setting('darasa.viewer', true) = 'person' and what = any (string_to_array(current_setting('darasa.everywhere', true), ','))
$$;
comment on function viewer_reads_everywhere(text) is 'Whether a role for the whole installation lets the viewer read what is shared, or the history, of all operations.';

-- Who people are, and what they sign in with.

alter table users enable row level security, force row level security;
create policy viewer on users using ((select viewer_handles_keys()) or (select viewer_is_person()));
comment on policy viewer on users is 'Those who signed in see who works with them; visitors see nobody.';

alter table sessions enable row level security, force row level security;
create policy viewer on sessions using ((select viewer_handles_keys()));
comment on policy viewer on sessions is 'Read only where a token is looked at.';

alter table password_resets enable row level security, force row level security;
create policy viewer on password_resets using ((select viewer_handles_keys()));
comment on policy viewer on password_resets is 'Read only where a link is followed or sent.';

alter table invitations enable row level security, force row level security;
create policy viewer on invitations using ((select viewer_handles_keys()) or invited_by = (select viewer_id()));
comment on policy viewer on invitations is 'Written by who invites; read where a link is followed.';

alter table api_tokens enable row level security, force row level security;
create policy viewer on api_tokens using ((select viewer_handles_keys()) or user_id = (select viewer_id()));
comment on policy viewer on api_tokens is 'Everybody sees the own tokens.';

alter table grants enable row level security, force row level security;
create policy viewer on grants using (
    (select viewer_handles_keys())
    or user_id = (select viewer_id())
    or ((select viewer_is_person()) and operation_id is null)
    or (select viewer_reads_everywhere('shared'))
    or operation_id = any ((select viewer_ids('operations'))::uuid[]));
comment on policy viewer on grants is 'The own roles, those in the same operations, and those of the whole installation.';

-- Personal data beside accounts.

alter table organisation_contacts enable row level security, force row level security;
create policy viewer on organisation_contacts using (
    (select viewer_is_program())
    or (consent = 'PUBLIC' and (select viewer_is_person()))
    or organisation_id = any ((select viewer_ids('organisations'))::uuid[])
    or exists (
        select from memberships m
        where m.organisation_id = organisation_contacts.organisation_id and (
            (consent = 'CLUSTER' and (
                (select viewer_reads_everywhere('shared')) or m.operation_id = any ((select viewer_ids('operations'))::uuid[])))
            or (consent = 'TEAM' and (
                m.operation_id = any ((select viewer_ids('content'))::uuid[]) or m.cluster_id = any ((select viewer_ids('clusters'))::uuid[]))))));
comment on policy viewer on organisation_contacts is 'As far as they agreed: all who signed in, those in an operation of the organisation, or those who read its content.';

alter table subscriptions enable row level security, force row level security;
create policy viewer on subscriptions using (
    (select viewer_handles_keys()) or operation_id = any ((select viewer_ids('coordination'))::uuid[]));
comment on policy viewer on subscriptions is 'Addresses: read where a link is followed, and counted by those who coordinate.';

alter table deliveries enable row level security, force row level security;
create policy viewer on deliveries using ((select viewer_handles_keys()));
comment on policy viewer on deliveries is 'Who was told of what: read where mails are written and taken back.';

alter table outbox_messages enable row level security, force row level security;
create policy viewer on outbox_messages using ((select viewer_is_program()));
comment on policy viewer on outbox_messages is 'Mails hold addresses and links that open doors: the outbox alone writes and sends them.';

alter table mail_suppressions enable row level security, force row level security;
create policy viewer on mail_suppressions using (
    (select viewer_is_program()) or cardinality((select viewer_ids('coordination'))) > 0);
comment on policy viewer on mail_suppressions is 'Addresses: used when mails are sent, and counted by those who coordinate.';

-- What the devices keep of everybody's requests.

alter table idempotency_keys enable row level security, force row level security;
create policy viewer on idempotency_keys using (
    (select viewer_is_program())
    or ((select viewer_is_present()) and actor = (select coalesce(viewer_id(), '00000000-0000-0000-0000-000000000000'))));
comment on policy viewer on idempotency_keys is 'Everybody finds the answers to the own writes.';

alter table jobs enable row level security, force row level security;
create policy viewer on jobs using ((select viewer_is_program()));
create policy enqueue on jobs for insert with check ((select viewer_is_present()));
comment on policy viewer on jobs is 'The program alone takes jobs.';
comment on policy enqueue on jobs is 'Whoever writes may leave work.';

alter table files enable row level security, force row level security;
create policy viewer on files using (
    (select viewer_is_program())
    or owner = (select viewer_id())
    or operation_id = any ((select viewer_ids('content'))::uuid[])
    or cluster_id = any ((select viewer_ids('clusters'))::uuid[])
    or (organisation_id = any ((select viewer_ids('organisations'))::uuid[])
        and operation_id = any ((select viewer_ids('operations'))::uuid[])));
comment on policy viewer on files is 'Who sent a file, and those who read the content of what it belongs to.';

alter table audit_events enable row level security, force row level security;
create policy viewer on audit_events for select using (
    (select viewer_is_program())
    or (select viewer_reads_everywhere('history'))
    or operation_id = any ((select viewer_ids('content'))::uuid[]));
create policy record on audit_events for insert with check ((select viewer_is_present()));
create policy seal on audit_events for update using ((select viewer_is_program()));
comment on policy viewer on audit_events is 'The history of the operations whose content the viewer reads.';
comment on policy record on audit_events is 'Whoever changes something leaves its trace.';
comment on policy seal on audit_events is 'The program alone seals.';

-- Needs before they are published, and the figures of all.

alter table needs_rounds enable row level security, force row level security;
create policy viewer on needs_rounds using (
    (select viewer_is_program())
    or operation_id = any ((select viewer_ids('coordination'))::uuid[])
    or (status in ('PUBLISHED', 'SUPERSEDED') and (
        (select viewer_reads_everywhere('shared')) or operation_id = any ((select viewer_ids('operations'))::uuid[]))));
comment on policy viewer on needs_rounds is 'Published rounds for all of the operation, others for those who coordinate in it.';

alter table need_figures enable row level security, force row level security;
create policy viewer on need_figures using (round_id in (select id from needs_rounds));
comment on policy viewer on need_figures is 'As their round.';

-- Partners' reports.

alter table reports enable row level security, force row level security;
create policy viewer on reports using (
    (select viewer_is_program())
    or (first_submitted_at is not null and (select viewer_reads_everywhere('shared')))
    or (operation_id = any ((select viewer_ids('operations'))::uuid[]) and (
        first_submitted_at is not null
        or operation_id = any ((select viewer_ids('content'))::uuid[])
        or cluster_id = any ((select viewer_ids('clusters'))::uuid[])
        or organisation_id = any ((select viewer_ids('organisations'))::uuid[]))));
comment on policy viewer on reports is 'What was submitted, for all of the operation, because its shared figures are made of it; drafts for their organisation and those who read its content.';

alter table report_rows enable row level security, force row level security;
create policy viewer on report_rows using (
    (select viewer_is_program())
    or (select viewer_reads_everywhere('shared'))
    or operation_id = any ((select viewer_ids('operations'))::uuid[]));
comment on policy viewer on report_rows is 'Those with a role in the operation: its shared figures are made of them. Asking for the report of each row would treble the time of every figure.';

alter table report_cells enable row level security, force row level security;
create policy viewer on report_cells using ((select viewer_is_person()));
comment on policy viewer on report_cells is 'Numbers that mean nothing without their row, which has its own rule.';

alter table import_batches enable row level security, force row level security;
create policy viewer on import_batches using (
    (select viewer_is_program()) or operation_id = any ((select viewer_ids('operations'))::uuid[]));
comment on policy viewer on import_batches is 'Those with a role in the operation.';

-- Rows of all partners decide what may change of an indicator, whoever changes it. (A setting of the function itself takes a superuser to make.)
create or replace function refuse_another_measure() returns trigger language plpgsql as $$
declare
    before text := current_setting('darasa.viewer', true);
begin
    -- Waits for reports that are being written: their rows hold the indicator.
    perform from indicators where id = old.id for update;
    perform set_config('darasa.viewer', 'program', true);
    if exists (select from report_rows where indicator_id = old.id) then
        raise exception 'rows report on this indicator'
            using errcode = 'check_violation',
                constraint = case when old.kind <> new.kind then 'indicators_kind_reported' else 'indicators_people_reported' end;
    end if;
    perform set_config('darasa.viewer', coalesce(before, ''), true);
    return new;
end $$;

-- What donors give.

alter table flows enable row level security, force row level security;
create policy viewer on flows using (
    (select viewer_is_program())
    or (select viewer_reads_everywhere('shared'))
    or operation_id = any ((select viewer_ids('operations'))::uuid[]));
comment on policy viewer on flows is 'Those with a role in the operation: its funding is made of them.';

alter table flow_versions enable row level security, force row level security;
create policy viewer on flow_versions using ((select viewer_is_person()));
comment on policy viewer on flow_versions is 'Found through their flow, which has its own rule.';

alter table flow_parties enable row level security, force row level security;
create policy viewer on flow_parties using ((select viewer_is_person()));
comment on policy viewer on flow_parties is 'Found through their flow, which has its own rule.';

alter table flow_portions enable row level security, force row level security;
create policy viewer on flow_portions using ((select viewer_is_person()));
comment on policy viewer on flow_portions is 'Found through their flow, which has its own rule.';
