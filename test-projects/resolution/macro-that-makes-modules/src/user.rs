pub struct Own;

module!(inner);
