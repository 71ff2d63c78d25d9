//! Random sequences against a model that knows which bytes are whose.

use std::alloc::{alloc, dealloc};
use std::cell::Cell;

use proptest::prelude::*;

use super::*;

/// Memory that ends, and in which somebody else takes a page now and then.
struct Region {
    start: *mut u8,
    pages: usize,
    used: Cell<usize>,
    /// Every how many requests somebody else takes a page; 0 for never.
    intruder: usize,
    requests: Cell<usize>,
}

impl Region {
    fn new(pages: usize, intruder: usize) -> Self {
        // SAFETY: the size is not zero.
        let start = unsafe { alloc(Self::layout(pages)) };
        assert!(!start.is_null());
        Self { start, pages, used: Cell::new(0), intruder, requests: Cell::new(0) }
    }

    fn layout(pages: usize) -> Layout {
        Layout::from_size_align(pages * PAGE, PAGE).unwrap()
    }
}

impl Drop for Region {
    fn drop(&mut self) {
        // SAFETY: it was made with this layout.
        unsafe { dealloc(self.start, Self::layout(self.pages)) };
    }
}

// SAFETY: each page of the region is handed out once, and the region outlives the heap that holds it.
unsafe impl Pages for Region {
    fn grow(&self, pages: usize) -> *mut u8 {
        self.requests.set(self.requests.get() + 1);
        if self.intruder > 0 && self.requests.get().is_multiple_of(self.intruder) {
            self.used.set(self.used.get() + 1);
        }
        let first = self.used.get();
        if self.pages.saturating_sub(first) < pages {
            return null_mut();
        }
        self.used.set(first + pages);
        self.start.wrapping_add(first * PAGE)
    }
}

#[derive(Clone, Debug)]
enum Step {
    Take { size: usize, align: usize },
    Give { which: usize },
    Resize { which: usize, size: usize },
}

fn size() -> impl Strategy<Value = usize> {
    prop_oneof![6 => 1..200_usize, 2 => 200..5_000_usize, 1 => 5_000..200_000_usize]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (size(), 0..5_u32).prop_map(|(size, power)| Step::Take { size, align: 1 << power }),
        2 => any::<usize>().prop_map(|which| Step::Give { which }),
        2 => (any::<usize>(), size()).prop_map(|(which, size)| Step::Resize { which, size }),
    ]
}

/// A block in use, all bytes of which hold `mark`.
struct Block {
    start: *mut u8,
    layout: Layout,
    mark: u8,
}

impl Block {
    fn fill(&self) {
        // SAFETY: the heap says that these bytes are ours.
        unsafe { self.start.write_bytes(self.mark, self.layout.size()) };
    }

    #[track_caller]
    fn holds(&self, length: usize) {
        // SAFETY: the heap says that these bytes are ours, and `fill` wrote them.
        let bytes = unsafe { std::slice::from_raw_parts(self.start, length) };
        assert!(bytes.iter().all(|byte| *byte == self.mark), "somebody else wrote into a block");
    }
}

proptest! {
    #[test]
    fn blocks_keep_what_is_written_into_them(
        steps in proptest::collection::vec(step(), 1..300),
        intruder in 0..4_usize,
    ) {
        let heap = Heap::new(Region::new(1_024, intruder));
        let mut blocks: Vec<Block> = Vec::new();
        for (number, step) in steps.into_iter().enumerate() {
            let mark = number as u8;
            match step {
                Step::Take { size, align } => {
                    let layout = Layout::from_size_align(size, align).unwrap();
                    // SAFETY: the size is not zero.
                    let start = unsafe { heap.alloc(layout) };
                    prop_assert!(!start.is_null());
                    prop_assert!(start.addr().is_multiple_of(align));
                    let block = Block { start, layout, mark };
                    block.fill();
                    blocks.push(block);
                }
                Step::Give { which } if !blocks.is_empty() => {
                    let block = blocks.swap_remove(which % blocks.len());
                    block.holds(block.layout.size());
                    // SAFETY: it came from this heap with this layout, and is forgotten here.
                    unsafe { heap.dealloc(block.start, block.layout) };
                }
                Step::Resize { which, size } if !blocks.is_empty() => {
                    let which = which % blocks.len();
                    let block = &mut blocks[which];
                    // SAFETY: it came from this heap with this layout.
                    let start = unsafe { heap.realloc(block.start, block.layout, size) };
                    prop_assert!(!start.is_null());
                    prop_assert!(start.addr().is_multiple_of(block.layout.align()));
                    block.start = start;
                    let kept = block.layout.size().min(size);
                    block.layout = Layout::from_size_align(size, block.layout.align()).unwrap();
                    block.holds(kept);
                    block.mark = mark;
                    block.fill();
                }
                Step::Give { .. } | Step::Resize { .. } => {}
            }
        }
        blocks.iter().for_each(|block| block.holds(block.layout.size()));
    }

    #[test]
    fn the_same_again_takes_no_more_memory(sizes in proptest::collection::vec(size(), 1..100)) {
        let heap = Heap::new(Region::new(1_024, 0));
        let layouts: Vec<_> = sizes.iter().map(|size| Layout::from_size_align(*size, 8).unwrap()).collect();
        let mut used = Vec::new();
        for round in 0..20 {
            // SAFETY: no size is zero.
            let mut blocks: Vec<_> = layouts.iter().map(|layout| (unsafe { heap.alloc(*layout) }, *layout)).collect();
            if round % 2 == 1 {
                blocks.reverse();
            }
            for (start, layout) in blocks {
                prop_assert!(!start.is_null());
                // SAFETY: it came from this heap with this layout.
                unsafe { heap.dealloc(start, layout) };
            }
            used.push(heap.pages.used.get());
        }
        prop_assert!(used.iter().all(|pages| *pages == used[0]), "{used:?}");
    }
}

#[test]
fn a_block_is_at_most_twice_what_was_asked_for() {
    for (size, expected) in [(1, 16), (16, 16), (17, 32), (32, 32), (33, 64), (65_536, 65_536), (65_537, 131_072)] {
        assert_eq!(1 << class(size), expected, "{size}");
    }
}

#[test]
fn no_memory_is_told_and_nothing_is_lost() {
    let heap = Heap::new(Region::new(2, 0));
    let layout = |size, align| Layout::from_size_align(size, align).unwrap();
    // SAFETY: no size is zero, and what is given back or resized came from this heap with its layout.
    unsafe {
        assert!(heap.alloc(layout(8, 32)).is_null(), "an alignment that is not promised");
        assert!(heap.alloc(layout(3 * PAGE, 1)).is_null(), "more than there is");
        let block = heap.alloc(layout(PAGE, 1));
        assert!(!block.is_null());
        block.write_bytes(7, PAGE);
        assert!(heap.realloc(block, layout(PAGE, 1), 2 * PAGE).is_null());
        assert_eq!(block.add(PAGE - 1).read(), 7, "a block that cannot grow stays");
        assert!(!heap.alloc(layout(PAGE, 1)).is_null());
        assert!(heap.alloc(layout(1, 1)).is_null());
    }
}
