//! The collector from outside: over HTTP, as a process, and with its file in trouble.

mod accepting;
mod checking;
mod classes;
mod cors;
mod disk;
mod killed;
mod order;
mod process;
mod reading;
mod refusing;
mod release;
mod support;
