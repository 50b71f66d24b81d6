//! Price lists of suppliers: lines of `SKU;cents;currency`.

use std::fs;
use std::path::Path;

use shop_kernel::error::{Failure, Result};
use shop_kernel::money::{Currency, Money};

use crate::model::sku::Sku;

pub fn read(file: &Path) -> Result<Vec<(Sku, Money)>> {
    let text = fs::read_to_string(file).map_err(Failure::storage)?;
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(parse)
        .collect()
}

fn parse(line: &str) -> Result<(Sku, Money)> {
    let fields: Vec<&str> = line.split(';').map(str::trim).collect();
    let [sku, cents, currency] = fields[..] else {
        return Err(Failure::invalid(format!(
            "three fields expected in `{line}`"
        )));
    };
    let cents = cents
        .parse()
        .map_err(|_| Failure::invalid(format!("no amount in `{line}`")))?;
    Ok((
        Sku::parse(sku)?,
        Money::new(cents, Currency::from_code(currency)?),
    ))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn a_line_has_three_fields() {
        assert_eq!(parse("TEA-001; 450; EUR").unwrap().1.cents(), 450);
        assert!(parse("TEA-001;450").is_err());
    }
}
