pub fn run() -> own::a::Thing {
    ::own::a::made()
}
