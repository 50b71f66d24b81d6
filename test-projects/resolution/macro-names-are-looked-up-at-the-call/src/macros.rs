macro_rules! made {
    () => {
        pub fn made(_: One) {}
    };
}
