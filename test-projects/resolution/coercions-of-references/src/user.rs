use crate::a::{fill, fill_one};

// What the elements are is known from what takes them.
pub fn of_an_array() -> Option<usize> {
    let mut slots = [None, None];
    fill(&mut slots);
    Some(slots[0]?.get())
}

pub fn of_a_vec() -> Option<usize> {
    let mut slots = vec![None; 3];
    fill(&mut slots);
    Some(slots[0]?.get())
}

pub fn of_a_box() -> Option<usize> {
    let mut slot = Box::new(None);
    fill_one(&mut slot);
    Some((*slot)?.get())
}
