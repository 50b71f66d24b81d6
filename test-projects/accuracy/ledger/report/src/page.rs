use book::money::Total;

pub struct Page {
    pub lines: Vec<String>,
}

impl Page {
    pub fn of(account: &book::Account) -> Self {
        let lines = account
            .entries()
            .map(|entry| format!("{}: {}", entry.text, entry.amount.cents))
            .collect();
        Self { lines }
    }

    pub fn sum(account: &book::Account) -> bool {
        account.total().is_debt()
    }
}
