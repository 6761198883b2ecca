//! Holds no code of its own: the suites are in `it/` and `e2e/`.
