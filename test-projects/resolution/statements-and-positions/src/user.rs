pub static HERE: u8 = crate::a::STEP;

pub fn run() -> Result<crate::a::Point, crate::a::Failure> {
    let walk = async { crate::a::next(crate::a::START) };
    drop(walk);
    let check = || crate::a::ready();
    if !check() {
        return Err(crate::a::Failure::new());
    }
    for number in 0..crate::a::LAST {
        let _ = number as u64;
    }
    Ok(crate::a::START)
}
