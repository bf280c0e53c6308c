"""What `scripts/bench` measures, a module for each part and each peer."""
