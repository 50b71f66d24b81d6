use crate::page::{Entry, Page};

pub fn run(page: &Page<Entry>) {
    for entry in page.iter() {
        entry.show();
    }
}
