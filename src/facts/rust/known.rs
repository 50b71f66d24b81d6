//! Macros of well-known crates that define modules and types, written as `macro_rules!` that write the same names.
//!
//! What they write stands for the names and their types only: bodies are left out.

/// <https://docs.diesel.rs/master/diesel/macro.table.html>
const DIESEL_TABLE: &str = r"
    (
        $(#[$meta:meta])* $($schema:ident .)? $name:ident $( ( $($key:tt)* ) )? {
            $( $(#[$column_meta:meta])* $column:ident -> $ty:ty ),* $(,)?
        }
    ) => {
        pub mod $name {
            use ::diesel::sql_types::*;
            pub use self::columns::*;
            pub mod dsl {
                pub use super::columns::*;
                pub use super::table as $name;
            }
            pub const all_columns: () = ();
            pub struct table;
            pub type SqlType = ( $($ty,)* );
            pub struct BoxedQuery;
            pub mod columns {
                pub struct star;
                $( pub struct $column; )*
            }
        }
    };
    (
        $($import:item)+
        $(#[$meta:meta])* $($schema:ident .)? $name:ident $( ( $($key:tt)* ) )? {
            $( $(#[$column_meta:meta])* $column:ident -> $ty:ty ),* $(,)?
        }
    ) => {
        pub mod $name {
            $($import)+
            pub use self::columns::*;
            pub mod dsl {
                pub use super::columns::*;
                pub use super::table as $name;
            }
            pub const all_columns: () = ();
            pub struct table;
            pub type SqlType = ( $($ty,)* );
            pub struct BoxedQuery;
            pub mod columns {
                pub struct star;
                $( pub struct $column; )*
            }
        }
    }
";

/// <https://docs.diesel.rs/master/diesel/macro.joinable.html>
const DIESEL_JOINABLE: &str = r"
    ($child:ident -> $parent:ident ($source:ident)) => {
        const _: ($child::table, $parent::table, $child::$source) = ();
    }
";

/// <https://docs.diesel.rs/master/diesel/macro.allow_tables_to_appear_in_same_query.html>
const DIESEL_TABLES: &str = r"
    ($($table:ident),* $(,)?) => { const _: ( $($table::table,)* ) = (); }
";

/// <https://docs.rs/bitflags/latest/bitflags/macro.bitflags.html>
const BITFLAGS: &str = r"
    (
        $(
            $(#[$meta:meta])*
            $vis:vis struct $name:ident : $ty:ty {
                $( $(#[$flag_meta:meta])* const $flag:tt = $value:expr; )*
            }
        )*
    ) => {
        $(
            $(#[$meta])*
            $vis struct $name { bits: $ty }
            impl $name {
                $( $(#[$flag_meta])* pub const $flag: Self = Self { bits: $value }; )*
                pub const fn empty() -> Self { loop {} }
                pub const fn all() -> Self { loop {} }
                pub const fn bits(&self) -> $ty { loop {} }
                pub const fn from_bits(bits: $ty) -> Option<Self> { loop {} }
                pub const fn from_bits_truncate(bits: $ty) -> Self { loop {} }
                pub const fn from_bits_retain(bits: $ty) -> Self { loop {} }
                pub fn from_name(name: &str) -> Option<Self> { loop {} }
                pub const fn is_empty(&self) -> bool { loop {} }
                pub const fn is_all(&self) -> bool { loop {} }
                pub const fn intersects(&self, other: Self) -> bool { loop {} }
                pub const fn contains(&self, other: Self) -> bool { loop {} }
                pub fn insert(&mut self, other: Self) {}
                pub fn remove(&mut self, other: Self) {}
                pub fn toggle(&mut self, other: Self) {}
                pub fn set(&mut self, other: Self, value: bool) {}
                pub const fn intersection(self, other: Self) -> Self { loop {} }
                pub const fn union(self, other: Self) -> Self { loop {} }
                pub const fn difference(self, other: Self) -> Self { loop {} }
                pub const fn symmetric_difference(self, other: Self) -> Self { loop {} }
                pub const fn complement(self) -> Self { loop {} }
            }
            impl ::std::ops::BitOr for $name { type Output = Self; }
            impl ::std::ops::BitAnd for $name { type Output = Self; }
            impl ::std::ops::BitXor for $name { type Output = Self; }
            impl ::std::ops::Sub for $name { type Output = Self; }
            impl ::std::ops::Not for $name { type Output = Self; }
        )*
    }
";

/// The crate, the macro, its rules.
const KNOWN: [(&str, &str, &str); 4] = [
    ("bitflags", "bitflags", BITFLAGS),
    (
        "diesel",
        "allow_tables_to_appear_in_same_query",
        DIESEL_TABLES,
    ),
    ("diesel", "joinable", DIESEL_JOINABLE),
    ("diesel", "table", DIESEL_TABLE),
];

/// The names of all of them.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    KNOWN.iter().map(|(_, name, _)| *name)
}

/// The rules of a macro of another crate, by its path there.
pub(crate) fn rules(path: &str) -> Option<&'static str> {
    let (of, in_crate) = path.split_once("::")?;
    let name = in_crate.strip_prefix("prelude::").unwrap_or(in_crate);
    let mut known = KNOWN.iter();
    let found = known.find(|(crate_name, known, _)| *crate_name == of && *known == name);
    found.map(|(_, _, rules)| *rules)
}
