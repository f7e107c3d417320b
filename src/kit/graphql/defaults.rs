//! Puts in the defaults of input fields that a client left out of its variables.
//!
//! The specification lets a field with a default be left out. juniper 0.18 allows it in literals, and in variables takes the missing field for null,
//! which it then refuses where null may not stand. Without this every client would have to send every default.

use juniper::{DefaultScalarValue, InputValue, SchemaType, Spanning, meta::MetaType};

/// Completes a value of the named type, however deep the inputs in it lie. What the client sent stays as it is, null among it.
pub(super) fn complete(schema: &SchemaType<DefaultScalarValue>, type_name: &str, value: &mut InputValue) {
    match value {
        // A list has the name of its items, at every level.
        InputValue::List(items) => {
            items.iter_mut().for_each(|item| complete(schema, type_name, &mut item.item));
        }
        InputValue::Object(entries) => {
            let Some(MetaType::InputObject(of)) = schema.concrete_type_by_name(type_name) else { return };
            for field in &of.input_fields {
                match (entries.iter_mut().find(|(name, _)| name.item == *field.name), &field.default_value) {
                    (Some((_, given)), _) => complete(schema, field.arg_type.innermost_name(), &mut given.item),
                    (None, Some(default)) => entries
                        .push((Spanning::unlocated(field.name.to_string()), Spanning::unlocated(default.clone()))),
                    (None, None) => {}
                }
            }
        }
        InputValue::Null | InputValue::Scalar(_) | InputValue::Enum(_) | InputValue::Variable(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use juniper::{EmptyMutation, EmptySubscription, GraphQLInputObject, RootNode, graphql_object};

    use super::*;

    #[derive(GraphQLInputObject)]
    struct Part {
        name: String,
        #[graphql(default = 3)]
        count: i32,
        note: Option<String>,
    }

    #[derive(GraphQLInputObject)]
    struct Whole {
        #[graphql(default)]
        tags: Vec<String>,
        parts: Vec<Part>,
    }

    struct Query;

    #[graphql_object]
    impl Query {
        fn count(whole: Whole) -> String {
            let part = |part: &Part| format!("{} {} {:?}", part.name, part.count, part.note);
            format!("{} tags; {}", whole.tags.len(), whole.parts.iter().map(part).collect::<String>())
        }
    }

    #[test]
    fn fields_with_a_default_may_be_left_out_of_variables_at_every_depth() {
        let schema = RootNode::new(Query, EmptyMutation::<()>::new(), EmptySubscription::new());
        let completed = |json: &str| {
            let mut value = serde_json::from_str(json).expect("JSON");
            complete(&schema.schema, "Whole", &mut value);
            let variables = [("whole".to_owned(), value)].into();
            let document = "query($whole: Whole!) { count(whole: $whole) }";
            let answer = juniper::execute_sync(document, None, &schema, &variables, &());
            answer.map(|(data, _)| serde_json::to_value(data).expect("JSON")["count"].clone()).ok()
        };
        assert_eq!(completed(r#"{"parts": [{"name": "a"}]}"#), Some("0 tags; a 3 None".into()));
        assert_eq!(
            completed(r#"{"tags": ["x"], "parts": [{"name": "a", "count": 5}]}"#),
            Some("1 tags; a 5 None".into())
        );
        assert_eq!(
            completed(r#"{"parts": [{"name": "a", "count": null}]}"#),
            None,
            "null was sent, and is not allowed"
        );
        assert_eq!(completed(r#"{"tags": []}"#), None, "what has no default is still missing");
    }
}
