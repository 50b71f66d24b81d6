use crate::r#type::r#match;

pub fn run() -> crate::r#type::r#Plain {
    r#match()
}
