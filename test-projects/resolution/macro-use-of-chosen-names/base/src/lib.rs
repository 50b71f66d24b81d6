#[macro_export]
macro_rules! one {
    () => {
        1
    };
}

#[macro_export]
macro_rules! two {
    () => {
        2
    };
}
