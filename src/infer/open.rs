//! The bodies that are being walked.
//!
//! In: where code is written. Out: what its bodies say, unpacked once while one file and what its macros write is walked.

use std::cell::RefCell;
use std::rc::Rc;

use super::definitions::Home;
use super::program::Program;
use crate::base::Map;
use crate::facts::code::BodyCode;

/// Bodies that were unpacked already.
#[derive(Default)]
pub(super) struct Open(RefCell<Map<Home, Rc<BodyCode>>>);

impl Open {
    /// What the bodies of an instance say.
    pub(super) fn of(&self, program: &Program<'_>, home: Home) -> Rc<BodyCode> {
        let mut known = self.0.borrow_mut();
        let code = known
            .entry(home)
            .or_insert_with(|| Rc::new(program.facts(home).code.bodies_unpacked()));
        Rc::clone(code)
    }
}
