#[test]
fn top_is_two() {
    assert_eq!(top::two(), 2);
}
