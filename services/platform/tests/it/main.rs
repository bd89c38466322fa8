//! The skeleton as one running process.

#[cfg(test)]
mod process;
