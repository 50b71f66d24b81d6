//! Orders in the database.

use shop_kernel::clock::Timestamp;
use shop_kernel::database::Database;
use shop_kernel::error::{Failure, Result};
use shop_kernel::id::{CustomerId, OrderId, ProductId};
use shop_kernel::money::{Currency, Money};

use crate::application::ports::OrderRepository;
use crate::model::line::Line;
use crate::model::order::Order;
use crate::model::status::OrderStatus;

pub struct SqlOrders {
    database: Database,
}

impl SqlOrders {
    pub fn new(database: Database) -> Self {
        Self { database }
    }

    fn lines(&self, id: OrderId) -> Result<Vec<Line>> {
        let rows = sqlx::query("SELECT * FROM order_lines WHERE order_id = $1 ORDER BY position")
            .bind(id.as_column())
            .fetch_all(self.database.pool())
            .map_err(Failure::storage)?;
        rows.iter().map(to_line).collect()
    }

    fn load(&self, row: &sqlx::Row) -> Result<Order> {
        let number = |column| row.number(column).map_err(Failure::storage);
        let id = OrderId::new(number("id")?.unsigned_abs());
        Ok(Order {
            id,
            customer: CustomerId::new(number("customer_id")?.unsigned_abs()),
            status: OrderStatus::from_code(&row.text("status").map_err(Failure::storage)?)?,
            placed_at: Timestamp(number("placed_at")?.unsigned_abs()),
            lines: self.lines(id)?,
        })
    }
}

impl OrderRepository for SqlOrders {
    fn find(&self, id: OrderId) -> Result<Option<Order>> {
        let row = sqlx::query("SELECT * FROM orders WHERE id = $1")
            .bind(id.as_column())
            .fetch_optional(self.database.pool())
            .map_err(Failure::storage)?;
        row.map(|row| self.load(&row)).transpose()
    }

    fn placed_before(&self, limit: Timestamp) -> Result<Vec<Order>> {
        let rows = sqlx::query("SELECT * FROM orders WHERE status = 'placed' AND placed_at < $1")
            .bind(i64::try_from(limit.0).unwrap_or(i64::MAX))
            .fetch_all(self.database.pool())
            .map_err(Failure::storage)?;
        rows.iter().map(|row| self.load(row)).collect()
    }

    fn save(&self, order: &Order) -> Result<()> {
        sqlx::query(
            "INSERT INTO orders (id, customer_id, status) VALUES ($1, $2, $3) \
             ON CONFLICT (id) DO UPDATE SET status = EXCLUDED.status",
        )
        .bind(order.id.as_column())
        .bind(order.customer.as_column())
        .bind(order.status.code())
        .execute(self.database.pool())
        .map_err(Failure::storage)?;
        Ok(())
    }
}

fn to_line(row: &sqlx::Row) -> Result<Line> {
    let number = |column| row.number(column).map_err(Failure::storage);
    let currency = Currency::from_code(&row.text("currency").map_err(Failure::storage)?)?;
    Ok(Line {
        product: ProductId::new(number("product_id")?.unsigned_abs()),
        quantity: u32::try_from(number("quantity")?).unwrap_or(0),
        price: Money::new(number("price")?, currency),
    })
}
