macro_rules! first {
    () => {
        pub fn made() -> crate::a::Two {
            crate::a::Two
        }
    };
}

first!();
