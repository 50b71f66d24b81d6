use crate::a::Bits;

pub fn run() -> u8 {
    let bits = Bits { whole: 1 };
    let first = unsafe { bits.parts[0] };
    unsafe {
        match bits {
            Bits { whole: 1 } => first,
            _ => 0,
        }
    }
}
