//! The definitions of the language itself that inference has to know.
//!
//! In: the program. Out: [`Language`]: where the library of signatures has them.
//! *Invariant:* knows them by their paths in `std`, and nothing else of them.

use super::program::Program;
use super::types::Def;
use crate::base::Map;

/// The definitions of the language that inference has to know.
#[derive(Clone, Debug, Default)]
pub(super) struct Language {
    known: Map<&'static str, Def>,
}

impl Language {
    const PATHS: [&'static str; 24] = [
        "std::ops::Deref",
        "std::ops::Index",
        "std::iter::Iterator",
        "std::iter::IntoIterator",
        "std::future::IntoFuture",
        "std::future::Future",
        "std::option::Option",
        "std::result::Result",
        "std::string::String",
        "std::vec::Vec",
        "std::boxed::Box",
        "std::pin::Pin",
        "std::ffi::CStr",
        "std::ops::Range",
        "std::ops::RangeInclusive",
        "std::ops::RangeFrom",
        "std::ops::RangeTo",
        "std::ops::RangeToInclusive",
        "std::ops::RangeFull",
        "std::ops::Fn",
        "std::ops::FnMut",
        "std::ops::FnOnce",
        "std::collections::VecDeque",
        "std::ops::Neg",
    ];

    pub(super) fn new(program: &Program<'_>) -> Self {
        let paths = Self::PATHS.into_iter();
        Self {
            known: paths
                .filter_map(|path| Some((path, program.library(path)?)))
                .collect(),
        }
    }

    pub(super) fn get(&self, path: &'static str) -> Option<Def> {
        self.known.get(path).copied()
    }
}
