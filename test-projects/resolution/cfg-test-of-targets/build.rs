#[path = "src/a.rs"]
mod a;

#[cfg(test)]
fn never(_: a::Both) {}

#[cfg(not(test))]
fn always(_: a::NotTest) {}

fn main() {
    always(a::NotTest);
}
