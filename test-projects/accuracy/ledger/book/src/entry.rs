use crate::money::Money;

#[derive(Clone, Debug, PartialEq)]
pub enum Side {
    Debit,
    Credit,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub text: String,
    pub amount: Money,
}

impl Entry {
    pub fn new(text: &str, amount: Money) -> Self {
        Self { text: text.to_owned(), amount }
    }

    pub fn side(&self) -> Side {
        if self.amount.is_debt() { Side::Debit } else { Side::Credit }
    }
}
