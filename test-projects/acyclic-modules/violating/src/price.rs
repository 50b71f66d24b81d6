pub fn of(cart: &crate::cart::Cart) -> u32 {
    u32::try_from(cart.items.len()).unwrap_or(0)
}
