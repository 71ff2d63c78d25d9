//! One value on its way into a text.

use serde::ser::{Serialize, Serializer};

use super::items::Items;
use super::{Unwritable, push_text};
use crate::text::{push, push_integer};

/// Writes one value at the end of a text.
pub(super) struct Writer<'a> {
    pub(super) out: &'a mut String,
}

impl<'a> Writer<'a> {
    fn raw(self, text: &str) -> Result<(), Unwritable> {
        self.out.push_str(text);
        Ok(())
    }

    fn whole(self, value: u64) -> Result<(), Unwritable> {
        push_integer(self.out, value);
        Ok(())
    }

    fn signed(self, value: i64) -> Result<(), Unwritable> {
        if value < 0 {
            push(self.out, '-');
        }
        self.whole(value.unsigned_abs())
    }

    /// Begins `[` or `{`; a variant with content is wrapped in an object with its name.
    fn open(self, variant: Option<&str>, begin: &str, end: &'static str) -> Items<'a> {
        if let Some(variant) = variant {
            push(self.out, '{');
            push_text(self.out, variant);
            push(self.out, ':');
        }
        self.out.push_str(begin);
        Items { out: self.out, first: true, end }
    }
}

impl<'a> Serializer for Writer<'a> {
    type Ok = ();
    type Error = Unwritable;
    type SerializeSeq = Items<'a>;
    type SerializeTuple = Items<'a>;
    type SerializeTupleStruct = Items<'a>;
    type SerializeTupleVariant = Items<'a>;
    type SerializeMap = Items<'a>;
    type SerializeStruct = Items<'a>;
    type SerializeStructVariant = Items<'a>;

    /// False, so that decimals hand over their digits (as bytes) and no float is formatted.
    fn is_human_readable(&self) -> bool {
        false
    }

    fn serialize_bool(self, value: bool) -> Result<(), Unwritable> {
        self.raw(if value { "true" } else { "false" })
    }

    fn serialize_i8(self, value: i8) -> Result<(), Unwritable> {
        self.signed(value.into())
    }

    fn serialize_i16(self, value: i16) -> Result<(), Unwritable> {
        self.signed(value.into())
    }

    fn serialize_i32(self, value: i32) -> Result<(), Unwritable> {
        self.signed(value.into())
    }

    fn serialize_i64(self, value: i64) -> Result<(), Unwritable> {
        self.signed(value)
    }

    fn serialize_u8(self, value: u8) -> Result<(), Unwritable> {
        self.whole(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), Unwritable> {
        self.whole(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Unwritable> {
        self.whole(value.into())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Unwritable> {
        self.whole(value)
    }

    fn serialize_f32(self, _: f32) -> Result<(), Unwritable> {
        self.raw("null")
    }

    fn serialize_f64(self, _: f64) -> Result<(), Unwritable> {
        self.raw("null")
    }

    fn serialize_char(self, value: char) -> Result<(), Unwritable> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Unwritable> {
        push_text(self.out, value);
        Ok(())
    }

    /// The digits of a decimal number, as they stand.
    fn serialize_bytes(self, value: &[u8]) -> Result<(), Unwritable> {
        for digit in value {
            push(self.out, char::from(*digit));
        }
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Unwritable> {
        self.raw("null")
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unwritable> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unwritable> {
        self.raw("null")
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unwritable> {
        self.raw("null")
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Unwritable> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Unwritable> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Unwritable> {
        let mut object = self.open(None, "{", "}");
        object.entry(variant, value)?;
        object.close()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'a>, Unwritable> {
        Ok(self.open(None, "[", "]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Items<'a>, Unwritable> {
        Ok(self.open(None, "[", "]"))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Items<'a>, Unwritable> {
        Ok(self.open(None, "[", "]"))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Items<'a>, Unwritable> {
        Ok(self.open(Some(variant), "[", "]}"))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Items<'a>, Unwritable> {
        Ok(self.open(None, "{", "}"))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Items<'a>, Unwritable> {
        Ok(self.open(None, "{", "}"))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Items<'a>, Unwritable> {
        Ok(self.open(Some(variant), "{", "}}"))
    }
}
