macro_rules! prelude {
    ($($module:ident),*) => {
        use $crate::a::One;
        $(use $crate::$module::*;)*
    };
}
