use crate::entry::Entry;

/// One entry a line: a text and cents.
pub fn read(text: &str) -> Vec<Entry> {
    text.lines().filter_map(line).collect()
}

fn line(line: &str) -> Option<Entry> {
    let (text, cents) = line.rsplit_once(' ')?;
    Some(entry!(text, cents.parse().ok()?))
}

#[cfg(windows)]
pub fn read_ansi(bytes: &[u8]) -> crate::account::Account {
    let mut account = crate::account::Account::default();
    account.book(entry!("ansi", i64::from(bytes[0])));
    account
}
