//! Placing, paying and cancelling orders.

use std::sync::Arc;

use shop_kernel::clock::{Clock, Timestamp};
use shop_kernel::error::{Failure, Result};
use shop_kernel::id::{CustomerId, OrderId, ProductId};

use crate::application::ports::{Customers, OrderRepository, Shelf};
use crate::events::{OrderCancelled, OrderPlaced, OrderTopics};
use crate::model::line::Line;
use crate::model::order::Order;

/// How long stock is kept for an order that is not paid.
const PATIENCE: u64 = 3 * Timestamp::DAY;

pub struct Orders {
    repository: Arc<dyn OrderRepository>,
    shelf: Arc<dyn Shelf>,
    customers: Arc<dyn Customers>,
    clock: Arc<dyn Clock>,
    topics: Arc<OrderTopics>,
}

impl Orders {
    pub fn new(
        repository: Arc<dyn OrderRepository>,
        shelf: Arc<dyn Shelf>,
        customers: Arc<dyn Customers>,
        clock: Arc<dyn Clock>,
        topics: Arc<OrderTopics>,
    ) -> Self {
        Self {
            repository,
            shelf,
            customers,
            clock,
            topics,
        }
    }

    pub fn get(&self, id: OrderId) -> Result<Order> {
        let found = self.repository.find(id)?;
        found.ok_or(Failure::NotFound {
            what: "order",
            id: id.raw(),
        })
    }

    pub fn place(&self, customer: CustomerId, wanted: &[(ProductId, u32)]) -> Result<Order> {
        if !self.customers.may_order(customer)? {
            return Err(Failure::conflict("the e-mail address is not verified yet"));
        }
        let lines = wanted
            .iter()
            .map(|&(product, quantity)| self.line(product, quantity));
        let now = self.clock.now();
        let id = OrderId::new(now.0);
        let order = Order::place(id, customer, now, lines.collect::<Result<_>>()?)?;
        self.reserve(&order)?;
        self.repository.save(&order)?;
        let total = order.total()?;
        self.topics.placed.publish(&OrderPlaced {
            order: id,
            customer,
            total,
        });
        Ok(order)
    }

    pub fn mark_paid(&self, id: OrderId) -> Result<Order> {
        let mut order = self.get(id)?;
        order.pay()?;
        self.repository.save(&order)?;
        Ok(order)
    }

    pub fn mark_shipped(&self, id: OrderId) -> Result<Order> {
        let mut order = self.get(id)?;
        order.ship()?;
        self.repository.save(&order)?;
        Ok(order)
    }

    pub fn cancel(&self, id: OrderId, customer: CustomerId) -> Result<Order> {
        let order = self.get(id)?;
        if order.customer != customer {
            return Err(Failure::NotFound {
                what: "order",
                id: id.raw(),
            });
        }
        self.give_back(order)
    }

    /// Cancels what was not paid in time; how many orders that were.
    pub fn expire_unpaid(&self) -> Result<usize> {
        let limit = Timestamp(self.clock.now().0.saturating_sub(PATIENCE));
        let overdue = self.repository.placed_before(limit)?;
        let count = overdue.len();
        for order in overdue {
            self.give_back(order)?;
        }
        Ok(count)
    }

    fn line(&self, product: ProductId, quantity: u32) -> Result<Line> {
        Line::new(product, quantity, self.shelf.price(product)?)
    }

    /// All lines or none.
    fn reserve(&self, order: &Order) -> Result<()> {
        for (index, line) in order.lines.iter().enumerate() {
            if let Err(failure) = self.shelf.reserve(line.product, line.quantity) {
                for taken in &order.lines[..index] {
                    self.shelf.release(taken.product, taken.quantity)?;
                }
                return Err(failure);
            }
        }
        Ok(())
    }

    fn give_back(&self, mut order: Order) -> Result<Order> {
        order.cancel()?;
        for line in &order.lines {
            self.shelf.release(line.product, line.quantity)?;
        }
        self.repository.save(&order)?;
        let customer = order.customer;
        self.topics.cancelled.publish(&OrderCancelled {
            order: order.id,
            customer,
        });
        Ok(order)
    }
}

#[cfg(test)]
mod tests;
