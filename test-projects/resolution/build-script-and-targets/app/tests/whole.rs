mod common;

#[test]
fn whole() {
    let _ = common::root();
}
