include!("ones.rs");
