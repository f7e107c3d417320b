//! What a client must know of the deployment that it speaks to.

use juniper::graphql_object;

use crate::kit::{graphql::Context, text::ArabicDigits};

/// The queries of the deployment.
#[derive(Default)]
pub struct DeploymentQueries;

#[graphql_object(context = Context)]
impl DeploymentQueries {
    /// The digits that this deployment writes Arabic with.
    fn arabic_digits(context: &Context) -> ArabicDigits {
        context.tools.texts.arabic_digits()
    }
}
