//! An order and its life.

use shop_kernel::clock::Timestamp;
use shop_kernel::error::{Failure, Result};
use shop_kernel::id::{CustomerId, OrderId};
use shop_kernel::money::{Currency, Money};

use crate::model::discount;
use crate::model::line::Line;
use crate::model::status::OrderStatus;

#[derive(Clone, Debug)]
pub struct Order {
    pub id: OrderId,
    pub customer: CustomerId,
    pub status: OrderStatus,
    pub placed_at: Timestamp,
    pub lines: Vec<Line>,
}

/// An order's total and what it is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrderTotals {
    pub goods: Money,
    pub discount: Money,
}

impl Order {
    pub fn place(
        id: OrderId,
        customer: CustomerId,
        now: Timestamp,
        lines: Vec<Line>,
    ) -> Result<Self> {
        if lines.is_empty() {
            return Err(Failure::invalid("an order has at least one line"));
        }
        let order = Self {
            id,
            customer,
            status: OrderStatus::Placed,
            placed_at: now,
            lines,
        };
        order.total()?;
        Ok(order)
    }

    pub fn totals(&self) -> Result<OrderTotals> {
        let currency = self
            .lines
            .first()
            .map_or(Currency::Eur, |line| line.price.currency());
        let goods = self
            .lines
            .iter()
            .try_fold(Money::zero(currency), |sum, line| sum.plus(line.subtotal()))?;
        Ok(OrderTotals {
            goods,
            discount: goods.percent(discount::percent(&self.lines)),
        })
    }

    pub fn total(&self) -> Result<Money> {
        self.totals().map(|totals| totals.payable())
    }

    pub fn pay(&mut self) -> Result<()> {
        self.become_(OrderStatus::Paid)
    }

    pub fn ship(&mut self) -> Result<()> {
        self.become_(OrderStatus::Shipped)
    }

    pub fn cancel(&mut self) -> Result<()> {
        self.become_(OrderStatus::Cancelled)
    }

    fn become_(&mut self, next: OrderStatus) -> Result<()> {
        if !self.status.may_become(next) {
            let (now, next) = (self.status.code(), next.code());
            return Err(Failure::conflict(format!(
                "an order that is {now} cannot be {next}"
            )));
        }
        self.status = next;
        Ok(())
    }
}

impl OrderTotals {
    #[must_use]
    pub fn payable(&self) -> Money {
        Money::new(
            self.goods.cents() - self.discount.cents(),
            self.goods.currency(),
        )
    }
}

#[cfg(test)]
mod tests {
    use shop_kernel::id::ProductId;

    use super::*;

    fn order(quantity: u32) -> Order {
        let price = Money::new(200, Currency::Eur);
        let line = Line::new(ProductId::new(1), quantity, price).unwrap();
        Order::place(
            OrderId::new(1),
            CustomerId::new(1),
            Timestamp(0),
            vec![line],
        )
        .unwrap()
    }

    #[test]
    fn ten_pieces_are_cheaper() {
        assert_eq!(order(9).total().unwrap().cents(), 1_800);
        assert_eq!(order(10).total().unwrap().cents(), 1_900);
    }

    #[test]
    fn what_is_shipped_stays_shipped() {
        let mut order = order(1);
        order.pay().unwrap();
        order.ship().unwrap();
        assert!(order.cancel().is_err());
    }
}
