#[path = "b.rs"] pub mod x;
#[path = "b.rs"] pub mod y;
//# app/src/b.rs
#[path = "c.rs"] pub mod x;
#[path = "c.rs"] pub mod y;
//# app/src/c.rs
#[path = "d.rs"] pub mod x;
#[path = "d.rs"] pub mod y;
//# app/src/d.rs
#[path = "e.rs"] pub mod x;
#[path = "e.rs"] pub mod y;
//# app/src/e.rs
#[path = "f.rs"] pub mod x;
#[path = "f.rs"] pub mod y;
//# app/src/f.rs
#[path = "g.rs"] pub mod x;
#[path = "g.rs"] pub mod y;
//# app/src/g.rs
pub use super::super::*;
pub fn f() { super::x::f(); self::f() }
