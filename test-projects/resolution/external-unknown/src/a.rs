pub struct Component;

pub fn render() {}
pub fn class() {}
pub fn text() {}
