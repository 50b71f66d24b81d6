pub use crate::kinds::Other as System;
