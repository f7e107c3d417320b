//! One GraphQL root object out of the root fields that each area owns.
//!
//! juniper wants all fields of a type in one `impl` block. A central file with every root field would be touched by every change and know every
//! area's rules; so each area has a unit struct with its own fields, and [`merged_object!`](crate::merged_object) makes one type of them.

use juniper::meta::{Field, MetaType};

/// Makes a GraphQL object type whose fields are those of its parts: `merged_object!(/// What it is. Query for Context = [PlaceQueries, ...])`.
///
/// With `guarded by path::to::guard` (before the `=`) the guard `fn(&Context, root, field) -> Result<()>` is asked before each field.
/// The doc comment becomes the type's description. Building the schema panics when two parts declare the same field, so that any test finds it.
#[macro_export]
macro_rules! merged_object {
    ($(#[doc = $doc:literal])* $name:ident for $context:ty $(, guarded by $guard:path)? = [$($part:ident),+ $(,)?]) => {
        $(#[doc = $doc])*
        #[derive(Default)]
        pub struct $name;

        impl juniper::GraphQLType for $name {
            fn name(_: &()) -> Option<juniper::ArcStr> {
                Some(juniper::arcstr::literal!(stringify!($name)))
            }

            fn meta(info: &(), registry: &mut juniper::Registry) -> juniper::meta::MetaType {
                let parts = [$((stringify!($part), <$part as juniper::GraphQLType>::meta(info, registry))),+];
                let fields = $crate::kit::graphql::merged::distinct_fields(stringify!($name), parts);
                registry
                    .build_object_type::<Self>(info, &fields)
                    .description($crate::kit::graphql::merged::description(&[$($doc),*]))
                    .into_meta()
            }
        }

        impl juniper::GraphQLValue for $name {
            type Context = $context;
            type TypeInfo = ();

            fn type_name(&self, info: &()) -> Option<juniper::ArcStr> {
                <Self as juniper::GraphQLType>::name(info)
            }

            fn concrete_type_name(&self, _: &$context, _: &()) -> String {
                stringify!($name).to_owned()
            }
        }

        impl juniper::GraphQLValueAsync for $name {
            fn resolve_field_async<'a>(
                &'a self,
                info: &'a (),
                field: &'a str,
                arguments: &'a juniper::Arguments,
                executor: &'a juniper::Executor<$context>,
            ) -> juniper::BoxFuture<'a, juniper::ExecutionResult> {
                $(
                    if let Err(error) = $guard(executor.context(), stringify!($name), field) {
                        return Box::pin(std::future::ready(Err(juniper::IntoFieldError::into_field_error(error))));
                    }
                )?
                $(
                    if <$part as juniper::macros::reflect::Fields<juniper::DefaultScalarValue>>::NAMES.contains(&field) {
                        return juniper::GraphQLValueAsync::resolve_field_async(&$part, info, field, arguments, executor);
                    }
                )+
                let missing = format!("`{field}` passed validation, but no part of `{}` has it", stringify!($name));
                Box::pin(std::future::ready(Err(juniper::IntoFieldError::into_field_error($crate::kit::Error::bug(missing)))))
            }
        }
    };
}
pub use crate::merged_object;

/// The fields of all `parts` (name and type) of the object `root`, in order.
///
/// # Panics
/// When two parts declare the same field, or a part is not an object: the schema is wrong, and no request should ever meet it.
pub fn distinct_fields<S, const N: usize>(root: &str, parts: [(&str, MetaType<S>); N]) -> Vec<Field<S>> {
    let mut fields: Vec<Field<S>> = Vec::new();
    for (part, meta) in parts {
        let MetaType::Object(object) = meta else {
            unreachable!("`{part}`, a part of `{root}`, must be a GraphQL object");
        };
        for field in object.fields.into_iter().filter(|field| field.name != "__typename") {
            let taken = fields.iter().any(|other| other.name == field.name);
            assert!(!taken, "`{root}.{}` is declared by `{part}` and by an earlier part", field.name);
            fields.push(field);
        }
    }
    fields
}

/// The text of a doc comment, given its lines, as juniper's own macros would write it.
pub fn description(lines: &[&str]) -> String {
    lines.iter().map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use juniper::{EmptyMutation, EmptySubscription, RootNode, graphql_object, graphql_value, graphql_vars};

    struct Rivers;

    #[graphql_object(context = ())]
    impl Rivers {
        /// The longest river.
        async fn longest(upper_case: bool) -> String {
            if upper_case { "NILE".to_owned() } else { "Nile".to_owned() }
        }
    }

    struct Lakes;

    #[graphql_object(context = ())]
    impl Lakes {
        fn deepest() -> &'static str {
            "Baikal"
        }
    }

    struct MoreLakes;

    #[graphql_object(context = ())]
    impl MoreLakes {
        fn deepest() -> &'static str {
            "Tanganyika"
        }
    }

    merged_object!(
        /// Everything that can be read.
        ///
        /// Nothing is written here.
        Waters for () = [Rivers, Lakes]
    );

    merged_object!(
        /// Two parts want the same field.
        Quarrel for () = [Lakes, MoreLakes]
    );

    fn schema<Q: juniper::GraphQLType<TypeInfo = ()>>(
        query: Q,
    ) -> RootNode<Q, EmptyMutation<()>, EmptySubscription<()>> {
        RootNode::new(query, EmptyMutation::new(), EmptySubscription::new())
    }

    #[tokio::test]
    async fn a_merged_object_answers_the_fields_of_every_part_under_one_name() {
        let query = "query ($upper: Boolean!) { __typename ...parts } fragment parts on Waters { a: longest(upperCase: $upper) deepest }";
        let schema = schema(Waters);
        let answer = juniper::execute(query, None, &schema, &graphql_vars! { "upper": true }, &()).await;
        let expected = graphql_value!({ "__typename": "Waters", "a": "NILE", "deepest": "Baikal" });
        assert_eq!(answer, Ok((expected, vec![])));
    }

    #[test]
    fn the_doc_comment_is_the_description_and_parts_do_not_show() {
        let sdl = schema(Waters).as_sdl();
        assert!(sdl.contains("  Everything that can be read.\n\n  Nothing is written here.\n"), "{sdl}");
        assert!(sdl.contains("The longest river."), "{sdl}");
        assert!(!sdl.contains("Rivers") && !sdl.contains("Lakes"), "{sdl}");
    }

    #[test]
    #[should_panic(expected = "`Quarrel.deepest` is declared by `MoreLakes` and by an earlier part")]
    fn a_field_that_two_parts_declare_stops_the_schema_from_being_built() {
        drop(schema(Quarrel));
    }
}
