use std::sync::Mutex;

use shop_kernel::clock::FixedClock;
use shop_kernel::money::{Currency, Money};

use super::*;
use crate::model::status::OrderStatus;

#[derive(Default)]
struct Memory {
    orders: Mutex<Vec<Order>>,
}

impl OrderRepository for Memory {
    fn find(&self, id: OrderId) -> Result<Option<Order>> {
        Ok(self
            .orders
            .lock()
            .unwrap()
            .iter()
            .find(|order| order.id == id)
            .cloned())
    }

    fn placed_before(&self, limit: Timestamp) -> Result<Vec<Order>> {
        let orders = self.orders.lock().unwrap();
        Ok(orders
            .iter()
            .filter(|order| order.placed_at < limit)
            .cloned()
            .collect())
    }

    fn save(&self, order: &Order) -> Result<()> {
        let mut orders = self.orders.lock().unwrap();
        orders.retain(|known| known.id != order.id);
        orders.push(order.clone());
        Ok(())
    }
}

/// Everything costs one euro; there are five pieces in all.
struct SmallShelf(Mutex<u32>);

impl Shelf for SmallShelf {
    fn price(&self, _: ProductId) -> Result<Money> {
        Ok(Money::new(100, Currency::Eur))
    }

    fn reserve(&self, _: ProductId, quantity: u32) -> Result<()> {
        let mut left = self.0.lock().unwrap();
        *left = left
            .checked_sub(quantity)
            .ok_or_else(|| Failure::conflict("sold out"))?;
        Ok(())
    }

    fn release(&self, _: ProductId, quantity: u32) -> Result<()> {
        *self.0.lock().unwrap() += quantity;
        Ok(())
    }
}

struct Everybody;

impl Customers for Everybody {
    fn may_order(&self, _: CustomerId) -> Result<bool> {
        Ok(true)
    }
}

fn orders(shelf: &Arc<SmallShelf>) -> Orders {
    let clock = Arc::new(FixedClock(Timestamp(1_000)));
    Orders::new(
        Arc::new(Memory::default()),
        shelf.clone(),
        Arc::new(Everybody),
        clock,
        Arc::default(),
    )
}

#[test]
fn a_cancelled_order_gives_its_stock_back() {
    let shelf = Arc::new(SmallShelf(Mutex::new(5)));
    let orders = orders(&shelf);
    let customer = CustomerId::new(7);
    let order = orders.place(customer, &[(ProductId::new(1), 3)]).unwrap();
    assert_eq!(*shelf.0.lock().unwrap(), 2);
    let cancelled = orders.cancel(order.id, customer).unwrap();
    assert_eq!(cancelled.status, OrderStatus::Cancelled);
    assert_eq!(*shelf.0.lock().unwrap(), 5);
}

#[test]
fn an_order_that_cannot_be_filled_keeps_nothing() {
    let shelf = Arc::new(SmallShelf(Mutex::new(5)));
    let wanted = [(ProductId::new(1), 3), (ProductId::new(2), 3)];
    assert!(orders(&shelf).place(CustomerId::new(7), &wanted).is_err());
    assert_eq!(*shelf.0.lock().unwrap(), 5);
}
