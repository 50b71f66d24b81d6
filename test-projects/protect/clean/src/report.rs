pub fn report() -> Option<String> {
    crate::disk::read("report")
}
