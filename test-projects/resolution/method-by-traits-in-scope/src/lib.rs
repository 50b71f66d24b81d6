pub mod a;
pub mod b;
pub mod loud;
pub mod quiet;
