//! Article numbers: letters, a dash, digits.

use shop_kernel::error::{Failure, Result};

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Sku(String);

impl Sku {
    pub fn parse(text: &str) -> Result<Self> {
        let well_formed = text.split_once('-').is_some_and(|(group, number)| {
            !group.is_empty()
                && group.chars().all(|letter| letter.is_ascii_uppercase())
                && !number.is_empty()
                && number.chars().all(|digit| digit.is_ascii_digit())
        });
        if !well_formed {
            return Err(Failure::invalid(format!("`{text}` is no article number")));
        }
        Ok(Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}
