//! Small maps that keep their order: free context, counts.

use serde::ser::{Serialize, SerializeMap as _, Serializer};

/// Names with values, in the order in which they were put in. An object on the wire, `{}` when empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Map<V>(pub Vec<(String, V)>);

impl<V> Map<V> {
    /// Whether there is nothing in it.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&V> {
        let found = self.0.iter().find(|entry| entry.0 == name);
        found.map(|entry| &entry.1)
    }

    /// Sets the value of a name, in its old place where it has one.
    pub fn set(&mut self, name: &str, value: V) {
        match self.0.iter_mut().find(|entry| entry.0 == name) {
            Some(entry) => entry.1 = value,
            None => self.0.push((name.to_owned(), value)),
        }
    }
}

impl<V> Default for Map<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V: Serialize> Serialize for Map<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

#[cfg(feature = "read")]
impl<'de, V: serde::Deserialize<'de>> serde::Deserialize<'de> for Map<V> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<V>(core::marker::PhantomData<V>);

        impl<'de, V: serde::Deserialize<'de>> serde::de::Visitor<'de> for Entries<V> {
            type Value = Map<V>;

            fn expecting(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut entries: A) -> Result<Map<V>, A::Error> {
                let mut map = Map::default();
                while let Some((name, value)) = entries.next_entry::<String, V>()? {
                    map.set(&name, value);
                }
                Ok(map)
            }
        }

        deserializer.deserialize_map(Entries(core::marker::PhantomData))
    }
}
