//! Macros of well-known crates that define modules, written as `macro_rules!` that write the same names.
//!
//! What they write stands for the names only: bodies and impls are left out.

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

const KNOWN: [(&str, &str); 3] = [
    ("table", DIESEL_TABLE),
    ("joinable", DIESEL_JOINABLE),
    ("allow_tables_to_appear_in_same_query", DIESEL_TABLES),
];

/// The names of all of them.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    KNOWN.iter().map(|(name, _)| *name)
}

/// The rules of a macro of another crate, by its path there.
pub(crate) fn rules(path: &str) -> Option<&'static str> {
    let in_crate = path.strip_prefix("diesel::")?;
    let name = in_crate.strip_prefix("prelude::").unwrap_or(in_crate);
    let known = KNOWN.iter().find(|(known, _)| *known == name);
    known.map(|(_, rules)| *rules)
}
