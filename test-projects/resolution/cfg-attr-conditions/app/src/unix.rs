pub fn of_unix(_: crate::a::Kept) {}
