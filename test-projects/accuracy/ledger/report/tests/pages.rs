use ledger_report::page::Page;

#[test]
fn every_entry_has_a_line() {
    let mut account = ledger_report::empty();
    for entry in book::read_entries("rent -900\nwage 2000") {
        account.book(entry);
    }
    assert_eq!(Page::of(&account).lines.len(), 2);
    assert!(!Page::sum(&account));
}
