//! What is ordered.

use crate::total::Total;

/// One line of an order.
pub struct Item {
    /// Its price.
    pub cents: u64,
}

/// Several items.
pub struct Order {
    /// The items.
    pub items: Vec<Item>,
    /// What the customer says.
    pub note: Box<Note>,
}

/// What a customer says.
pub struct Note(String);

/// Orders.
pub type Basket = Vec<Order>;
/// The note by another name.
pub type Remark = Note;

impl Note {
    /// Nothing said.
    pub fn blank() -> Self {
        Self(String::new())
    }

    /// How much is said.
    pub fn length(&self) -> usize {
        self.0.len()
    }
}

impl Order {
    /// An order without an item.
    pub fn empty() -> Self {
        Self {
            items: Vec::new(),
            note: Box::new(Note::blank()),
        }
    }
}

impl Total for Order {
    fn total(&self) -> u64 {
        self.items.iter().map(|item| item.cents).sum()
    }
}

/// Reads an order.
pub fn load() -> Result<Order, String> {
    Ok(Order::empty())
}
