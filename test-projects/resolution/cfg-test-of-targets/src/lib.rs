pub mod a;

#[cfg(test)]
pub fn under_test(_: a::Both) {}

#[cfg(not(test))]
pub fn not_under_test(_: a::NotTest) {}
