pub use crate::kinds::Unix as System;
