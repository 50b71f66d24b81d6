pub mod a;
pub mod bare;
