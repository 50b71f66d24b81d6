//! What every crate can name without importing it: the standard prelude, primitive types, built-in macros.
//!
//! Sources: <https://doc.rust-lang.org/std/prelude/index.html>, <https://doc.rust-lang.org/std/#primitives>,
//! <https://doc.rust-lang.org/std/#macros>.

/// Names of the prelude that are types, traits, functions or variants, with the module that defines them.
const NAMES: [(&str, &str); 49] = [
    ("AsMut", "std::convert"),
    ("AsRef", "std::convert"),
    ("AsyncFn", "std::ops"),
    ("AsyncFnMut", "std::ops"),
    ("AsyncFnOnce", "std::ops"),
    ("Box", "std::boxed"),
    ("Clone", "std::clone"),
    ("Copy", "std::marker"),
    ("Debug", "std::fmt"),
    ("Default", "std::default"),
    ("DoubleEndedIterator", "std::iter"),
    ("Drop", "std::ops"),
    ("Eq", "std::cmp"),
    ("Err", "std::result::Result"),
    ("ExactSizeIterator", "std::iter"),
    ("Extend", "std::iter"),
    ("Fn", "std::ops"),
    ("FnMut", "std::ops"),
    ("FnOnce", "std::ops"),
    ("From", "std::convert"),
    ("FromIterator", "std::iter"),
    ("Future", "std::future"),
    ("Hash", "std::hash"),
    ("Into", "std::convert"),
    ("IntoFuture", "std::future"),
    ("IntoIterator", "std::iter"),
    ("Iterator", "std::iter"),
    ("None", "std::option::Option"),
    ("Ok", "std::result::Result"),
    ("Option", "std::option"),
    ("Ord", "std::cmp"),
    ("PartialEq", "std::cmp"),
    ("PartialOrd", "std::cmp"),
    ("Result", "std::result"),
    ("Send", "std::marker"),
    ("Sized", "std::marker"),
    ("Some", "std::option::Option"),
    ("String", "std::string"),
    ("Sync", "std::marker"),
    ("ToOwned", "std::borrow"),
    ("ToString", "std::string"),
    ("TryFrom", "std::convert"),
    ("TryInto", "std::convert"),
    ("Unpin", "std::marker"),
    ("Vec", "std::vec"),
    ("align_of", "std::mem"),
    ("drop", "std::mem"),
    ("size_of", "std::mem"),
    ("size_of_val", "std::mem"),
];

/// Names that only a derive may use without importing them.
const DERIVES: [&str; 2] = ["Debug", "Hash"];

const PRIMITIVES: [&str; 19] = [
    "bool", "char", "f128", "f16", "f32", "f64", "i128", "i16", "i32", "i64", "i8", "isize", "str",
    "u128", "u16", "u32", "u64", "u8", "usize",
];

const MACROS: [&str; 47] = [
    "addr_of",
    "assert",
    "assert_eq",
    "assert_ne",
    "cfg",
    "cfg_select",
    "column",
    "compile_error",
    "concat",
    "concat_bytes",
    "concat_idents",
    "const_format_args",
    "dbg",
    "debug_assert",
    "debug_assert_eq",
    "debug_assert_ne",
    "env",
    "eprint",
    "eprintln",
    "file",
    "format",
    "format_args",
    "global_asm",
    "include",
    "include_bytes",
    "include_str",
    "is_x86_feature_detected",
    "line",
    "llvm_asm",
    "log_syntax",
    "matches",
    "module_path",
    "option_env",
    "panic",
    "print",
    "println",
    "stringify",
    "thread_local",
    "todo",
    "trace_macros",
    "try",
    "unimplemented",
    "unreachable",
    "vec",
    "write",
    "writeln",
    "asm",
];

/// The std path of a type, trait, function or variant of the prelude, or of a primitive type.
pub(super) fn name_path(name: &str, is_derive: bool) -> Option<String> {
    if let Ok(at) = NAMES.binary_search_by(|(known, _)| (*known).cmp(name)) {
        if DERIVES.contains(&name) && !is_derive {
            return None;
        }
        return Some(format!("{}::{name}", NAMES[at].1));
    }
    PRIMITIVES
        .binary_search(&name)
        .ok()
        .map(|_| format!("std::primitive::{name}"))
}

/// The std path of a macro that needs no import. Where `std` has a module of the same name, the crate that
/// defines the macro is named, so that a rule about the module does not mean the macro.
pub(super) fn macro_path(name: &str) -> Option<String> {
    let home = match name {
        "env" | "panic" => "core",
        "vec" => "alloc",
        _ => "std",
    };
    MACROS.contains(&name).then(|| format!("{home}::{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(NAMES.is_sorted());
        assert!(PRIMITIVES.is_sorted());
    }

    #[test]
    fn debug_needs_an_import_but_in_a_derive() {
        assert_eq!(name_path("Debug", false), None);
        assert_eq!(name_path("Debug", true).as_deref(), Some("std::fmt::Debug"));
        assert_eq!(name_path("Vec", false).as_deref(), Some("std::vec::Vec"));
    }
}
