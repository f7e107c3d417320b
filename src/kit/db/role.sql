-- Makes the role that the program works as, and lets it use the tables. Run after the migrations, by whoever ran them; does nothing where all is done.
--
-- Roles belong to the whole server and databases are many, so another program may be at it at this moment; and not everybody may make roles.
do $$
declare
    able boolean := (select rolsuper or rolcreaterole from pg_roles where rolname = current_user);
    superuser boolean := (select rolsuper from pg_roles where rolname = current_user);
    -- From Postgres 16 on a member may not always become the role.
    becoming text := case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end;
    keeper oid := (select relowner from pg_class where oid = to_regclass('public.__diesel_schema_migrations'));
    relation record;
begin
    if to_regrole('darasa_app') is null and able then
        begin
            create role darasa_app nologin;
        exception when duplicate_object or unique_violation then
            null;
        end;
    end if;
    if to_regrole('darasa_app') is null then
        return;
    end if;
    if able and not pg_has_role(current_user, 'darasa_app', becoming) then
        begin
            execute format('grant darasa_app to %I', current_user);
        exception when insufficient_privilege or internal_error then
            -- The role is another's, who must say who may become it; or another program says so for us just now.
            null;
        end;
    end if;
    if not superuser and not pg_has_role(current_user, keeper, 'USAGE') then
        return;
    end if;
    if not has_schema_privilege('darasa_app', 'public', 'USAGE') then
        grant usage on schema public to darasa_app;
    end if;
    for relation in
        select oid::regclass as name, relname = '__diesel_schema_migrations' as is_read_only from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v') and relowner = keeper
            and not has_table_privilege('darasa_app', oid, 'SELECT')
            and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')
    loop
        execute format(
            'grant %s on %s to darasa_app',
            case when relation.is_read_only then 'select' else 'select, insert, update, delete' end, relation.name);
    end loop;
end $$;
