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

/// The rules of a macro of another crate, by its path there.
pub fn rules(path: &str) -> Option<&'static str> {
    match path {
        "diesel::table" | "diesel::prelude::table" => Some(DIESEL_TABLE),
        "diesel::joinable" | "diesel::prelude::joinable" => Some(DIESEL_JOINABLE),
        "diesel::allow_tables_to_appear_in_same_query"
        | "diesel::prelude::allow_tables_to_appear_in_same_query" => Some(DIESEL_TABLES),
        _ => None,
    }
}
