use crate::c::Carried;

pub struct Public;

struct Private;

pub fn own() -> Option<Carried> {
    let _ = Private;
    None
}
