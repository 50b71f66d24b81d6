use crate::a::*;

pub fn local_item_wins() -> u8 {
    struct Hidden;
    let _ = Hidden;
    one()
}
