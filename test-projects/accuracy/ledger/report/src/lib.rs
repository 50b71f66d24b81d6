use book::Account;

pub mod page;

pub fn empty() -> Account {
    Account::default()
}

pub fn lines(account: &Account) -> usize {
    page::Page::of(account).lines.len()
}
