use crate::a::*;

pub fn own_value() -> u8 {
    let one = one();
    one
}

pub fn chain() -> u8 {
    if let Some(two) = two()
        && two > 1
    {
        return two;
    }
    0
}

pub fn after_its_block() -> u8 {
    {
        let three = 1;
        let _ = three;
    }
    three()
}

pub fn of_another_arm(given: Option<u8>) -> u8 {
    match given {
        Some(four) if four > 1 => four,
        _ => four(),
    }
}

pub fn of_a_closure() -> u8 {
    let add = |five: u8| five + 1;
    add(five())
}

pub fn of_a_loop(six: &dyn Fn() -> u8) -> u8 {
    for seven in 0..six() {
        drop(seven);
    }
    let Some(eight) = Some(1) else { return 0 };
    eight
}
