//! Sales, summed up by the database.

use shop_kernel::database::{Database, Row};
use shop_kernel::error::{Failure, Result};

use crate::application::top_sellers::Sales;

pub struct SqlSales {
    database: Database,
}

impl SqlSales {
    pub fn new(database: Database) -> Self {
        Self { database }
    }
}

impl Sales for SqlSales {
    fn by_product(&self) -> Result<Vec<Row>> {
        sqlx::query(
            "SELECT product_id, sum(quantity) AS pieces FROM sold_lines GROUP BY product_id",
        )
        .fetch_all(self.database.pool())
        .map_err(Failure::storage)
    }
}
