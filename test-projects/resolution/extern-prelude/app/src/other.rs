pub fn by_its_alias(_: renamed::Thing) {}
