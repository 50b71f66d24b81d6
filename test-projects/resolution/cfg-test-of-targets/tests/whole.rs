#[cfg(test)]
fn always(_: app::a::Both) {}

#[cfg(not(test))]
fn never(_: app::a::NotTest) {}
