pub struct Source;

impl Source {
    pub async fn next(&self) -> Result<u8, u8> {
        Ok(1)
    }
}

pub async fn first() {}
pub async fn second() -> Result<u8, u8> {
    Ok(2)
}
pub async fn third() {}
