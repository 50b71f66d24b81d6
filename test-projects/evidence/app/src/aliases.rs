//! Through a type alias.

use api::prelude::Remark;

/// Nothing said.
pub fn silence() {
    Remark::blank();
}
