#[derive(marks::Serialize)]
#[serde(from = "crate::other::First", rename = "Text")]
pub struct Read {
    #[serde(with = "crate::other::codec", default = "crate::other::fallback")]
    pub one: u8,
    #[serde(skip_serializing_if = "crate::other::is_empty", alias = "crate::other::Text")]
    pub two: u8,
    #[arg(value_parser = crate::other::parse, default_value_t = crate::other::LIMIT)]
    pub three: u8,
    #[from(crate::other::Second)]
    #[doc = "crate::other::skipped"]
    pub four: u8,
}
