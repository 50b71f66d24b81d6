macro_rules! steps {
    ($name:ident, $($step:expr,)*) => {
        steps!($name, all vec![$($step),*]);
    };
    ($name:ident, $($step:expr),*) => {
        steps!($name, all vec![$($step),*]);
    };
    ($name:ident, all $steps:expr) => {
        pub fn $name() {
            crate::a::check($steps);
        }
    };
    ($name:ident, $steps:expr, all) => {
        pub fn $name() {
            crate::a::never($steps);
        }
    };
}

steps!(with_comma, crate::a::first(),);
steps!(without_comma, crate::a::first(), crate::a::second());
