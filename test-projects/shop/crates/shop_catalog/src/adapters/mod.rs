//! The outside of the catalog: its tables, and the files of the suppliers.

pub mod db;
pub mod price_list;
