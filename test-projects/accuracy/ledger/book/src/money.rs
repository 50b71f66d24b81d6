use std::ops::Add;

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Money {
    pub cents: i64,
}

impl Money {
    pub const ZERO: Money = Money { cents: 0 };

    pub fn from_cents(cents: i64) -> Self {
        Self { cents }
    }

    pub fn is_debt(self) -> bool {
        self.cents < 0
    }
}

impl Add for Money {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::from_cents(self.cents + other.cents)
    }
}

pub trait Total {
    fn total(&self) -> Money;
}
