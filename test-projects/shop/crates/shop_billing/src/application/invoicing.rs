//! Writing the invoice for an order.

use std::sync::Arc;

use shop_kernel::clock::Clock;
use shop_kernel::error::Result;
use shop_kernel::id::{InvoiceId, OrderId};
use shop_orders::api::Orders;
use shop_orders::model::line::Line;

use crate::application::ports::{InvoiceRepository, ProductNames};
use crate::model::invoice::{Invoice, Position};

const DAYS_TO_PAY: u64 = 14;

pub struct Invoicing {
    invoices: Arc<dyn InvoiceRepository>,
    names: Arc<dyn ProductNames>,
    orders: Orders,
    clock: Arc<dyn Clock>,
}

impl Invoicing {
    pub fn new(
        invoices: Arc<dyn InvoiceRepository>,
        names: Arc<dyn ProductNames>,
        orders: Orders,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self {
            invoices,
            names,
            orders,
            clock,
        }
    }

    pub fn invoice(&self, order: OrderId) -> Result<Invoice> {
        let view = self.orders.order(order)?;
        let lines = self.orders.lines(order)?;
        let positions = lines
            .iter()
            .map(|line| self.position(line))
            .collect::<Result<_>>()?;
        let now = self.clock.now();
        let invoice = Invoice {
            id: InvoiceId::new(now.0),
            order,
            positions,
            total: view.total,
            due: now.plus_days(DAYS_TO_PAY),
        };
        self.invoices.save(&invoice)?;
        Ok(invoice)
    }

    fn position(&self, line: &Line) -> Result<Position> {
        let name = self.names.name(line.product)?;
        Ok(Position {
            name,
            quantity: line.quantity,
            amount: line.subtotal(),
        })
    }
}
