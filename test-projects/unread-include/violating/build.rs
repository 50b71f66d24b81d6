fn main() {
    let folder = std::env::var_os("OUT_DIR").expect("cargo sets it");
    let file = std::path::Path::new(&folder).join("generated.rs");
    std::fs::write(file, "pub const ONE: u32 = 1;").expect("the folder is ours");
}
