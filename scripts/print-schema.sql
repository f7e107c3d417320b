-- Prints src/schema.rs from the catalogue of a migrated database: one query, one row, one text (without the file's last newline), so that psql and
-- a Rust test can run the same file. `diesel print-schema` would need libpq and a second tool to install.
--
-- Left out: the migrations' own table, partitions, and columns of types that diesel has no name for (xid8, tsvector). A table without a primary key
-- becomes a line that does not compile, because diesel cannot work with it and silence would hide it.
with recursive keyword (word) as (
    select unnest(string_to_array(
        'abstract as async await become box break const continue crate do dyn else enum extern false final fn for gen if impl in let loop macro match '
        || 'mod move mut override priv pub ref return self static struct super trait true try type typeof unsafe unsized use virtual where while yield', ' '))
),
relation as (
    select
        class.oid,
        class.relname::text as name,
        class.relname || case when keyword.word is null then '' else '_' end as rust_name,
        coalesce(obj_description(class.oid, 'pg_class'), 'The table `' || class.relname || '`; the database has no comment on it.') as comment,
        -- Through text, because an int2vector counts from 0 and would equal no other array.
        string_to_array(key.indkey::text, ' ')::int2[] as key
    from pg_class as class
    left join pg_index as key on key.indrelid = class.oid and key.indisprimary
    left join keyword on keyword.word = class.relname
    where class.relnamespace = 'public'::regnamespace
        and class.relkind in ('r', 'p')
        and not class.relispartition
        and class.relname <> '__diesel_schema_migrations'
),
-- A domain stands for the type below it, however many domains lie between.
base_type (oid, base) as (
    select oid, oid from pg_type where typtype <> 'd'
    union all
    select domain.oid, base_type.base from pg_type as domain join base_type on domain.typbasetype = base_type.oid where domain.typtype = 'd'
),
diesel_type as (
    select
        base_type.oid,
        case when element.oid is null then scalar.name else 'Array<Nullable<' || scalar.name || '>>' end as name
    from base_type
    join pg_type as type on type.oid = base_type.base
    left join pg_type as element on element.oid = type.typelem and type.typcategory = 'A'
    cross join lateral (
        select case coalesce(element.typname, type.typname)
            when 'float4' then 'Float'
            when 'float8' then 'Double'
            when 'char' then 'CChar'
            when 'macaddr' then 'MacAddr'
            when 'macaddr8' then 'MacAddr8'
            else replace(initcap(coalesce(element.typname, type.typname)), '_', '')
        end as name
    ) as scalar
    where coalesce(element.typname, type.typname) not in ('xid8', 'tsvector')
),
field as (
    select
        relation.oid as relation,
        attribute.attnum as number,
        attribute.attname::text as name,
        -- A column may not be named as its table: diesel puts both into one module.
        attribute.attname || case when keyword.word is null and attribute.attname <> relation.rust_name then '' else '_' end as rust_name,
        case when attribute.attnotnull or domain.typnotnull then diesel_type.name else 'Nullable<' || diesel_type.name || '>' end as type,
        coalesce(col_description(relation.oid, attribute.attnum), 'The column `' || attribute.attname || '`; the database has no comment on it.') as comment
    from relation
    join pg_attribute as attribute on attribute.attrelid = relation.oid and attribute.attnum > 0 and not attribute.attisdropped
    join diesel_type on diesel_type.oid = attribute.atttypid
    join pg_type as domain on domain.oid = attribute.atttypid
    left join keyword on keyword.word = attribute.attname
),
field_text as (
    select
        relation,
        string_agg(
            regexp_replace(regexp_replace(trim(E' \n' from comment), '^', '        /// ', 'gn'), '\s+$', '', 'gn') || E'\n'
                || case when rust_name = name then '' else '        #[sql_name = "' || name || E'"]\n' end
                || '        ' || rust_name || ' -> ' || type || E',\n',
            '' order by number) as text
    from field
    group by relation
),
table_text as (
    select
        relation.name,
        case
            when relation.key is null then 'compile_error!("table ' || relation.name || E' has no primary key");\n'
            else E'diesel::table! {\n'
                || regexp_replace(regexp_replace(trim(E' \n' from relation.comment), '^', '    /// ', 'gn'), '\s+$', '', 'gn') || E'\n'
                || case when relation.rust_name = relation.name then '' else '    #[sql_name = "' || relation.name || E'"]\n' end
                || '    ' || relation.rust_name || ' (' || key.names || E') {\n' || field_text.text || E'    }\n}\n'
        end as text
    from relation
    left join field_text on field_text.relation = relation.oid
    cross join lateral (
        select string_agg(field.rust_name, ', ' order by part.place) as names
        from unnest(relation.key) with ordinality as part (number, place)
        join field on field.relation = relation.oid and field.number = part.number
    ) as key
),
-- Foreign keys of one column to the one-column primary key of another table.
reference as (
    select child.name as child, child.rust_name as child_rust, parent.name as parent, parent.rust_name as parent_rust, field.rust_name as field
    from pg_constraint as foreign_key
    join relation as child on child.oid = foreign_key.conrelid
    join relation as parent on parent.oid = foreign_key.confrelid and parent.key = foreign_key.confkey
    join field on field.relation = child.oid and field.number = foreign_key.conkey[1]
    where foreign_key.contype = 'f' and cardinality(foreign_key.conkey) = 1 and child.oid <> parent.oid
),
-- `joinable!` holds for both directions, so a pair of tables may have it once.
pair as (
    select least(child, parent) as one, greatest(child, parent) as other
    from reference
    group by 1, 2
    having count(*) = 1
),
joinable as (
    select
        reference.child,
        reference.parent,
        'diesel::joinable!(' || reference.child_rust || ' -> ' || reference.parent_rust || ' (' || reference.field || E'));\n' as text
    from reference
    join pair on pair.one = least(reference.child, reference.parent) and pair.other = greatest(reference.child, reference.parent)
)
-- Byte order ("C"), so that the file does not depend on the locale of the database.
select
    E'//! The tables as diesel sees them. Generated by `make schema` from the migrations; do not edit.\n\n'
    || coalesce((select string_agg(text, E'\n' order by name collate "C") from table_text), '')
    || coalesce((select E'\n' || string_agg(text, '' order by child collate "C", parent collate "C") from joinable), '')
    -- In braces, because rustfmt leaves those as they are.
    || coalesce((
        select E'\ndiesel::allow_tables_to_appear_in_same_query! {\n' || string_agg('    ' || rust_name || ',', E'\n' order by name collate "C") || E'\n}'
        from relation
        where key is not null
    ), '') as schema;
