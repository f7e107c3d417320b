//! Amounts and currencies as they may be entered.

use rust_decimal::Decimal;

use crate::kit::{Error, Result};

/// An amount as it is kept, 18 digits to the cent; `lowest` is the least that makes sense.
///
/// # Errors
/// When it is below `lowest`, too large, or has parts of a cent.
pub(super) fn amount(amount: Decimal, lowest: Decimal, field: &str) -> Result<Decimal> {
    if amount >= Decimal::from(10_000_000_000_000_000_i64) {
        let message = "this amount is too large; check the number of zeros";
        Err(Error::invalid(field, "money-too-large", message))
    } else if amount < lowest || amount.normalize().scale() > 2 {
        Err(Error::invalid(field, "money-amount", format!("give an amount of {lowest} or more, to the cent")))
    } else {
        Ok(amount)
    }
}

/// The code of a currency.
///
/// # Errors
/// When it has not three letters.
pub(super) fn currency(text: &str, field: &str) -> Result<String> {
    let code = text.trim().to_ascii_uppercase();
    if code.len() == 3 && code.bytes().all(|letter| letter.is_ascii_uppercase()) {
        Ok(code)
    } else {
        Err(Error::invalid(field, "currency-code", "give the three letters of a currency, such as USD or EUR"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_to_the_cent_and_fits_its_column() {
        let check = |text: &str, lowest| amount(text.parse().expect("a number"), lowest, "amount");
        for good in ["0.01", "1.10", "1.100", "9999999999999999.99"] {
            assert!(check(good, Decimal::new(1, 2)).is_ok(), "{good}");
        }
        for wrong in ["0", "-5", "1.005", "10000000000000000", "79228162514264337593543950335"] {
            assert_eq!(check(wrong, Decimal::new(1, 2)).expect_err("no amount").field(), Some("amount"), "{wrong}");
        }
        assert!(check("0", Decimal::ZERO).is_ok());
    }

    #[test]
    fn a_currency_has_three_letters() {
        assert_eq!(currency(" eur ", "currency").expect("a code"), "EUR");
        for wrong in ["", "€", "EURO", "E1R"] {
            assert!(currency(wrong, "currency").is_err(), "{wrong:?}");
        }
    }
}
