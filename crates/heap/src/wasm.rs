//! The heap of a Wasm program without threads.

use core::alloc::{GlobalAlloc, Layout};
use core::arch::wasm32::memory_grow;
use core::ptr::null_mut;

use crate::{Heap, PAGE, Pages};

struct Memory;

// SAFETY: the engine hands out each page once, and pages stay.
unsafe impl Pages for Memory {
    fn grow(&self, pages: usize) -> *mut u8 {
        match memory_grow(0, pages) {
            usize::MAX => null_mut(),
            page => (page * PAGE) as *mut u8,
        }
    }
}

/// What `#[global_allocator]` takes.
pub struct WasmHeap(Heap<Memory>);

// SAFETY: a module without atomics has one thread.
unsafe impl Sync for WasmHeap {}

impl WasmHeap {
    /// An empty heap.
    #[expect(clippy::new_without_default, reason = "a static needs a constant")]
    pub const fn new() -> Self {
        Self(Heap::new(Memory))
    }
}

// SAFETY: as for the heap inside.
unsafe impl GlobalAlloc for WasmHeap {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as promised by the caller.
        unsafe { self.0.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: as promised by the caller.
        unsafe { self.0.dealloc(block, layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: as promised by the caller.
        unsafe { self.0.realloc(block, layout, size) }
    }
}
