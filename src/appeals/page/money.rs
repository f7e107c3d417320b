//! Money on the page: what is asked for and what came, what each activity lacks, and who gave.

use std::cmp::Reverse;

use rust_decimal::{Decimal, RoundingStrategy};

use super::{
    super::figures::{ActivityFigures, ContributionFigures, EditionFigures, PublicCount},
    bar::{self, Bar},
    words::{DASH, Hero, Words},
};

/// How many contributions the page names; the rest, all smaller, are one row here and all in the data.
const NAMED: usize = 20;

/// The headline of the money.
pub(super) struct Funding {
    pub(super) required: Hero,
    pub(super) received: Hero,
    pub(super) missing: Hero,
    pub(super) bar: Option<Bar>,
    /// The legend, with exact amounts.
    pub(super) keys: Vec<(&'static str, String)>,
    pub(super) share: String,
    pub(super) as_of: String,
    pub(super) source: String,
    pub(super) notes: Vec<String>,
}

/// What the activities ask for, the largest first.
pub(super) struct Activities {
    pub(super) heading: String,
    pub(super) caption: String,
    pub(super) rows: Vec<ActivityRow>,
    pub(super) required: String,
    pub(super) received: String,
    pub(super) missing: String,
    pub(super) per_child: Option<String>,
}

/// A row of the activities.
pub(super) struct ActivityRow {
    pub(super) name: String,
    pub(super) code: String,
    pub(super) required: String,
    pub(super) received: String,
    pub(super) bar: Bar,
    pub(super) missing: String,
    pub(super) planned: String,
}

/// Who gave what.
pub(super) struct Donors {
    pub(super) heading: String,
    pub(super) rows: Vec<DonorRow>,
    pub(super) rest: Option<DonorRow>,
    pub(super) received: String,
    pub(super) received_share: String,
    pub(super) pledges: Vec<DonorRow>,
}

/// A contribution.
pub(super) struct DonorRow {
    pub(super) donor: String,
    pub(super) state: &'static str,
    pub(super) status: String,
    pub(super) original: String,
    pub(super) rate: Option<String>,
    pub(super) usd: String,
    pub(super) share: String,
}

/// The headline of the money.
pub(super) fn funding(figures: &EditionFigures, words: Words<'_>) -> Funding {
    let (money, currency) = (&figures.money, figures.appeal.currency.as_str());
    let key = |class, text, amount: Option<Decimal>| {
        let exact = words.say.amount(amount?);
        Some((class, words.text(text, &[("amount", exact.into())])))
    };
    let keys = [
        key("have", "appeal-paid-key", money.paid),
        key("part", "appeal-committed-key", money.committed),
        key("gap", "appeal-missing-key", money.unmet.filter(|_| money.funded.is_some())),
        key("pledge", "appeal-pledged-key", money.pledged),
        (money.funded.is_none()).then(|| ("none", words.text("appeal-not-reported", &[]))),
    ];
    let args = |share: String| {
        let (funded, required) = (words.amount(money.funded), words.amount(money.requirement));
        let unit = words.say.currency(currency);
        words.text(
            "appeal-funded-share",
            &[
                ("share", share.into()),
                ("funded", funded.into()),
                ("required", required.into()),
                ("currency", unit.into()),
            ],
        )
    };
    let note = |key, amount: Option<Decimal>| {
        let amount = words.say.money(amount.filter(|amount| *amount > Decimal::ZERO)?, currency);
        Some(words.text(key, &[("amount", amount.into())]))
    };
    let paid = words.share(money.paid.or(Some(Decimal::ZERO)), money.funded);
    let unshared = match &money.asked {
        Some(asked) => words.text("appeal-other-currency", &[("currency", words.say.currency(&asked.currency).into())]),
        None => words.text("appeal-funding-unknown", &[]),
    };
    Funding {
        required: match &money.asked {
            Some(asked) => words.hero(Some(asked.amount), &asked.currency),
            None => words.hero(money.requirement, currency),
        },
        received: words.hero(money.funded, currency),
        missing: words.hero(money.unmet, currency),
        bar: bar::money(money),
        keys: keys.into_iter().flatten().collect(),
        share: words.share(money.funded, money.requirement).map_or(unshared, args),
        as_of: words.text("appeal-as-of-date", &[("date", words.say.date(figures.as_of).into())]),
        source: words.text("appeal-source", &[("source", words.text("appeal-source-money", &[]).into())]),
        notes: [
            paid.map(|share| words.text("appeal-paid-note", &[("share", share.into())])),
            note("appeal-in-kind-note", money.in_kind),
            note("appeal-shared-note", money.shared),
            note("appeal-over-note", money.over_funding),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}

/// The table of the activities; none where the edition knows none.
pub(super) fn activities(figures: &EditionFigures, words: Words<'_>) -> Option<Activities> {
    let mut sorted: Vec<&ActivityFigures> = figures.activities.iter().collect();
    sorted.sort_by_key(|activity| Reverse((missing(activity), activity.required)));
    let largest = sorted.iter().flat_map(|activity| [activity.required, activity.funded]).flatten().max();
    let scale = largest.unwrap_or_default();
    let (money, currency) = (&figures.money, figures.appeal.currency.as_str());
    let unmet = money.unmet.filter(|unmet| *unmet > Decimal::ZERO);
    let heading = unmet.map_or_else(
        || words.text("appeal-activities-plain", &[]),
        |unmet| words.text("appeal-activities", &[("amount", words.say.money_headline(unmet, currency).into())]),
    );
    (!sorted.is_empty()).then(|| Activities {
        heading,
        caption: words.text("appeal-activities-caption", &[("currency", words.say.currency(currency).into())]),
        rows: sorted.iter().map(|activity| activity_row(activity, scale, currency, words)).collect(),
        required: words.amount(money.requirement),
        received: words.amount(money.funded),
        missing: words.amount(money.unmet),
        per_child: each(money.requirement, figures.people.targeted)
            .map(|cost| words.text("appeal-per-child", &[("amount", words.say.money(cost, currency).into())])),
    })
}

/// What is missing of an activity. Nobody knows where no giver has named it: money that came for all may be for it.
fn missing(activity: &ActivityFigures) -> Option<Decimal> {
    activity.required.zip(activity.funded).map(|(required, funded)| (required - funded).max(Decimal::ZERO))
}

fn activity_row(activity: &ActivityFigures, scale: Decimal, currency: &str, words: Words<'_>) -> ActivityRow {
    let unit = words.text("appeal-unit", &[("unit", activity.unit.as_str().into())]);
    let planned = activity.unit_target.map(|target| {
        let args = [("unit", unit.into()), ("count", words.number(Some(target)).into())];
        match each(activity.required, Some(target)) {
            None => words.text("appeal-planned", &args),
            Some(cost) => {
                let [unit, count] = args;
                words.text("appeal-planned-at", &[unit, count, ("cost", words.say.money(cost, currency).into())])
            }
        }
    });
    ActivityRow {
        name: words.name(&activity.names).to_owned(),
        code: activity.ref_code.clone(),
        required: words.amount(activity.required),
        received: words.amount(activity.funded),
        bar: bar::progress(PublicCount::from(activity.funded), activity.required, scale),
        missing: words.amount(missing(activity)),
        planned: planned.unwrap_or_else(|| DASH.to_owned()),
    }
}

/// What one costs, to the cent.
fn each(amount: Option<Decimal>, count: Option<Decimal>) -> Option<Decimal> {
    let cost = amount?.checked_div(count?)?;
    Some(cost.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero))
}

/// Who gave what, the largest first.
pub(super) fn donors(figures: &EditionFigures, words: Words<'_>) -> Donors {
    let (money, currency) = (&figures.money, figures.appeal.currency.as_str());
    let row = |given: &ContributionFigures| donor_row(given, money.requirement, words);
    let (named, rest) = figures.contributions.split_at(figures.contributions.len().min(NAMED));
    let heading = money.funded.map_or_else(
        || words.text("appeal-donors-none", &[]),
        |funded| words.text("appeal-donors", &[("amount", words.say.money_headline(funded, currency).into())]),
    );
    let rest = (!rest.is_empty()).then(|| {
        let usd = rest.iter().filter_map(|given| given.usd).sum();
        DonorRow {
            donor: words.text("appeal-donors-more", &[("count", rest.len().into())]),
            state: "paid",
            status: String::new(),
            original: String::new(),
            rate: None,
            usd: words.amount(Some(usd)),
            share: words.share(Some(usd), money.requirement).unwrap_or_else(|| DASH.to_owned()),
        }
    });
    Donors {
        heading,
        rows: named.iter().map(row).collect(),
        rest,
        received: words.amount(money.funded),
        received_share: words.share(money.funded, money.requirement).unwrap_or_else(|| DASH.to_owned()),
        pledges: figures.pledges.iter().take(NAMED).map(row).collect(),
    }
}

fn donor_row(given: &ContributionFigures, required: Option<Decimal>, words: Words<'_>) -> DonorRow {
    let (state, status) = match given.status.as_str() {
        "PAID" => ("paid", "appeal-status-paid"),
        "COMMITMENT" => ("committed", "appeal-status-commitment"),
        _ => ("pledged", "appeal-status-pledge"),
    };
    let share = words.share(given.usd, required).filter(|_| state != "pledged");
    DonorRow {
        donor: given.donor.clone(),
        state,
        status: words.text(status, &[]),
        original: match (given.amount, &given.currency) {
            (Some(amount), Some(currency)) => format!("{currency} {}", words.say.amount(amount)),
            _ => String::new(),
        },
        rate: given.rate.map(|rate| format!("÷ {}", words.say.number(rate))),
        usd: words.amount(given.usd),
        share: share.unwrap_or_else(|| DASH.to_owned()),
    }
}
