use crate::a::Right;

macro_rules! named {
    ($name:ident, $($argument:tt),*) => {
        pub type $name<'a> = crate::a::Pair<$($argument),*>;
    };
}

named!(Alias, 'a, Right);

macro_rules! joined {
    ($operator:tt $of:path) => {
        pub fn joined(of: $of, other: bool) -> bool {
            of.is_set() $operator other
        }
    };
}

joined!(&& crate::a::Left);
