pub fn all() -> (crate::neat::Thing, Option<crate::neat::child::Child>, crate::inline::deep::Deep) {
    (crate::neat::Thing, None, crate::inline::deep::Deep)
}
