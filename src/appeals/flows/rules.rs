//! The rules of a contribution's money and of its steps, so that a correction cannot rewrite what was decided.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::model::{FlowStatus, Portion, PortionInput, Terms};
use crate::{
    appeals::{funding, money},
    kit::{Error, Result},
};

/// The least that a contribution can be.
const CENT: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// US dollars of an amount and the rate that gives them.
///
/// The rate is fixed by the decision: a later version in the same currency and of the same decision keeps it.
pub(super) fn settle(
    amount: Decimal,
    currency: &str,
    rate: Option<Decimal>,
    decision_date: Option<NaiveDate>,
    before: Option<&Terms>,
) -> Result<(Decimal, Option<Decimal>)> {
    let amount = money::amount(amount, CENT, "amount")?;
    if currency == "USD" {
        return if rate.is_none_or(|rate| rate == Decimal::ONE) {
            Ok((amount, None))
        } else {
            Err(Error::invalid("rate", "flow-rate-usd", "US dollars have no rate; leave it out"))
        };
    }
    let fixed = before
        .filter(|terms| terms.currency.as_deref() == Some(currency) && terms.decision_date == decision_date)
        .and_then(|terms| terms.rate);
    let rate = match (fixed, rate) {
        (Some(fixed), Some(rate)) if fixed != rate => {
            let message =
                format!("the rate of this contribution was fixed at {fixed} when it was decided; leave it out");
            return Err(Error::invalid("rate", "flow-rate-fixed", message));
        }
        (Some(rate), _) | (None, Some(rate)) => checked_rate(rate)?,
        (None, None) => {
            let message = format!("say how many {currency} were one US dollar on the day of the decision");
            return Err(Error::invalid("rate", "flow-rate-missing", message));
        }
    };
    let usd = funding::to_usd(amount, rate).ok_or_else(rate_range)?;
    Ok((money::amount(usd, Decimal::ZERO, "amount")?, Some(rate)))
}

fn checked_rate(rate: Decimal) -> Result<Decimal> {
    let range = Decimal::new(1, 6)..Decimal::from(1_000_000_000_000_i64);
    if range.contains(&rate) && rate.normalize().scale() <= 6 { Ok(rate) } else { Err(rate_range()) }
}

fn rate_range() -> Error {
    Error::invalid("rate", "flow-rate-range", "a rate is above zero and has at most six digits after the mark")
}

/// Lets pass a step from one version to the next.
pub(super) fn check_step(before: &Terms, next: FlowStatus) -> Result<()> {
    if !before.active {
        let message = "this contribution was withdrawn; record the new one as another";
        return Err(Error::conflict("flow-withdrawn", message).at("flowId"));
    }
    if next < before.status {
        let message = format!("a {} does not become a {next} again; withdraw it and record another", before.status);
        return Err(Error::invalid("status", "flow-step-back", message));
    }
    Ok(())
}

/// The yearly parts, checked: each year once, and all together the whole.
pub(super) fn portions(inputs: &[PortionInput], usd: Decimal) -> Result<Vec<Portion>> {
    let mut portions = Vec::with_capacity(inputs.len());
    for (index, input) in inputs.iter().enumerate() {
        if !(2000..=2100).contains(&input.year) || portions.iter().any(|known: &Portion| known.year == input.year) {
            let message = "give each year from 2000 to 2100 at most once";
            return Err(Error::invalid(format!("portions.{index}.year"), "flow-portion-year", message));
        }
        portions
            .push(Portion { year: input.year, usd: money::amount(input.usd, CENT, &format!("portions.{index}.usd"))? });
    }
    let sum = funding::total(portions.iter().map(|portion| Some(portion.usd)));
    match sum {
        Some(sum) if sum != usd => {
            let message = format!("the yearly parts add up to {sum} US dollars, and the contribution is {usd}");
            Err(Error::invalid("portions", "flow-portions-sum", message))
        }
        _ => Ok(portions),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::appeals::flows::model::tests::euros;

    fn dec(text: &str) -> Decimal {
        text.parse().expect("a number")
    }

    fn day(text: &str) -> Option<NaiveDate> {
        Some(text.parse().expect("a day"))
    }

    #[test]
    fn the_rate_is_fixed_by_the_decision_and_a_new_decision_has_its_own() {
        let before = euros();
        let again = settle(dec("500000"), "EUR", None, day("2021-02-25"), Some(&before)).expect("the fixed rate");
        assert_eq!(again, (dec("606796"), Some(dec("0.824"))));
        let error =
            settle(dec("500000"), "EUR", Some(dec("0.9")), day("2021-02-25"), Some(&before)).expect_err("fixed");
        assert_eq!((error.field(), error.key()), (Some("rate"), "flow-rate-fixed"));
        let later = settle(dec("500000"), "EUR", Some(dec("0.8")), day("2021-06-01"), Some(&before)).expect("its own");
        assert_eq!(later, (dec("625000"), Some(dec("0.8"))));
        assert_eq!(settle(dec("5"), "EUR", None, None, None).expect_err("no rate").key(), "flow-rate-missing");
    }

    #[test]
    fn dollars_have_no_rate_and_keep_their_cents() {
        assert_eq!(settle(dec("10.25"), "USD", None, None, None).expect("plain"), (dec("10.25"), None));
        assert_eq!(settle(dec("10"), "USD", Some(dec("2")), None, None).expect_err("a rate").key(), "flow-rate-usd");
    }

    #[test]
    fn amounts_and_rates_that_cannot_be_kept_are_refused() {
        for amount in ["0", "-5", "1.005", "10000000000000000", "79228162514264337593543950335"] {
            assert_eq!(settle(dec(amount), "USD", None, None, None).expect_err("no amount").field(), Some("amount"));
        }
        for rate in ["0", "-1", "0.0000001", "1.1234567", "1000000000000"] {
            let error = settle(dec("5"), "EUR", Some(dec(rate)), None, None).expect_err("no rate");
            assert_eq!(error.key(), "flow-rate-range", "{rate}");
        }
        assert!(settle(dec("9999999999999999"), "EUR", Some(dec("0.000001")), None, None).is_err());
    }

    #[test]
    fn a_contribution_only_becomes_firmer_and_a_withdrawn_one_nothing() {
        let before = euros();
        assert!(check_step(&before, FlowStatus::Commitment).is_ok());
        assert!(check_step(&before, FlowStatus::Paid).is_ok());
        assert_eq!(check_step(&before, FlowStatus::Pledge).expect_err("back").key(), "flow-step-back");
        let withdrawn = Terms { active: false, ..before };
        assert_eq!(check_step(&withdrawn, FlowStatus::Paid).expect_err("withdrawn").key(), "flow-withdrawn");
    }

    #[test]
    fn yearly_parts_are_one_per_year_and_add_up_to_the_whole() {
        let parts = |parts: &[(i32, &str)]| -> Vec<PortionInput> {
            parts.iter().map(|(year, usd)| PortionInput { year: *year, usd: dec(usd) }).collect()
        };
        assert_eq!(portions(&parts(&[(2020, "60"), (2021, "40")]), dec("100")).expect("the whole").len(), 2);
        assert_eq!(portions(&[], dec("100")).expect("none").len(), 0);
        let short = portions(&parts(&[(2020, "60")]), dec("100")).expect_err("too little");
        assert_eq!(short.message(), "the yearly parts add up to 60 US dollars, and the contribution is 100");
        let twice = portions(&parts(&[(2020, "50"), (2020, "50")]), dec("100")).expect_err("twice");
        assert_eq!(twice.field(), Some("portions.1.year"));
    }
}
