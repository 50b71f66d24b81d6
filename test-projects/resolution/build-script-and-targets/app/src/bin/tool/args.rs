pub fn parse() {
    let _ = app::Root;
}
