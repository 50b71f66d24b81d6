// Both traits are for iterators; what the items are tells them apart.
use crate::a::Shown as _;
use crate::b::Shown as _;

pub fn show(count: usize) {
    (0..count).shown().close();
}
