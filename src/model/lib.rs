//! The mathematics of Backcast, without input, output, clock or words.
#![no_std]
extern crate alloc;
