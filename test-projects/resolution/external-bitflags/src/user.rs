use crate::flags::Flags;

pub fn run(flags: Flags) -> bool {
    flags.contains(Flags::A)
}
