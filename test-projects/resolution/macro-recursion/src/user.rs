chain! {
    First = crate::a::One;
    Second = crate::a::Two;
}
