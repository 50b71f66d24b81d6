//! What a string literal says (<https://doc.rust-lang.org/reference/tokens.html#string-literals>).

/// The value of `"…"` or `r#"…"#`; `None` where it is another literal.
pub(crate) fn string_value(literal: &str) -> Option<String> {
    if let Some(raw) = literal.strip_prefix('r') {
        let hashes = raw.bytes().take_while(|it| *it == b'#').count();
        let behind = raw.get(hashes..)?.strip_prefix('"')?;
        return Some(behind[..behind.rfind('"')?].to_owned());
    }
    let behind = literal.strip_prefix('"')?;
    let inside = &behind[..behind.rfind('"')?];
    if !inside.contains(['\\', '\r']) {
        return Some(inside.to_owned());
    }
    let mut value = String::with_capacity(inside.len());
    let mut rest = inside;
    while let Some(at) = rest.find(['\\', '\r']) {
        value.push_str(&rest[..at]);
        rest = &rest[at..];
        rest = if let Some(behind) = rest.strip_prefix('\\') {
            escaped(behind, &mut value)
        } else {
            // A line that ends with CR LF ends with LF.
            if !rest.starts_with("\r\n") {
                value.push('\r');
            }
            &rest[1..]
        };
    }
    value.push_str(rest);
    Some(value)
}

/// Takes what stands behind a backslash; gives the rest.
fn escaped<'t>(text: &'t str, value: &mut String) -> &'t str {
    let mut letters = text.chars();
    match letters.next() {
        Some('n') => value.push('\n'),
        Some('r') => value.push('\r'),
        Some('t') => value.push('\t'),
        Some('0') => value.push('\0'),
        Some('x') => {
            let digits = text.get(1..3).unwrap_or_default();
            value.extend(u8::from_str_radix(digits, 16).ok().map(char::from));
            return text.get(3..).unwrap_or_default();
        }
        Some('u') => {
            let (digits, rest) = text[1..].split_once('}').unwrap_or_default();
            let digits = digits.trim_start_matches('{').replace('_', "");
            value.extend(
                u32::from_str_radix(&digits, 16)
                    .ok()
                    .and_then(char::from_u32),
            );
            return rest;
        }
        // The line goes on where the next one has its first letter.
        Some('\n' | '\r') => return text.trim_start(),
        Some(letter) => value.push(letter),
        None => {}
    }
    letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_what_the_program_would_see() {
        for (literal, value) in [
            (r#""a""#, Some("a")),
            (r##"r#"a"b"#"##, Some("a\"b")),
            (r#""\x41\u{1f600}\n\"\\""#, Some("A\u{1f600}\n\"\\")),
            ("\"a\\\n   b\"", Some("ab")),
            ("\"a\r\nb\"", Some("a\nb")),
            ("b\"a\"", None),
            ("1", None),
            ("", None),
        ] {
            assert_eq!(string_value(literal).as_deref(), value, "{literal}");
        }
    }
}
