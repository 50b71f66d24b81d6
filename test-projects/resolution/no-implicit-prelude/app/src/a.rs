pub struct Option;
