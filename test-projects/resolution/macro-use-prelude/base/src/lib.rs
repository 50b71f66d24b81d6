#[macro_export]
macro_rules! make {
    () => {
        1
    };
}

#[macro_export]
macro_rules! other {
    () => {
        2
    };
}
