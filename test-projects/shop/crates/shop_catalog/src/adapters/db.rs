//! Products in the database.

use shop_kernel::database::Database;
use shop_kernel::error::{Failure, Result};
use shop_kernel::id::ProductId;
use shop_kernel::money::{Currency, Money};
use sqlx::{Query, Row};

use crate::application::ports::ProductRepository;
use crate::model::product::Product;
use crate::model::sku::Sku;

pub struct SqlProducts {
    database: Database,
}

impl SqlProducts {
    pub fn new(database: Database) -> Self {
        Self { database }
    }

    fn first(&self, query: Query) -> Result<Option<Product>> {
        let row = query
            .fetch_optional(self.database.pool())
            .map_err(Failure::storage)?;
        row.map(|row| to_product(&row)).transpose()
    }
}

impl ProductRepository for SqlProducts {
    fn find(&self, id: ProductId) -> Result<Option<Product>> {
        self.first(sqlx::query("SELECT * FROM products WHERE id = $1").bind(id.as_column()))
    }

    fn find_by_sku(&self, sku: &Sku) -> Result<Option<Product>> {
        self.first(sqlx::query("SELECT * FROM products WHERE sku = $1").bind(sku.as_str()))
    }

    fn save(&self, product: &Product) -> Result<()> {
        sqlx::query("UPDATE products SET price = $2, stock = $3, reserved = $4 WHERE id = $1")
            .bind(product.id.as_column())
            .bind(product.price.cents())
            .bind(i64::from(product.stock))
            .bind(i64::from(product.reserved))
            .execute(self.database.pool())
            .map_err(Failure::storage)?;
        Ok(())
    }
}

fn to_product(row: &Row) -> Result<Product> {
    let number = |column| row.number(column).map_err(Failure::storage);
    let text = |column| row.text(column).map_err(Failure::storage);
    let currency = Currency::from_code(&text("currency")?)?;
    Ok(Product {
        id: ProductId::new(number("id")?.unsigned_abs()),
        sku: Sku::parse(&text("sku")?)?,
        name: text("name")?,
        price: Money::new(number("price")?, currency),
        stock: u32::try_from(number("stock")?).unwrap_or(0),
        reserved: u32::try_from(number("reserved")?).unwrap_or(0),
    })
}
