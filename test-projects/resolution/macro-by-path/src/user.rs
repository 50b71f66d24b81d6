crate::macros::kept!();
crate::facade::renamed!();
