//! The indicator registry in the graph.

use juniper::graphql_object;

use crate::{
    connection,
    kit::{
        Result,
        graphql::{Context, connection::Connection, page::Page},
        text::Language,
    },
    plans::{
        model::IndicatorKind,
        registry::{self, RegistryIndicator},
    },
};

#[graphql_object(context = Context, description = "An indicator that the field has a code for. Titles are in our own words.")]
impl RegistryIndicator {
    /// Its code: send it as `registryCode` of an indicator.
    fn code(&self) -> &str {
        &self.code
    }

    /// Code of its sub-domain; null where it is not known.
    fn sub_domain_code(&self) -> Option<&str> {
        self.sub_domain_code.as_deref()
    }

    /// Title of its sub-domain in your language, else in English, else in any.
    fn sub_domain(&self, context: &Context) -> Option<&str> {
        self.sub_domain.as_ref().map(|titles| titles.get(context.language, Language::En))
    }

    /// Its title in your language, else in English, else in any.
    fn name(&self, context: &Context) -> &str {
        self.names.get(context.language, Language::En)
    }

    /// What it counts, in words.
    fn unit(&self) -> &str {
        &self.unit
    }

    /// A number or a ratio; null where the registry has it as either, so that whoever adds it says which.
    fn kind(&self) -> Option<IndicatorKind> {
        self.kind
    }

    /// What the numerator of a ratio counts.
    fn numerator_label(&self, context: &Context) -> Option<&str> {
        self.numerator_label.as_ref().map(|label| label.get(context.language, Language::En))
    }

    /// What the denominator of a ratio counts.
    fn denominator_label(&self, context: &Context) -> Option<&str> {
        self.denominator_label.as_ref().map(|label| label.get(context.language, Language::En))
    }

    /// Where the code is from.
    fn source(&self) -> &str {
        &self.source
    }
}

connection!(RegistryIndicator as "RegistryIndicatorConnection", "RegistryIndicatorEdge");

/// The registry's queries.
#[derive(Default)]
pub struct RegistryQueries;

#[graphql_object(context = Context)]
impl RegistryQueries {
    /// The indicators that the field has codes for, by code.
    async fn registry_indicators(
        context: &Context,
        #[graphql(description = "Only those of this sub-domain, such as E1.2.")] sub_domain: Option<String>,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<RegistryIndicator>> {
        let page = Page::new("indicators of the registry by code", first, after.as_deref())?;
        let rows = registry::indicators(context.db.conn().await?, sub_domain.as_deref(), &page).await?;
        Connection::from_rows(&page, rows, |indicator| (indicator.code.clone(),))
    }
}
