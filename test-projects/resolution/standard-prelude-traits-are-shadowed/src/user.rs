use crate::a::{Drop, drop};

pub struct Owned;

impl Drop for Owned {}

pub fn run(owned: Owned) {
    owned.gone();
    drop(owned);
}
