pub mod parts;

#[macro_export]
macro_rules! make {
    () => {
        $crate::parts::Part
    };
}
