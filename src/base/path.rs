//! Absolute paths of modules and items, as text: `shop_orders::api`, `bin:shop/shop::args`.
//!
//! A path is `crate(::segment)*`. A crate that is no library carries its target kind and package
//! (`bin:PACKAGE/NAME`, `test:…`, `bench:…`, `example:…`, `build:PACKAGE`), which holds no `::`.

use std::cell::RefCell;

use super::{Map, Name, name};

/// The segments of `path`, from the crate on.
pub(crate) fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.split("::")
}

/// The crate of `path`.
#[must_use]
pub(crate) fn first_segment(path: &str) -> &str {
    path.split_once("::").map_or(path, |(first, _)| first)
}

/// The last segment of `path`; the whole of it where it has one segment.
#[must_use]
pub(crate) fn last_segment(path: &str) -> &str {
    path.rsplit_once("::").map_or(path, |(_, last)| last)
}

/// The path one segment up, or `None` for a crate.
#[must_use]
pub(crate) fn parent(path: &str) -> Option<&str> {
    path.rsplit_once("::").map(|(parent, _)| parent)
}

/// `parent::child`; just `child` where the parent is empty.
#[must_use]
pub(crate) fn join(parent: &str, child: &str) -> Name {
    if parent.is_empty() {
        return name(child);
    }
    if child.is_empty() {
        return name(parent);
    }
    let mut text = String::with_capacity(parent.len() + 2 + child.len());
    text.push_str(parent);
    text.push_str("::");
    text.push_str(child);
    name(&text)
}

/// [`join`] of names that were joined before, mostly: each thread keeps what it has joined.
#[must_use]
pub(crate) fn join_names(parent: Name, child: Name) -> Name {
    thread_local! {
        static KNOWN: RefCell<Map<(usize, usize), Name>> = RefCell::default();
    }
    // A name is one place in memory for as long as the program runs.
    let key = (parent.as_ptr() as usize, child.as_ptr() as usize);
    KNOWN.with_borrow_mut(|known| {
        let joined = known.entry(key);
        *joined.or_insert_with(|| join(&parent, &child))
    })
}

/// Whether `path` is `ancestor` itself or stands below it.
#[must_use]
pub(crate) fn is_within(path: &str, ancestor: &str) -> bool {
    path.strip_prefix(ancestor)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn within_means_whole_segments() {
        assert!(is_within("a::b", "a"));
        assert!(is_within("a", "a"));
        assert!(!is_within("ab::c", "a"));
        assert!(!is_within("a", "a::b"));
    }

    #[test]
    fn a_target_crate_is_one_segment() {
        assert_eq!(first_segment("bin:shop/shop::args"), "bin:shop/shop");
        assert_eq!(parent("bin:shop/shop"), None);
        assert_eq!(last_segment("bin:shop/shop::args"), "args");
    }
}
