macro_rules! only {
    ($($item:item)*) => {
        $($item)*
    };
}
