macro_rules! chosen {
    () => {
        pub fn made(_: $crate::a::Path) {}
    };
}
pub(crate) use chosen;
