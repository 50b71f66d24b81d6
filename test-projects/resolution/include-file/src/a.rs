include!("parts/fragment.rs");
