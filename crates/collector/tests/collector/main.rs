//! The collector from outside: over HTTP, as a process, and with its file in trouble.

mod accepting;
mod checking;
mod classes;
mod cors;
mod disk;
mod export;
mod keeping;
mod killed;
mod live;
mod order;
mod process;
mod rate;
mod reading;
mod refusing;
mod release;
mod slow;
mod support;
