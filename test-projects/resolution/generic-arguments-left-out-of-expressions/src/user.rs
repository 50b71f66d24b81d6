use crate::b::Keeper;

// In an expression they are found out.
pub fn run() {
    Keeper::unusual(0).kind().other();
    Keeper::of(0, crate::a::Other).kind().other();
}

// In a type, and where others are given, they are the defaults.
pub fn take(keeper: Keeper<u8>) {
    keeper.kind().usual();
}
