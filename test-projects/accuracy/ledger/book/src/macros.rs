/// Makes a newtype around an amount, with the trait that adds it up.
macro_rules! amount {
    ($name:ident) => {
        #[derive(Clone, Copy, Debug, Default, PartialEq)]
        pub struct $name($crate::money::Money);

        impl $crate::money::Total for $name {
            fn total(&self) -> $crate::money::Money {
                self.0
            }
        }
    };
}

#[macro_export]
macro_rules! entry {
    ($text:expr, $cents:expr) => {
        $crate::entry::Entry::new($text, $crate::money::Money::from_cents($cents))
    };
}
