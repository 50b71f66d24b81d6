//! Customers and sessions in the database.

use shop_kernel::clock::Timestamp;
use shop_kernel::database::Database;
use shop_kernel::error::{Failure, Result};
use shop_kernel::id::CustomerId;

use crate::application::ports::AccountRepository;
use crate::model::credentials::Credentials;
use crate::model::customer::{Customer, Email};
use crate::model::session::Session;

pub struct SqlAccounts {
    database: Database,
}

impl SqlAccounts {
    pub fn new(database: Database) -> Self {
        Self { database }
    }

    fn first(&self, query: sqlx::Query) -> Result<Option<Customer>> {
        let row = query
            .fetch_optional(self.database.pool())
            .map_err(Failure::storage)?;
        row.map(|row| to_customer(&row)).transpose()
    }
}

impl AccountRepository for SqlAccounts {
    fn find(&self, id: CustomerId) -> Result<Option<Customer>> {
        self.first(sqlx::query("SELECT * FROM customers WHERE id = $1").bind(id.as_column()))
    }

    fn find_by_email(&self, email: &Email) -> Result<Option<Customer>> {
        self.first(sqlx::query("SELECT * FROM customers WHERE email = $1").bind(email.as_str()))
    }

    fn save(&self, customer: &Customer) -> Result<()> {
        sqlx::query(
            "INSERT INTO customers (id, name, email, salt, digest) VALUES ($1, $2, $3, $4, $5)",
        )
        .bind(customer.id.as_column())
        .bind(customer.name.as_str())
        .bind(customer.email.as_str())
        .bind(customer.credentials.salt())
        .bind(customer.credentials.digest())
        .execute(self.database.pool())
        .map_err(Failure::storage)?;
        Ok(())
    }

    fn open_session(&self, session: &Session) -> Result<()> {
        sqlx::query("INSERT INTO sessions (token, customer_id, opened_at) VALUES ($1, $2, $3)")
            .bind(session.token.as_str())
            .bind(session.customer.as_column())
            .bind(i64::try_from(session.opened.0).unwrap_or(i64::MAX))
            .execute(self.database.pool())
            .map_err(Failure::storage)?;
        Ok(())
    }

    fn session(&self, token: &str) -> Result<Option<Session>> {
        let row = sqlx::query("SELECT * FROM sessions WHERE token = $1")
            .bind(token)
            .fetch_optional(self.database.pool())
            .map_err(Failure::storage)?;
        row.map(|row| to_session(&row)).transpose()
    }
}

fn to_customer(row: &sqlx::Row) -> Result<Customer> {
    let number = |column| row.number(column).map_err(Failure::storage);
    let text = |column| row.text(column).map_err(Failure::storage);
    Ok(Customer {
        id: CustomerId::new(number("id")?.unsigned_abs()),
        name: text("name")?,
        email: Email::parse(&text("email")?)?,
        credentials: Credentials::stored(text("salt")?, text("digest")?),
        verified_at: Some(Timestamp(number("verified_at")?.unsigned_abs())),
    })
}

fn to_session(row: &sqlx::Row) -> Result<Session> {
    let number = |column| row.number(column).map_err(Failure::storage);
    Ok(Session {
        token: row.text("token").map_err(Failure::storage)?,
        customer: CustomerId::new(number("customer_id")?.unsigned_abs()),
        opened: Timestamp(number("opened_at")?.unsigned_abs()),
    })
}
