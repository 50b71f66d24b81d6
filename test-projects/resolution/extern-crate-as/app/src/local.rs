pub struct Own;
