//! How large a GraphQL document is, measured before anything of it runs.
//!
//! A few hundred characters can ask for millions of records: by nesting, by names given twice, by fragments that spread each other. juniper bounds
//! tokens, nesting and fields; the rest is counted here, on the parsed document. Two kinds of limit: the same for everyone ([`Limits`]), and the
//! number of records that the viewer's budget allows ([`Size::nodes`]), which depends on the variables and so is taken anew for every request.

use std::collections::HashMap;

use juniper::{
    DefaultScalarValue, InputValue, OperationType, ScalarValue, SchemaType, Selection, Spanning, Type, Variables,
    meta::MetaType,
};

use super::text;
use crate::kit::{Code, Error, Result};

type Definition<'d> = juniper::Definition<'d, DefaultScalarValue>;
type Operation<'d> = juniper::Operation<'d, DefaultScalarValue>;

/// How many records a list without `first` is taken for.
const PLAIN_LIST: u64 = 10;

/// The limits of a document that hold for everyone.
#[derive(Debug, Clone)]
pub struct Limits {
    /// The most tokens (names, brackets, values).
    pub tokens: usize,
    /// The deepest nesting of fields. Introspection is bounded by `introspection` instead.
    pub depth: usize,
    /// The most fields and fragments, with every fragment counted as often as it is spread.
    pub fields: usize,
    /// The most renamed fields, as written.
    pub aliases: usize,
    /// The most fields at the root of the operation.
    pub root_fields: usize,
    /// The most directives on one field or fragment.
    pub directives_per_field: usize,
    /// The most directives in the document, as written.
    pub directives: usize,
    /// The most nodes of the schema that introspection may walk, by estimate. The standard introspection query takes 15,211.
    pub introspection: u64,
    /// Mutations of which one document may hold only one, because each try must pass the rate limit: sign-in, password reset.
    pub single: &'static [&'static str],
    /// Mutations that may take long, because they read a file of many rows.
    pub long: &'static [&'static str],
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            tokens: 5_000,
            depth: 15,
            fields: 2_000,
            aliases: 30,
            root_fields: 20,
            directives_per_field: 10,
            directives: 50,
            introspection: 20_000,
            single: &[],
            long: &[],
        }
    }
}

/// What an operation may cost its caller: known once its variables are.
#[derive(Debug, Default)]
pub struct Size(Vec<List>);

/// A field that answers with a list of records, and the lists below it.
#[derive(Debug)]
struct List {
    first: First,
    within: Vec<List>,
}

#[derive(Debug)]
enum First {
    Known(u64),
    Variable { name: String, default: u64 },
}

impl Size {
    /// The most records that the operation can answer with: for each list the product of its `first` and those of the lists around it. A list
    /// of objects that takes no `first` counts as ten.
    pub fn nodes(&self, variables: &Variables) -> u64 {
        nodes(&self.0, variables)
    }

    /// Checks the number of records against what the viewer may ask for at once.
    ///
    /// # Errors
    /// `TOO_COMPLEX` with both numbers.
    pub fn check(&self, variables: &Variables, budget: u64) -> Result<()> {
        at_most(
            "document-too-many-records",
            "records asked for at once (every `first`, and 10 for other lists, multiplied through)",
            self.nodes(variables),
            budget,
        )
    }
}

fn nodes(lists: &[List], variables: &Variables) -> u64 {
    let of = |list: &List| {
        let first = match &list.first {
            First::Known(first) => *first,
            First::Variable { name, default } => variables.get(name).map_or(*default, count),
        };
        first.saturating_mul(nodes(&list.within, variables).saturating_add(1))
    };
    lists.iter().map(of).fold(0, u64::saturating_add)
}

/// A `first` as written; what is no number is refused by validation, and counts nothing here.
fn count(value: &InputValue) -> u64 {
    let first = value.as_scalar().and_then(ScalarValue::try_to_int);
    first.map_or(0, |first| u64::try_from(first).unwrap_or(0))
}

/// Measures the operation of `document` that `operation_name` selects. One that cannot be told has no size: validation refuses it.
///
/// # Errors
/// `TOO_COMPLEX` with the limit and what was asked, when the document is above one of `limits`; `INVALID` for a text that can never be kept.
pub fn measure(
    document: &[Definition<'_>],
    operation_name: Option<&str>,
    schema: &SchemaType<DefaultScalarValue>,
    limits: &Limits,
) -> Result<Size> {
    Written::of(document, limits)?;
    let operation = selected(document, operation_name);
    operation.map_or_else(|| Ok(Size::default()), |operation| Expanded::of(document, operation, schema, limits))
}

/// The operation that the name selects, if any.
pub(super) fn selected<'d>(document: &'d [Definition<'d>], operation_name: Option<&str>) -> Option<&'d Operation<'d>> {
    document.iter().rev().find_map(|definition| match definition {
        Definition::Operation(Spanning { item, .. }) => {
            let matches = operation_name.is_none() || item.name.as_ref().map(|name| name.item) == operation_name;
            matches.then_some(item)
        }
        Definition::Fragment(_) => None,
    })
}

/// Whether a field at the root of the operation is among those that may take long. One inside a fragment does not count: imports need none.
pub(super) fn takes_long(operation: &Operation<'_>, limits: &Limits) -> bool {
    operation
        .selection_set
        .iter()
        .any(|selection| matches!(selection, Selection::Field(field) if limits.long.contains(&field.item.name.item)))
}

fn at_most<N: Into<u64>>(key: &'static str, what: &str, asked: N, limit: u64) -> Result<()> {
    let asked = asked.into();
    if asked <= limit {
        return Ok(());
    }
    Err(Error::new(Code::TooComplex, key, format!("too many {what}: {asked}, and the limit is {limit}")))
}

fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// What is counted as it is written, over every definition.
#[derive(Default)]
struct Written {
    aliases: usize,
    directives: usize,
    directives_per_field: usize,
}

impl Written {
    fn of(document: &[Definition<'_>], limits: &Limits) -> Result<()> {
        let mut written = Self::default();
        for definition in document {
            match definition {
                Definition::Operation(operation) => {
                    written.directives(operation.item.directives.as_ref().map_or(0, Vec::len));
                    for (name, definition) in operation.item.variables_definition.iter().flat_map(|all| all.item.iter())
                    {
                        definition
                            .default_value
                            .as_ref()
                            .map_or(Ok(()), |value| text::check(name.item, &value.item))?;
                    }
                    written.selections(&operation.item.selection_set)?;
                }
                Definition::Fragment(fragment) => {
                    written.directives(fragment.item.directives.as_ref().map_or(0, Vec::len));
                    written.selections(&fragment.item.selection_set)?;
                }
            }
        }
        let Self { aliases, directives, directives_per_field } = written;
        at_most("document-too-many-aliases", "renamed fields", number(aliases), number(limits.aliases))?;
        at_most("document-too-many-directives", "directives", number(directives), number(limits.directives))?;
        let (asked, limit) = (number(directives_per_field), number(limits.directives_per_field));
        at_most("document-too-many-directives", "directives on one field", asked, limit)
    }

    fn directives(&mut self, count: usize) {
        self.directives += count;
        self.directives_per_field = self.directives_per_field.max(count);
    }

    fn selections(&mut self, selections: &[Selection<'_>]) -> Result<()> {
        for selection in selections {
            match selection {
                Selection::Field(Spanning { item, .. }) => {
                    self.aliases += usize::from(item.alias.is_some());
                    self.directives(item.directives.as_ref().map_or(0, Vec::len));
                    for (name, value) in item.arguments.iter().flat_map(|arguments| &arguments.item.items) {
                        text::check(name.item, &value.item)?;
                    }
                    self.selections(item.selection_set.as_deref().unwrap_or_default())?;
                }
                Selection::FragmentSpread(Spanning { item, .. }) => {
                    self.directives(item.directives.as_ref().map_or(0, Vec::len));
                }
                Selection::InlineFragment(Spanning { item, .. }) => {
                    self.directives(item.directives.as_ref().map_or(0, Vec::len));
                    self.selections(&item.selection_set)?;
                }
            }
        }
        Ok(())
    }
}

/// What is counted with the fragments of one operation spread out.
struct Expanded<'d> {
    limits: &'d Limits,
    schema: &'d SchemaType<DefaultScalarValue>,
    /// The type and the selections of each fragment.
    fragments: HashMap<&'d str, (&'d str, &'d [Selection<'d>])>,
    defaults: HashMap<&'d str, u64>,
    /// The fragments around the present place: spreading one of them again is a cycle, which validation reports.
    open: Vec<&'d str>,
    fields: usize,
    depth: usize,
    root_fields: usize,
    single_fields: usize,
    introspection_fields: usize,
    introspection: Vec<List>,
}

/// Where a selection stands, and the fields of which type it selects. A type that is not known, because validation is still to come, has no fields.
#[derive(Clone, Copy)]
enum Place<'d> {
    Root { of: Option<&'d Meta> },
    Data { depth: usize, of: Option<&'d Meta> },
    Schema,
}

type Meta = MetaType<DefaultScalarValue>;

impl<'d> Place<'d> {
    /// The same place, seen as a narrower type.
    fn narrowed(self, narrower: Option<&'d Meta>) -> Self {
        match self {
            Self::Root { of } => Self::Root { of: narrower.or(of) },
            Self::Data { depth, of } => Self::Data { depth, of: narrower.or(of) },
            Self::Schema => Self::Schema,
        }
    }
}

impl<'d> Expanded<'d> {
    fn of(
        document: &'d [Definition<'d>],
        operation: &'d Operation<'d>,
        schema: &'d SchemaType<DefaultScalarValue>,
        limits: &'d Limits,
    ) -> Result<Size> {
        let mut this = Self {
            limits,
            schema,
            fragments: document.iter().filter_map(fragment).collect(),
            defaults: HashMap::new(),
            open: Vec::new(),
            fields: 0,
            depth: 0,
            root_fields: 0,
            single_fields: 0,
            introspection_fields: 0,
            introspection: Vec::new(),
        };
        for (name, definition) in operation.variables_definition.iter().flat_map(|variables| variables.item.iter()) {
            let default = definition.default_value.as_ref().map_or(0, |value| count(&value.item));
            this.defaults.insert(name.item, default);
        }
        let of = match operation.operation_type {
            OperationType::Query => Some(schema.concrete_query_type()),
            OperationType::Mutation => schema.concrete_mutation_type(),
            OperationType::Subscription => schema.concrete_subscription_type(),
        };
        let lists = this.selections(&operation.selection_set, Place::Root { of })?;
        at_most("document-too-deep", "levels of nested fields", number(this.depth), number(limits.depth))?;
        at_most(
            "document-too-many-root-fields",
            "fields at the root",
            number(this.root_fields),
            number(limits.root_fields),
        )?;
        this.subscribes_to_one(operation)?;
        at_most("document-not-single", "fields that may come only once in a document", number(this.single_fields), 1)?;
        let walked = nodes(&this.introspection, &Variables::new());
        at_most(
            "document-too-much-introspection",
            "nodes of the schema to walk (an estimate)",
            walked,
            limits.introspection,
        )?;
        Ok(Size(lists))
    }

    /// A subscription listens for one thing, as its standard demands: what of two would an answer be about?
    fn subscribes_to_one(&self, operation: &Operation<'_>) -> Result<()> {
        if operation.operation_type != OperationType::Subscription
            || (self.root_fields, self.introspection_fields) == (1, 0)
        {
            return Ok(());
        }
        let message = "a subscription has just one field at its root, and none that begins with `__`";
        Err(Error::new(Code::Invalid, "document-subscription-root", message))
    }

    fn selections(&mut self, selections: &'d [Selection<'d>], place: Place<'d>) -> Result<Vec<List>> {
        let mut lists = Vec::new();
        for selection in selections {
            self.fields += 1;
            if self.fields > self.limits.fields {
                let message = format!(
                    "too many fields, with fragments spread out: more than the limit of {}",
                    self.limits.fields
                );
                return Err(Error::new(Code::TooComplex, "document-too-many-fields", message));
            }
            match selection {
                Selection::Field(Spanning { item, .. }) => {
                    let arguments = item.arguments.as_ref().map(|arguments| arguments.item.items.as_slice());
                    let first = arguments.unwrap_or_default().iter().find(|(name, _)| name.item == "first");
                    let first = first.map(|(_, value)| self.first(&value.item));
                    let below = item.selection_set.as_deref().unwrap_or_default();
                    lists.extend(self.field(item.name.item, first, below, place)?);
                }
                Selection::FragmentSpread(Spanning { item, .. }) => {
                    let name = item.name.item;
                    let Some((of, spread)) = self.fragments.get(name).copied() else { continue };
                    if !self.open.contains(&name) {
                        self.open.push(name);
                        let narrower = self.schema.concrete_type_by_name(of);
                        lists.extend(self.selections(spread, place.narrowed(narrower))?);
                        self.open.pop();
                    }
                }
                Selection::InlineFragment(Spanning { item, .. }) => {
                    let narrower = item.type_condition.as_ref();
                    let narrower = narrower.and_then(|name| self.schema.concrete_type_by_name(name.item));
                    lists.extend(self.selections(&item.selection_set, place.narrowed(narrower))?);
                }
            }
        }
        Ok(lists)
    }

    fn field(
        &mut self,
        name: &str,
        first: Option<First>,
        below: &'d [Selection<'d>],
        place: Place<'d>,
    ) -> Result<Vec<List>> {
        let (depth, of) = match place {
            Place::Root { of } => {
                self.root_fields += 1;
                self.single_fields += usize::from(self.limits.single.contains(&name));
                self.introspection_fields += usize::from(name.starts_with("__"));
                if matches!(name, "__schema" | "__type") {
                    let walked = self.selections(below, Place::Schema)?;
                    self.introspection.push(List { first: First::Known(1), within: walked });
                    return Ok(Vec::new());
                }
                (1, of)
            }
            Place::Data { depth, of } => (depth + 1, of),
            Place::Schema => {
                let within = self.selections(below, Place::Schema)?;
                return Ok(listed(introspected(name), within));
            }
        };
        self.depth = self.depth.max(depth);
        let answer = of.and_then(|of| of.field_by_name(name)).map(|field| &field.field_type);
        let answered = answer.and_then(|answer| self.schema.concrete_type_by_name(answer.innermost_name()));
        let within = self.selections(below, Place::Data { depth, of: answered })?;
        // The edges of a connection are as many as its `first`, which was counted one level up.
        let plain = answer.is_some_and(is_list) && !below.is_empty() && name != "edges";
        Ok(listed(first.or_else(|| plain.then_some(First::Known(PLAIN_LIST))), within))
    }

    fn first(&self, value: &InputValue) -> First {
        match value {
            InputValue::Variable(name) => {
                let default = self.defaults.get(name.as_str()).copied().unwrap_or(0);
                First::Variable { name: name.clone(), default }
            }
            value => First::Known(count(value)),
        }
    }
}

/// A list of `first` records with the lists `within`, or only those when the field is no list.
fn listed(first: Option<First>, within: Vec<List>) -> Vec<List> {
    match first {
        Some(first) => vec![List { first, within }],
        None => within,
    }
}

/// Whether the type is a list, be it one that may not be null (of which juniper 0.18's own `is_list` says no).
fn is_list(of: &Type) -> bool {
    if of.is_non_null() { of.to_string().starts_with('[') } else { of.is_list() }
}

/// How many nodes a list of the introspection schema has, roughly: it has no `first`.
fn introspected(name: &str) -> Option<First> {
    match name {
        "types" => Some(First::Known(100)),
        "fields" | "args" | "inputFields" | "enumValues" | "interfaces" | "possibleTypes" | "directives" => {
            Some(First::Known(10))
        }
        _ => None,
    }
}

fn fragment<'d>(definition: &'d Definition<'d>) -> Option<(&'d str, (&'d str, &'d [Selection<'d>]))> {
    match definition {
        Definition::Fragment(Spanning { item, .. }) => {
            Some((item.name.item, (item.type_condition.item, &item.selection_set)))
        }
        Definition::Operation(_) => None,
    }
}

#[cfg(test)]
mod tests;
