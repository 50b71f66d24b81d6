use crate::aliases::{Alias, Sort};

pub fn make() -> (Alias, Sort) {
    (Alias::new(), Sort::A)
}
