macro_rules! define {
    ($name:ident, $ty:ty) => {
        macro_rules! $name {
            ($function:ident) => {
                pub fn $function(_: $ty, _: $crate::a::Two) {}
            };
        }
    };
}
