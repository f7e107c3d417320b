//! Every limit in both directions: just under passes, just over is refused.

use std::fmt::Write;

use juniper::{graphql_vars, parser::parse_document_source};
use proptest::prelude::*;

use super::*;
use crate::kit::graphql::toy;

fn size(source: &str) -> Result<Size> {
    let schema = toy::schema();
    let document = parse_document_source(source, &schema.schema).expect("the document parses");
    measure(&document, None, &schema.schema, &Limits { single: &["signIn"], ..Limits::default() })
}

#[track_caller]
fn refused(source: &str, key: &str, message: &str) {
    let error = size(source).expect_err("above the limit");
    assert_eq!((error.code(), error.key(), error.message()), (Code::TooComplex, key, message));
}

fn repeat(count: usize, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect()
}

fn nested(levels: usize) -> String {
    format!("{{ river {}", repeat(levels - 2, |_| "{ mouth ".to_owned())) + "{ name }" + &"}".repeat(levels - 1)
}

#[test]
fn fifteen_levels_pass_and_sixteen_do_not_with_or_without_fragments() {
    assert!(size(&nested(15)).is_ok());
    refused(&nested(16), "document-too-deep", "too many levels of nested fields: 16, and the limit is 15");
    let inner = nested(14)
        .split_once("river")
        .map(|(_, rest)| rest.trim_end_matches('}').to_owned() + &"}".repeat(13))
        .expect("a river");
    let spread = |depth: &str| format!("{{ river {{ {depth} }} }} fragment f on River {{ mouth {inner} }}");
    assert!(size(&spread("...f")).is_ok());
    refused(
        &spread("mouth { ...f }"),
        "document-too-deep",
        "too many levels of nested fields: 16, and the limit is 15",
    );
}

#[test]
fn thirty_aliases_pass_and_thirty_one_do_not() {
    let document = |count| format!("{{ river {{ {} }} }}", repeat(count, |n| format!("n{n}: name ")));
    assert!(size(&document(30)).is_ok());
    refused(&document(31), "document-too-many-aliases", "too many renamed fields: 31, and the limit is 30");
}

#[test]
fn a_subscription_has_one_field_at_its_root() {
    let rose = "riverRose(name: \"Nile\") { name }";
    assert!(size(&format!("subscription {{ {rose} }}")).is_ok());
    assert!(size(&format!("subscription {{ ...f }} fragment f on Subscription {{ {rose} }}")).is_ok());
    for root in [
        "__typename".to_owned(),
        "__schema { types { name } }".to_owned(),
        format!("{rose} {rose}"),
        format!("{rose} __typename"),
        format!("...on Subscription {{ {rose} }} {rose}"),
    ] {
        let error = size(&format!("subscription {{ {root} }}")).expect_err("not one field");
        assert_eq!((error.code(), error.key()), (Code::Invalid, "document-subscription-root"), "{root}");
    }
}

#[test]
fn twenty_root_fields_pass_and_twenty_one_do_not_even_in_a_fragment() {
    let document = |count| format!("{{ ...f }} fragment f on Query {{ {} }}", "__typename ".repeat(count));
    assert!(size(&document(20)).is_ok());
    refused(&document(21), "document-too-many-root-fields", "too many fields at the root: 21, and the limit is 20");
}

#[test]
fn a_sign_in_stands_alone_in_its_document() {
    assert!(size("mutation { signIn(password: \"a\") rename(name: \"b\") }").is_ok());
    let key = "document-not-single";
    let message = "too many fields that may come only once in a document: 2, and the limit is 1";
    refused("mutation { signIn(password: \"a\") again: signIn(password: \"b\") }", key, message);
}

#[test]
fn ten_directives_on_a_field_and_fifty_in_a_document_pass() {
    let skip = "@skip(if: false) ";
    let document = |counts: &[usize]| {
        let fields = counts.iter().map(|count| format!("name {} ", skip.repeat(*count))).collect::<String>();
        format!("{{ river {{ {fields} }} }}")
    };
    assert!(size(&document(&[10, 10, 10, 10, 10])).is_ok());
    refused(
        &document(&[11]),
        "document-too-many-directives",
        "too many directives on one field: 11, and the limit is 10",
    );
    refused(
        &document(&[10, 10, 10, 10, 10, 1]),
        "document-too-many-directives",
        "too many directives: 51, and the limit is 50",
    );
}

#[test]
fn two_thousand_fields_pass_with_fragments_spread_out_and_one_more_does_not() {
    // One root field, 40 spreads of 1 + 48 selections (1,960), and 38 or 39 more.
    let document = |more| {
        let (spreads, inner) = ("...f ".repeat(40), "name ".repeat(48));
        format!("{{ river {{ {spreads} {} }} }} fragment f on River {{ {inner} }}", "name ".repeat(more))
    };
    assert!(size(&document(39)).is_ok());
    let message = "too many fields, with fragments spread out: more than the limit of 2000";
    refused(&document(40), "document-too-many-fields", message);
}

#[test]
fn fragments_that_double_each_other_are_refused_and_cycles_end() {
    let mut bomb = "{ river { ...f0 } } ".to_owned();
    for n in 0..11 {
        write!(bomb, "fragment f{n} on River {{ ...f{m} ...f{m} }} ", m = n + 1).expect("a string takes all");
    }
    bomb += "fragment f11 on River { name }";
    let message = "too many fields, with fragments spread out: more than the limit of 2000";
    refused(&bomb, "document-too-many-fields", message);

    let every = repeat(12, |n| format!("...g{n} "));
    let tangle = repeat(12, |n| format!("fragment g{n} on River {{ {every} }} "));
    refused(&format!("{{ river {{ ...g0 }} }} {tangle}"), "document-too-many-fields", message);
    assert!(size("{ river { ...a } } fragment a on River { ...a name }").is_ok(), "validation reports the cycle");
}

#[test]
fn records_are_the_product_of_first_along_the_lists_and_their_sum_beside_each_other() {
    let document = "query ($n: Int! = 7) {
        rivers(first: 10) { mouth { tributaries(first: 5) { name } } more: tributaries(first: $n) { name } }
        again: rivers(first: 3) { name }
    }";
    let size = size(document).expect("within the limits");
    assert_eq!(size.nodes(&Variables::new()), 10 + 10 * 5 + 10 * 7 + 3);
    assert_eq!(size.nodes(&graphql_vars! { "n": 100 }), 10 + 10 * 5 + 10 * 100 + 3);
    assert_eq!(size.nodes(&graphql_vars! { "n": -1 }), 10 + 10 * 5 + 3);
    assert_eq!(size.nodes(&graphql_vars! { "n": "many" }), 10 + 10 * 5 + 3);
}

#[test]
fn a_list_of_objects_without_first_counts_as_ten_wherever_it_stands() {
    let nodes = |source: &str| size(source).expect("within the limits").nodes(&Variables::new());
    assert_eq!(nodes("{ river { arms { name } } }"), 10);
    assert_eq!(nodes("{ rivers(first: 5) { arms { arms { name } } } }"), 5 + 5 * 10 + 5 * 10 * 10);
    assert_eq!(nodes("{ river { ...f } } fragment f on River { mouth { ... on River { arms { name } } } }"), 10);
    assert_eq!(nodes("{ ... on Query { river { ... @skip(if: false) { arms { __typename } } } } }"), 10);
    assert_eq!(nodes("{ river { name mouth { name } } }"), 0, "what is no list counts nothing");
}

#[test]
fn the_budget_of_records_is_exact() {
    let size = size("{ rivers(first: 99) { tributaries(first: 100) { name } } }").expect("within the limits");
    assert!(size.check(&Variables::new(), 9_999).is_ok());
    let error = size.check(&Variables::new(), 9_998).expect_err("one too many");
    assert_eq!(
        error.message(),
        "too many records asked for at once (every `first`, and 10 for other lists, multiplied through): 9999, and the limit is 9998"
    );
}

#[test]
fn huge_numbers_do_not_wrap_around() {
    let huge = "tributaries(first: 2147483647) { ".repeat(4) + "name" + &" }".repeat(4);
    assert_eq!(size(&format!("{{ river {{ {huge} }} }}")).expect("parses").nodes(&Variables::new()), u64::MAX);
}

#[test]
fn the_standard_introspection_query_passes_and_a_circular_one_does_not() {
    // What GraphiQL and code generators send, at its deepest: nine wrappers around a type.
    let type_ref = "ofType { kind name ".repeat(9) + &"}".repeat(9);
    let standard = format!(
        "{{ __schema {{ queryType {{ name }} mutationType {{ name }} subscriptionType {{ name }} types {{ ...full }}
            directives {{ name description isRepeatable locations args(includeDeprecated: true) {{ ...input }} }} }} }}
        fragment full on __Type {{ kind name description specifiedByURL isOneOf
            fields(includeDeprecated: true) {{ name description args(includeDeprecated: true) {{ ...input }}
                type {{ ...ref }} isDeprecated deprecationReason }}
            inputFields(includeDeprecated: true) {{ ...input }} interfaces {{ ...ref }}
            enumValues(includeDeprecated: true) {{ name description isDeprecated deprecationReason }} possibleTypes {{ ...ref }} }}
        fragment input on __InputValue {{ name description type {{ ...ref }} defaultValue isDeprecated deprecationReason }}
        fragment ref on __Type {{ kind name {type_ref} }}"
    );
    assert_eq!(size(&standard).map(|size| size.nodes(&Variables::new())).ok(), Some(0));
    let twice = standard.replacen("__schema", "again: __schema { types { fields { args { name } } } } __schema", 1);
    let message = "too many nodes of the schema to walk (an estimate): 26312, and the limit is 20000";
    refused(&twice, "document-too-much-introspection", message);
    let circular =
        format!("{{ __schema {{ types {{ {} name {} }} }} }}", "fields { type { ".repeat(3), "} }".repeat(3));
    let error = size(&circular).expect_err("a million fields");
    assert_eq!(error.key(), "document-too-much-introspection");
}

proptest! {
    #[test]
    fn no_document_makes_measuring_panic(source in "[{}a-c.:@$()! ]{0,60}|(\\{ ?(river|rivers|a:|\\.\\.\\.f|name|\\.\\.\\. on River|\\}){0,20})*") {
        let schema = toy::schema();
        if let Ok(document) = parse_document_source(&source, &schema.schema) {
            drop(measure(&document, None, &schema.schema, &Limits::default()));
        }
    }
}
