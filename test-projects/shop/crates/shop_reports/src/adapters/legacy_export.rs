//! The export of the old shop, moved over as it was.

use std::fmt::Write;

use shop_kernel::database::Database;
use shop_kernel::error::{Failure, Result};

pub fn run(database: &Database, month: &str) -> Result<String> {
    let rows = sqlx::query("SELECT day, account, cents FROM legacy_journal WHERE month = $1")
        .bind(month)
        .fetch_all(database.pool())
        .map_err(Failure::storage)?;
    let mut text = String::from("day;account;cents\r\n");
    for row in &rows {
        let day = row.text("day").map_err(Failure::storage)?;
        let account = row.number("account").map_err(Failure::storage)?;
        let cents = row.number("cents").map_err(Failure::storage)?;
        let _ = write!(text, "{day};{account};{cents}\r\n");
    }
    Ok(text)
}
