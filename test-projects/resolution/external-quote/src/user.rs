use crate::a::real;

pub fn run() -> proc_macro2::TokenStream {
    let number = real();
    quote::quote! {
        crate::a::quoted(crate::a::Quoted, #number)
    }
}
