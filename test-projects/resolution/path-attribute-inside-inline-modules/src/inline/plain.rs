pub fn here(_: crate::Root) {}
