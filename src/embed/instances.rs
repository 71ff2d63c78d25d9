//! The surveys that are on the page now, by number.

use std::cell::RefCell;
use std::rc::Rc;

use yew::AppHandle;

use crate::host::Effects;
use crate::view::Survey;

struct Instance {
    handle: AppHandle<Survey>,
    effects: Rc<Effects>,
}

thread_local! {
    static INSTANCES: RefCell<Vec<Option<Instance>>> = const { RefCell::new(Vec::new()) };
}

/// Keeps a survey and gives it a number from 1 on. Numbers of surveys that are gone are used again, so that a page with
/// many comings and goings does not grow.
pub fn add(handle: AppHandle<Survey>, effects: Rc<Effects>) -> u32 {
    INSTANCES.with_borrow_mut(|instances| {
        let instance = Some(Instance { handle, effects });
        let free = instances.iter().position(Option::is_none);
        let index = free.unwrap_or(instances.len());
        match instances.get_mut(index) {
            Some(place) => *place = instance,
            None => instances.push(instance),
        }
        index as u32 + 1
    })
}

/// Works on a survey that is still there. The work must not call out to the page, which may call in again.
pub fn with<T>(id: u32, work: impl FnOnce(&mut AppHandle<Survey>, &Rc<Effects>) -> T) -> Option<T> {
    INSTANCES.with_borrow_mut(|instances| {
        let instance = instances.get_mut((id as usize).wrapping_sub(1))?.as_mut()?;
        Some(work(&mut instance.handle, &instance.effects))
    })
}

/// Ends a survey.
pub fn remove(id: u32) {
    let place = (id as usize).wrapping_sub(1);
    let taken = INSTANCES.with_borrow_mut(|instances| instances.get_mut(place).and_then(Option::take));
    if let Some(instance) = taken {
        instance.handle.destroy();
    }
}
