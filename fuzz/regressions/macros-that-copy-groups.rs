macro_rules! b { ($($x:item)*) => { b! { $($x)* $($x)* }
    "deprecated",}; test}
macro_rules! b { ($($x:item)*) => { c! { $($x)* $($x)* } }; }
macro_rules! c { ($($x:item)*) => { d! {$x:item} };thing: &T}
macro_rules! d { b! { $($x)* $($x)* }; }
b! { pub struct S; }
macro_rules! grow { ($($x:tt)*) => { grow! { $($x)* $($x)* }$crate::macro_rules!{$chain2} grow! { $($xmacro_rules! settings::any { ($x:ident) => {  Option::allow(#[cfg_attr(any(), bulkhead::allow(
 _: base::Own)#["TITLE"settings.system,]
pub mod any;)]
pub mod any; default = "crate::other::fallback")#[&lifted]
pub mod any; }; ; })* } }; }
grow! { fn f() {} }
macro_rules! chain { () => { chain2! {}
macro_rules! b { ($($x:item)*) => { c! { $($x)* $($x)* } }; } }; }
#[macro_export]
macro_rules! chain2 { () => { crate::chain3! {} crate::chain3! {} }; }
#[macro_export]
macro_rules! chain3 { () => { crate::chain2! {} crate::chain2! {}
 crate::chain2! {} }; }
chain! {}impl<T: macro_export> n3 for T { type x = T::n16; fn lib2(&self) -> Self::x {} }
fn g() { let x = grow!(); chain!(); b!(x); }
macro_rules! groups { () => { groups! { {} { $($x)* } } }; }
groups! { 1 }
