pub fn keep(order: crate::a::Order) -> crate::a::Order {
    order
}

#[cfg(test)]
mod tests {
    use crate::a::{limit, order};

    proptest::proptest! {
        #[test]
        fn keeps(id in 0..limit(), _given: u8) {
            let made: crate::a::Order = order(id);
            assert_eq!(made.id, id);
        }
    }
}
