use crate::a::{made, orders};
use crate::b::Show as _;

pub fn run() -> u8 {
    made().show();
    orders().map(|order| order.total()).sum()
}
