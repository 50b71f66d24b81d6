use proc_macro::TokenStream;

#[proc_macro_derive(Serialize, attributes(serde, arg, from))]
pub fn derive_serialize(_: TokenStream) -> TokenStream {
    TokenStream::new()
}
