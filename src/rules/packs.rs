//! The built-in packs: rule files like any other, that come with the program.
//!
//! In: a name. Out: its [`Pack`].
//! *Invariant:* a pack is text in the rule language; nothing about it is known to code.

/// A rule file that comes with the program.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pack {
    /// The name for `extends`.
    pub name: &'static str,
    /// The path shown to people.
    pub path: &'static str,
    /// The rule file.
    pub text: &'static str,
}

/// Every built-in pack, by name.
pub(super) const PACKS: &[Pack] = &[
    Pack {
        name: "hexagonal",
        path: "<bulkhead>/hexagonal.toml",
        text: include_str!("../../rules/hexagonal.toml"),
    },
    Pack {
        name: "layered",
        path: "<bulkhead>/layered.toml",
        text: include_str!("../../rules/layered.toml"),
    },
    Pack {
        name: "modular-monolith",
        path: "<bulkhead>/modular-monolith.toml",
        text: include_str!("../../rules/modular-monolith.toml"),
    },
    Pack {
        name: "onion",
        path: "<bulkhead>/onion.toml",
        text: include_str!("../../rules/onion.toml"),
    },
];

/// The built-in pack of this name.
#[must_use]
pub(super) fn find_pack(name: &str) -> Option<&'static Pack> {
    PACKS.iter().find(|pack| pack.name == name)
}
