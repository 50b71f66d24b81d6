first!();
