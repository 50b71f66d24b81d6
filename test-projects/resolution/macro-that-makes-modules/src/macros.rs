macro_rules! module {
    ($name:ident) => {
        pub mod $name {
            pub fn made(_: super::Own) -> $crate::a::One {
                $crate::a::One
            }
        }
    };
}
