//! Bank accounts: IBANs of known countries with the right length and checksum.

use super::letters::{at, begins, ends, is_space_or_hyphen};

/// Country code and length of every entry of the IBAN registry (ISO 13616).
const COUNTRIES: &[u8] = b"AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28\
EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21\
LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18\
SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30";

pub(super) fn find(letters: &[char], from: usize) -> Option<(usize, usize)> {
    let rest = from..letters.len();
    rest.into_iter().find_map(|start| Some((start, end(letters, start)?)))
}

/// The end of the account that starts here.
fn end(letters: &[char], start: usize) -> Option<usize> {
    let [country, code, check, digit] = *letters.get(start..start + 4)? else {
        return None;
    };
    if !begins(letters, start) || !check.is_ascii_digit() || !digit.is_ascii_digit() {
        return None;
    }
    let length = length(country, code)?;
    let mut account = Vec::with_capacity(length);
    let mut place = start;
    loop {
        let letter = at(letters, place);
        account.push(letter.to_digit(36).filter(|_| letter.is_ascii())?);
        place += 1;
        if account.len() == length {
            return (ends(letters, place) && checks(&account)).then_some(place);
        }
        if is_space_or_hyphen(at(letters, place)) || at(letters, place) == '.' {
            place += 1;
        }
    }
}

/// The length of an account in a country.
fn length(first: char, second: char) -> Option<usize> {
    let code = [first, second].map(|letter| u8::try_from(letter.to_ascii_uppercase()).unwrap_or(0));
    let mut countries = COUNTRIES.chunks_exact(4);
    let tens = countries.find_map(|row| match row {
        [first, second, tens, ones] if [*first, *second] == code => Some((tens - b'0', ones - b'0')),
        _ => None,
    })?;
    Some(usize::from(tens.0) * 10 + usize::from(tens.1))
}

/// With its first four characters last and letters as 10 to 35, the number is 1 modulo 97.
fn checks(account: &[u32]) -> bool {
    let (head, tail) = account.split_at(account.len().min(4));
    let rest = tail.iter().chain(head).fold(0, |rest, value| {
        let shift = if *value < 10 { 10 } else { 100 };
        (rest * shift + value) % 97
    });
    rest == 1
}
