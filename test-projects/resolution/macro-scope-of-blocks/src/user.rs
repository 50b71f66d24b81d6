pub fn inside() -> crate::a::Two {
    macro_rules! pick {
        () => {
            $crate::a::Two
        };
    }
    pick!()
}

pub fn outside() {
    let _ = pick!();
}
