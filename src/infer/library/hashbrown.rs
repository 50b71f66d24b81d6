pub use std::collections::{HashMap, HashSet}; pub use std::collections::{hash_map, hash_set};
