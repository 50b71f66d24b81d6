macro_rules! kept {
    () => {
        pub fn one(_: $crate::a::One) {}
    };
}
pub(crate) use kept;

pub mod deep {
    #[macro_export]
    macro_rules! named {
        () => {
            pub fn two(_: $crate::a::Two) {}
        };
    }
}
