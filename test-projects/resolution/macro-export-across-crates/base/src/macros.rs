#[macro_export]
macro_rules! outer {
    ($name:ident) => {
        $crate::helper!($name, $crate::parts::Part);
    };
}

pub mod inner {
    #[macro_export]
    macro_rules! helper {
        ($name:ident, $of:path) => {
            pub struct $name(pub $of);
        };
    }
}
