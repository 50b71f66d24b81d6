#[path = "f1.rs"] pub mod x;
#[path = "f1.rs"] pub mod y;
//# app/src/f1.rs
#[path = "f2.rs"] pub mod x;
#[path = "f2.rs"] pub mod y;
//# app/src/f2.rs
#[path = "f3.rs"] pub mod x;
#[path = "f3.rs"] pub mod y;
//# app/src/f3.rs
#[path = "f4.rs"] pub mod x;
#[path = "f4.rs"] pub mod y;
//# app/src/f4.rs
#[path = "f5.rs"] pub mod x;
#[path = "f5.rs"] pub mod y;
//# app/src/f5.rs
#[path = "f6.rs"] pub mod x;
#[path = "f6.rs"] pub mod y;
//# app/src/f6.rs
#[path = "f7.rs"] pub mod x;
#[path = "f7.rs"] pub mod y;
//# app/src/f7.rs
#[path = "f8.rs"] pub mod x;
#[path = "f8.rs"] pub mod y;
//# app/src/f8.rs
#[path = "f9.rs"] pub mod x;
#[path = "f9.rs"] pub mod y;
//# app/src/f9.rs
#[path = "f10.rs"] pub mod x;
#[path = "f10.rs"] pub mod y;
//# app/src/f10.rs
#[path = "f11.rs"] pub mod x;
#[path = "f11.rs"] pub mod y;
//# app/src/f11.rs
#[path = "f12.rs"] pub mod x;
#[path = "f12.rs"] pub mod y;
//# app/src/f12.rs
#[path = "f13.rs"] pub mod x;
#[path = "f13.rs"] pub mod y;
//# app/src/f13.rs
#[path = "f14.rs"] pub mod x;
#[path = "f14.rs"] pub mod y;
//# app/src/f14.rs
#[path = "f15.rs"] pub mod x;
#[path = "f15.rs"] pub mod y;
//# app/src/f15.rs
#[path = "f16.rs"] pub mod x;
#[path = "f16.rs"] pub mod y;
//# app/src/f16.rs
#[path = "f17.rs"] pub mod x;
#[path = "f17.rs"] pub mod y;
//# app/src/f17.rs
#[path = "f18.rs"] pub mod x;
#[path = "f18.rs"] pub mod y;
//# app/src/f18.rs
#[path = "f19.rs"] pub mod x;
#[path = "f19.rs"] pub mod y;
//# app/src/f19.rs
#[path = "f20.rs"] pub mod x;
#[path = "f20.rs"] pub mod y;
//# app/src/f20.rs
#[path = "f21.rs"] pub mod x;
#[path = "f21.rs"] pub mod y;
//# app/src/f21.rs
#[path = "f22.rs"] pub mod x;
#[path = "f22.rs"] pub mod y;
//# app/src/f22.rs
#[path = "f23.rs"] pub mod x;
#[path = "f23.rs"] pub mod y;
//# app/src/f23.rs
#[path = "f24.rs"] pub mod x;
#[path = "f24.rs"] pub mod y;
//# app/src/f24.rs
pub use super::super::*;
pub fn f() { super::x::f(); self::f() }
