#[test]
fn one_less() {
    assert_eq!(base::one(), top::two() - 1);
}
