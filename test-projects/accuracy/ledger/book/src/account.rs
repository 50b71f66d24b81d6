use crate::entry::{Entry, Side};
use crate::money::{Money, Total};

amount!(Balance);

#[derive(Default)]
pub struct Account {
    entries: Vec<Entry>,
    pub limit: Balance,
}

impl Account {
    pub fn book(&mut self, entry: Entry) -> &mut Self {
        self.entries.push(entry);
        self
    }

    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter()
    }

    pub fn debts(&self) -> usize {
        self.entries.iter().filter(|entry| entry.side() == Side::Debit).count()
    }
}

impl Total for Account {
    fn total(&self) -> Money {
        self.entries.iter().fold(Money::ZERO, |sum, entry| sum + entry.amount)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_add_up() {
        let mut account = Account::default();
        account.book(entry!("rent", -900)).book(entry!("wage", 2_000));
        assert_eq!(account.total().cents, 1_100);
        assert_eq!(account.debts(), 1);
    }

    #[test]
    fn a_report_of_nothing_is_empty() {
        assert_eq!(ledger_report::lines(&ledger_report::empty()), 0);
    }
}
