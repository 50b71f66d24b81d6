pub fn title() -> &'static str {
    "shop"
}

#[cfg(test)]
mod tests {
    #[test]
    fn title_is_set() {
        assert!(std::env::var("TITLE").is_err());
    }
}
