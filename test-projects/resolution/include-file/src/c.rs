include!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/src/parts/",
    "other.rs"
));
