//! An invoice as the customer reads it.

use std::fmt::Write;

use shop_kernel::clock::Timestamp;
use shop_kernel::id::{InvoiceId, OrderId};
use shop_kernel::locale::Locale;
use shop_kernel::money::Money;

#[derive(Clone, Debug)]
pub struct Position {
    pub name: String,
    pub quantity: u32,
    pub amount: Money,
}

#[derive(Clone, Debug)]
pub struct Invoice {
    pub id: InvoiceId,
    pub order: OrderId,
    pub positions: Vec<Position>,
    pub total: Money,
    pub due: Timestamp,
}

impl Invoice {
    pub fn text(&self) -> String {
        let locale = Locale::of_house();
        let mut text = format!("Invoice {} for order {}\n", self.id, self.order);
        for Position {
            name,
            quantity,
            amount,
        } in &self.positions
        {
            let _ = writeln!(
                text,
                "{quantity:>4} {name:<40} {:>12}",
                locale.amount(*amount)
            );
        }
        let _ = writeln!(text, "{:>58}", locale.amount(self.total));
        text
    }
}
