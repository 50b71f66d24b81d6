fn main() {
    let _ = app::Root;
}
