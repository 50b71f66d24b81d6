//! Many pieces are cheaper.

use crate::model::line::Line;

/// Percent off the whole order.
#[must_use]
pub fn percent(lines: &[Line]) -> u8 {
    let pieces: u32 = lines.iter().map(|line| line.quantity).sum();
    match pieces {
        0..10 => 0,
        10..50 => 5,
        _ => 10,
    }
}
