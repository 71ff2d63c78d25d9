//! The allocator of the widget: what a visitor downloads of it is half a kilobyte, where that of the standard library is
//! five.
//!
//! A block is a power of two in size, 16 bytes or more. Freed blocks wait in one list a size and are handed out again;
//! only when none waits is a new one cut from the end of memory. Blocks are never split or joined, so nothing has to be
//! written beside them: the [`Layout`] of the caller says which list a block belongs to.
//!
//! | promise | why it holds |
//! | --- | --- |
//! | two blocks in use never overlap | each was cut once, at a place of its own, and is in a list only while not in use |
//! | a block is aligned | pages are, and every size is a multiple of 16; what asks for more gets none |
//! | memory stops growing | what is freed is used again; of each size, as many blocks exist as were in use at once |
//! | work is constant | no list is ever walked |
//!
//! The price is memory: a block may be twice as large as what was asked for.

#![cfg_attr(not(test), no_std)]
#![warn(missing_docs, unsafe_op_in_unsafe_fn)]

use core::alloc::{GlobalAlloc, Layout};
use core::cell::UnsafeCell;
use core::ptr::null_mut;

#[cfg(all(target_arch = "wasm32", not(target_feature = "atomics")))]
mod wasm;
#[cfg(all(target_arch = "wasm32", not(target_feature = "atomics")))]
pub use wasm::WasmHeap;

/// The smallest block, and the alignment of all.
const LEAST: usize = 16;

/// What memory grows by, in bytes.
pub const PAGE: usize = 65_536;

/// Where memory comes from.
///
/// # Safety
///
/// What [`grow`](Self::grow) returns must be memory that nobody else uses and that stays.
pub unsafe trait Pages {
    /// Makes memory larger by this many pages. Returns where they begin, at a multiple of [`PAGE`], or null if there is no more.
    fn grow(&self, pages: usize) -> *mut u8;
}

/// A heap for one thread.
pub struct Heap<P> {
    pages: P,
    state: UnsafeCell<State>,
}

struct State {
    /// By size (its binary logarithm), the first block that waits. Each holds the address of the next in its first bytes.
    free: [*mut u8; usize::BITS as usize],
    /// Where the next block is cut …
    end: *mut u8,
    /// … and how many bytes there are.
    left: usize,
}

impl<P> Heap<P> {
    /// An empty heap, which takes its memory from `pages`.
    pub const fn new(pages: P) -> Self {
        let state = State { free: [null_mut(); usize::BITS as usize], end: null_mut(), left: 0 };
        Self { pages, state: UnsafeCell::new(state) }
    }
}

/// The binary logarithm of the size of the block for `size` bytes.
fn class(size: usize) -> usize {
    (size.max(LEAST) - 1).ilog2() as usize + 1
}

// SAFETY: see the promises at the top. A `Heap` is not `Sync`, so no two calls run at the same time, and none of them calls
// out while it holds the state (`Pages::grow` has no way back).
unsafe impl<P: Pages> GlobalAlloc for Heap<P> {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if layout.align() > LEAST {
            return null_mut();
        }
        let class = class(layout.size());
        // SAFETY: one call at a time, and the reference ends with it.
        let state = unsafe { &mut *self.state.get() };
        let waiting = state.free[class];
        if !waiting.is_null() {
            // SAFETY: a waiting block holds the address of the next one; at least 16 bytes, aligned, and in nobody's use.
            state.free[class] = unsafe { waiting.cast::<*mut u8>().read() };
            return waiting;
        }
        let size = 1 << class;
        if state.left < size {
            let more = size.div_ceil(PAGE);
            let start = self.pages.grow(more);
            if start.is_null() {
                return null_mut();
            }
            if start != state.end.wrapping_add(state.left) {
                // Somebody else took memory in between: what was left stays unused.
                state.end = start;
                state.left = 0;
            }
            state.left += more * PAGE;
        }
        let block = state.end;
        state.end = block.wrapping_add(size);
        state.left -= size;
        block
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        let class = class(layout.size());
        // SAFETY: one call at a time, and the reference ends with it.
        let state = unsafe { &mut *self.state.get() };
        // SAFETY: the caller gives back a block of this layout, so of this class: at least 16 bytes, aligned, in nobody's use.
        unsafe { block.cast::<*mut u8>().write(state.free[class]) };
        state.free[class] = block;
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if class(layout.size()) == class(size) {
            return block;
        }
        // SAFETY: the caller promises that `size` is a valid size for this alignment.
        let moved = unsafe { self.alloc(Layout::from_size_align_unchecked(size, layout.align())) };
        if !moved.is_null() {
            // SAFETY: both blocks are at least that long and do not overlap; the old one is not used after this.
            unsafe {
                moved.copy_from_nonoverlapping(block, layout.size().min(size));
                self.dealloc(block, layout);
            }
        }
        moved
    }
}

#[cfg(test)]
mod tests;
