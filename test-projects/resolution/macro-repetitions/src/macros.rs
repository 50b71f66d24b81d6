macro_rules! all {
    ($($name:ident { $($field:ident : $ty:ty),* $(,)? })+) => {
        $(
            pub struct $name { $(pub $field: $ty),* }
            impl $crate::a::Show for $name {}
        )+
    };
}
