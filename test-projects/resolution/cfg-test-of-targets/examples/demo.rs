#[cfg(test)]
fn as_a_test(_: app::a::Both) {}

#[cfg(not(test))]
fn as_an_example(_: app::a::NotTest) {}

fn main() {}
