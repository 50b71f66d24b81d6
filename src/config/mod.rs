//! Which rule file, and which level each rule and lint has, and who said so.
//!
//! In: what was typed, the environment, the workspace root and a [`RuleSet`](crate::rules::RuleSet).
//! Out: [`FoundRules`] and [`Levels`].
//! *Invariant:* decides nothing about code; a level always comes with its origin.

mod find;
mod levels;

pub(crate) use find::{FindError, FoundRules, find};
pub(crate) use levels::Levels;
