pub mod a;
pub mod b;
pub mod parent;
pub mod sibling;
