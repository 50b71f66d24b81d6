fn main(){ bulkhead::cli::run() }
