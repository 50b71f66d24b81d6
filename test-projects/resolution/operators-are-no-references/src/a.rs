use std::ops::{Add, Neg};

#[derive(Clone, Copy, PartialEq)]
pub struct Money {
    pub cents: i64,
}

impl Add for Money {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            cents: self.cents + other.cents,
        }
    }
}

impl Neg for Money {
    type Output = Self;

    fn neg(self) -> Self {
        self
    }
}
