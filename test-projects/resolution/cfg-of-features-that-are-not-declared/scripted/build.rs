fn main() {
    println!("cargo::rustc-check-cfg=cfg(feature, values(\"hidden\"))");
    println!("cargo::rustc-cfg=feature=\"hidden\"");
}
