macro_rules! chain {
    () => {
        pub struct End(pub $crate::a::Last);
    };
    (never) => {
        pub struct End(pub $crate::a::Never);
    };
    ($name:ident = $ty:ty; $($rest:tt)*) => {
        pub struct $name(pub $ty);
        chain!($($rest)*);
    };
}
