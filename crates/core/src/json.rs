//! Reading JSON without a float: what the page stored or wrote, for the widget.
//!
//! Numbers stay the text that they are; whoever wants one reads it as what it must be.

use crate::text::push;

/// How deep lists and objects may lie in each other.
const DEEPEST: u32 = 16;

/// A value of JSON (RFC 8259).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Json<'a> {
    Null,
    Bool(bool),
    /// As it stands there.
    Number(&'a str),
    Text(String),
    List(Vec<Self>),
    /// In the order in which it stands there; a name may come twice.
    Object(Vec<(String, Self)>),
}

impl<'a> Json<'a> {
    /// Reads a text that is one value and nothing else. `None` for what is no JSON, and for what lies deeper than 16.
    pub(crate) fn parse(text: &'a str) -> Option<Self> {
        let mut reader = Reader { text, place: 0 };
        let value = reader.value(DEEPEST)?;
        reader.space();
        (reader.place == text.len()).then_some(value)
    }

    /// The entries of an object; none for any other value.
    pub(crate) fn entries(&self) -> &[(String, Self)] {
        match self {
            Self::Object(entries) => entries,
            _ => &[],
        }
    }

    /// The items of a list; none for any other value.
    pub(crate) fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// What a text, a number, `true` or `false` is as text, as JavaScript's `String()` writes texts and booleans.
    pub(crate) fn scalar(&self) -> Option<&str> {
        match self {
            Self::Bool(true) => Some("true"),
            Self::Bool(false) => Some("false"),
            Self::Number(text) => Some(text),
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    place: usize,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.place).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.place += 1;
        Some(byte)
    }

    /// Steps over a byte if it comes next.
    fn takes(&mut self, byte: u8) -> bool {
        let comes = self.peek() == Some(byte);
        self.place += usize::from(comes);
        comes
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.place += 1;
        }
    }

    fn value(&mut self, depth: u32) -> Option<Json<'a>> {
        let deeper = depth.checked_sub(1)?;
        self.space();
        match self.peek()? {
            b'"' => self.string().map(Json::Text),
            b'[' => self.list(deeper),
            b'{' => self.object(deeper),
            b'-' | b'0'..=b'9' => self.number(),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> Option<Json<'a>> {
        let rest = self.text.get(self.place..)?;
        let words = [("null", Json::Null), ("true", Json::Bool(true)), ("false", Json::Bool(false))];
        let (word, value) = words.into_iter().find(|(word, _)| rest.starts_with(word))?;
        self.place += word.len();
        Some(value)
    }

    fn list(&mut self, depth: u32) -> Option<Json<'a>> {
        let mut items = Vec::new();
        self.each(b']', &mut |reader| {
            items.push(reader.value(depth)?);
            Some(())
        })?;
        Some(Json::List(items))
    }

    fn object(&mut self, depth: u32) -> Option<Json<'a>> {
        let mut entries = Vec::new();
        self.each(b'}', &mut |reader| {
            let name = reader.string()?;
            reader.space();
            reader.takes(b':').then_some(())?;
            entries.push((name, reader.value(depth)?));
            Some(())
        })?;
        Some(Json::Object(entries))
    }

    /// Reads what stands between a bracket and `end`, parted by commas.
    fn each(&mut self, end: u8, one: &mut dyn FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.place += 1;
        self.space();
        if self.takes(end) {
            return Some(());
        }
        loop {
            self.space();
            one(self)?;
            self.space();
            if self.takes(end) {
                return Some(());
            }
            self.takes(b',').then_some(())?;
        }
    }

    fn number(&mut self) -> Option<Json<'a>> {
        let start = self.place;
        self.takes(b'-');
        if !self.takes(b'0') {
            self.digits()?;
        }
        if self.takes(b'.') {
            self.digits()?;
        }
        if self.takes(b'e') || self.takes(b'E') {
            let _signed = self.takes(b'+') || self.takes(b'-');
            self.digits()?;
        }
        self.text.get(start..self.place).map(Json::Number)
    }

    /// Steps over one digit or more.
    fn digits(&mut self) -> Option<()> {
        let start = self.place;
        while let Some(b'0'..=b'9') = self.peek() {
            self.place += 1;
        }
        (self.place > start).then_some(())
    }

    fn string(&mut self) -> Option<String> {
        self.takes(b'"').then_some(())?;
        let mut text = String::new();
        loop {
            let start = self.place;
            while !matches!(self.peek()?, b'"' | b'\\' | 0..=0x1f) {
                self.place += 1;
            }
            text.push_str(self.text.get(start..self.place)?);
            match self.next()? {
                b'"' => return Some(text),
                b'\\' => self.escape(&mut text)?,
                _ => return None,
            }
        }
    }

    fn escape(&mut self, text: &mut String) -> Option<()> {
        let letter = match self.next()? {
            byte @ (b'"' | b'\\' | b'/') => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unit(text),
            _ => return None,
        };
        push(text, letter);
        Some(())
    }

    /// A UTF-16 unit, with the second of its pair where there is one. Half a pair is U+FFFD.
    fn unit(&mut self, text: &mut String) -> Option<()> {
        let first = self.hex()?;
        let mut letter = u32::from(first);
        if first & 0xfc00 == 0xd800 && self.text.get(self.place..)?.starts_with("\\u") {
            let before = self.place;
            self.place += 2;
            let second = self.hex()?;
            if second & 0xfc00 == 0xdc00 {
                letter = 0x1_0000 + ((letter & 0x3ff) << 10 | u32::from(second) & 0x3ff);
            } else {
                self.place = before;
            }
        }
        push(text, char::from_u32(letter).unwrap_or('\u{fffd}'));
        Some(())
    }

    fn hex(&mut self) -> Option<u16> {
        let mut unit = 0;
        for _ in 0..4 {
            let digit = char::from(self.next()?).to_digit(16)?;
            unit = unit << 4 | digit as u16;
        }
        Some(unit)
    }
}

#[cfg(test)]
mod tests;
