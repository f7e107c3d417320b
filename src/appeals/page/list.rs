//! The first page: every published appeal, what it asks for, and what is missing.

use askama::Template;
use rust_decimal::Decimal;

use super::words::Words;
use crate::{
    appeals::store::public::PublishedAppeal,
    kit::{
        Error, Result,
        text::{InLanguage, Language},
    },
};

#[derive(Template)]
#[template(path = "appeals/templates/list.html")]
struct List<'a> {
    say: InLanguage<'a>,
    languages: &'static [Language],
    address: String,
    rows: Vec<Row<'a>>,
    next_after: Option<&'a str>,
}

struct Row<'a> {
    code: &'a str,
    number: i32,
    name: &'a str,
    required: String,
    received: String,
    missing: String,
    as_of: String,
}

/// The page of some published appeals; `next_after` is the code of the last one where more follow.
///
/// # Errors
/// When the template cannot be filled in.
pub(super) fn render(
    appeals: &[PublishedAppeal],
    next_after: Option<&str>,
    public_url: &str,
    say: InLanguage<'_>,
) -> Result<String> {
    let row = |appeal: &'_ PublishedAppeal| {
        let money = |amount: Option<Decimal>| {
            let text = amount.map(|amount| say.money(amount, &appeal.currency));
            text.unwrap_or_else(|| Words { say, fallback: appeal.default_language }.amount(None))
        };
        (money(appeal.requirement), money(appeal.funded), money(appeal.unmet))
    };
    let rows = appeals.iter().map(|appeal| {
        let (required, received, missing) = row(appeal);
        Row {
            code: &appeal.code,
            number: appeal.number,
            name: appeal.names.get(say.language(), appeal.default_language),
            required,
            received,
            missing,
            as_of: say.date(appeal.as_of),
        }
    });
    let page =
        List { say, languages: Language::ALL, address: format!("{public_url}/"), rows: rows.collect(), next_after };
    page.render().map_err(Error::internal)
}
