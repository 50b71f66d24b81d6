use crate::a::{Source, first, second};

pub async fn run(source: &Source) -> Result<u8, u8> {
    let third = 1;
    tokio::join!(first(), first());
    let (one, two) = tokio::try_join!(source.next(), second())?;
    Ok(one + two + third)
}
