pub struct Time;

impl std::str::FromStr for Time {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse::<u8>().map(|_| Time)
    }
}

pub enum State {
    Err,
    Fine,
}
