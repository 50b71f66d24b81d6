use crate::a::{str as text, u16};

pub fn taken(_: u16) {
    let _ = text_of();
}

fn text_of() -> &'static str {
    use text as _;
    ""
}
