//! Amounts of money. Whole cents; currencies never mix.

use std::fmt;

use crate::error::{Failure, Result};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Currency {
    Eur,
    Usd,
}

impl Currency {
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Eur => "EUR",
            Self::Usd => "USD",
        }
    }

    pub fn from_code(code: &str) -> Result<Self> {
        match code {
            "EUR" => Ok(Self::Eur),
            "USD" => Ok(Self::Usd),
            other => Err(Failure::invalid(format!("unknown currency {other}"))),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Money {
    cents: i64,
    currency: Currency,
}

impl Money {
    #[must_use]
    pub const fn new(cents: i64, currency: Currency) -> Self {
        Self { cents, currency }
    }

    #[must_use]
    pub const fn zero(currency: Currency) -> Self {
        Self::new(0, currency)
    }

    #[must_use]
    pub const fn cents(self) -> i64 {
        self.cents
    }

    #[must_use]
    pub const fn currency(self) -> Currency {
        self.currency
    }

    pub fn plus(self, other: Self) -> Result<Self> {
        if self.currency != other.currency {
            return Err(Failure::invalid("cannot add two currencies"));
        }
        Ok(Self::new(self.cents + other.cents, self.currency))
    }

    #[must_use]
    pub fn times(self, quantity: u32) -> Self {
        Self::new(self.cents * i64::from(quantity), self.currency)
    }

    /// `percent` of the amount, rounded down.
    #[must_use]
    pub fn percent(self, percent: u8) -> Self {
        Self::new(self.cents * i64::from(percent) / 100, self.currency)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.currency.code();
        write!(f, "{}.{:02} {code}", self.cents / 100, self.cents % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn currencies_do_not_mix() {
        let euro = Money::new(100, Currency::Eur);
        assert!(euro.plus(Money::new(1, Currency::Usd)).is_err());
        assert_eq!(euro.plus(euro).unwrap().cents(), 200);
    }

    #[test]
    fn cents_have_two_digits() {
        assert_eq!(Money::new(1205, Currency::Eur).to_string(), "12.05 EUR");
    }
}
