pub mod parts;

#[macro_export(local_inner_macros)]
macro_rules! outer {
    () => {
        helper!();
    };
}

#[macro_export]
macro_rules! helper {
    () => {
        pub fn made(_: $crate::parts::Part) {}
    };
}
