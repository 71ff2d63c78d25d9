//! Masking: what must not travel, and what must survive.

use meetpunt_core::redact::{Counts, LONGEST, mask};
use proptest::prelude::*;

#[track_caller]
fn check(text: &str, masked: &str) {
    let found = mask(text);
    assert_eq!(found.text, masked);
    let count = |name| u32::try_from(masked.matches(name).count()).expect("few");
    let counts =
        Counts { email: count("[email]"), phone: count("[phone]"), iban: count("[iban]"), card: count("[card]") };
    assert_eq!(found.counts, counts, "{text}");
}

#[test]
fn e_mail_addresses_are_masked() {
    check("Fast delivery, mail jo@example.com", "Fast delivery, mail [email]");
    check("jo@example.com.", "[email].");
    check("<jo.de-vries+shop@mail.example.co.uk>", "<[email]>");
    check("mailto:jo@example.com?subject=x", "mailto:[email]?subject=x");
    check("'jo@example.com', really", "'[email]', really");
    check("a@b.nl b@c.nl", "[email] [email]");
    check("a@b.nl,b@c.nl;c@d.nl", "[email],[email];[email]");
    check("JO@EXAMPLE.COM", "[email]");
    check("jürgen@bücher.example", "[email]");
    check("...jo@example.com...", "...[email]...");
    check("jo@example.com.12 pieces", "[email].12 pieces");
    check("jo@example.com\nnext line", "[email]\nnext line");
    check("0612345678@example.com", "[email]");
}

#[test]
fn what_only_looks_like_an_address_stays() {
    for text in [
        "@shop",
        "me @ home",
        "jo@localhost",
        "5 pieces @ 3.50",
        "a@b",
        "@@",
        "x@y@z",
        "jo@example.c",
        "jo@.com",
        "price@2.50",
        "",
    ] {
        check(text, text);
    }
}

#[test]
fn phone_numbers_are_masked() {
    for number in [
        "0612345678",
        "06-12345678",
        "06 12 34 56 78",
        "+31612345678",
        "+31 6 1234 5678",
        "+31 (0)6 1234 5678",
        "(020) 123 4567",
        "020-1234567",
        "0031 6 12345678",
        "(+31) 6 12345678",
        "+1 555 123 4567",
        "555-123-4567",
        "555.123.4567",
        "(555) 123-4567",
        "+49 (0) 30 123456",
        "01 23 45 67 89",
        "+44\u{a0}20\u{a0}7946\u{a0}0958",
        "06‑12345678",
        "+1/555/1234567",
    ] {
        check(&format!("bel {number}."), "bel [phone].");
        check(&format!("{number} is mine"), "[phone] is mine");
    }
    check("(0612345678)", "([phone])");
    check("((020) 1234567)", "([phone])");
    check("(bel 06-12345678)", "(bel [phone])");
    check("tel(020)1234567", "tel[phone]");
    check("tel.0612345678", "tel.[phone]");
    check("tel:0612345678, thanks", "tel:[phone], thanks");
    check("06-12345678 or 020 1234567", "[phone] or [phone]");
    check("0612345678 0687654321", "[phone] [phone]");
    check("jan/0612345678", "jan/[phone]");
}

#[test]
fn order_numbers_prices_and_dates_survive() {
    for text in [
        "order 1234567890",
        "order 302-1234567-1234567",
        "ORD-2026-000123456",
        "#2026-00012345",
        "3SABCD1234567",
        "12345678",
        "06-123456",
        "delivered 2026-11-21 17:15",
        "21-11-2026 at 10",
        "from 21/11/2026 to 24/11/2026",
        "1.9.2026, 2.9.2026",
        "€ 1.234,56",
        "scores 7 8 9 6 7 8 9 10 8",
        "10 of 10",
        "AB0612345678",
        "0612345678x",
        "1234 AB",
        "v1.2.3",
    ] {
        check(text, text);
    }
}

#[test]
fn bank_accounts_are_masked() {
    for account in [
        "NL91ABNA0417164300",
        "NL91 ABNA 0417 1643 00",
        "nl91abna0417164300",
        "NL91-ABNA-0417-1643-00",
        "BE68 5390 0754 7034",
        "DE89 3704 0044 0532 0130 00",
        "GB29 NWBK 6016 1331 9268 19",
        "FR14 2004 1010 0505 0001 3M02 606",
        "NO93 8601 1117 947",
        "MT84MALT011000012345MTLCAST001S",
    ] {
        check(&format!("to {account}, please"), "to [iban], please");
        check(&format!("to {account} is mine"), "to [iban] is mine");
    }
    check("IBAN:NL91ABNA0417164300", "IBAN:[iban]");
}

#[test]
fn an_account_with_a_wrong_checksum_is_none() {
    check("NL92ABNA0417164300", "NL92ABNA0417164300");
    check("NL91ABNA041716430", "NL91ABNA041716430");
    check("NL91ABNA04171643000", "NL91ABNA04171643000");
    check("XX91ABNA0417164300", "XX91ABNA0417164300");
    check("xNL91ABNA0417164300", "xNL91ABNA0417164300");
}

#[test]
fn payment_cards_are_masked() {
    for card in [
        "4111111111111111",
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "378282246310005",
        "3782 822463 10005",
        "5555555555554444",
        "6011 1111 1111 1117",
        "4222222222222",
        "6304000000000000000",
    ] {
        check(&format!("paid with {card}!"), "paid with [card]!");
    }
    check("4111 1111 1111 1111 12/27", "[card] 12/27");
    check("4111111111111112", "4111111111111112");
    // With a wrong check digit it is no card, but still much like a phone number.
    check("4111 1111 1111 1112", "[phone] 1112");
    check("x4111111111111111", "x4111111111111111");
}

#[test]
fn several_kinds_at_once_are_counted_each() {
    let found = mask("jo@a.nl, NL91ABNA0417164300, 4111111111111111, 06-12345678, bo@a.nl");
    assert_eq!(found.text, "[email], [iban], [card], [phone], [email]");
    let map = found.counts.to_map();
    let entry = |name: &str, count: u32| (name.to_owned(), count);
    assert_eq!(map.0, [entry("email", 2), entry("phone", 1), entry("iban", 1), entry("card", 1)]);
    assert!(mask("nothing").counts.to_map().is_empty());
}

#[test]
fn control_characters_go_and_lines_stay() {
    check("a\u{0}b\u{7}c\u{7f}d\u{85}e", "abcde");
    check("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour");
    check("\r\r\n\n", "\n\n\n");
    check("a\tb", "a b");
    check("j\u{0}o@exa\u{1}mple.com", "[email]");
    check("👩‍👩‍👧 e\u{301}", "👩‍👩‍👧 e\u{301}");
}

#[test]
fn a_comment_is_at_most_2000_characters() {
    let long = "é".repeat(2_500);
    assert_eq!(mask(&long).text, "é".repeat(LONGEST));
    let before = "x ".repeat(998);
    let fits = mask(&format!("{before}jo@example.com and more"));
    assert_eq!(fits.text, before);
    assert_eq!(fits.counts.email, 0, "half a mask helps nobody");
    let rest = mask(&format!("{}jo@example.com and more", "x ".repeat(996)));
    assert!(rest.text.ends_with("x [email] "), "{}", rest.text);
    assert_eq!(rest.counts.email, 1);
}

#[test]
fn a_long_text_takes_no_longer_than_its_length() {
    for piece in ["1", "1 ", "0 ", "+", "(", "@", "a@", "a.", "NL91", "06-", "1-1-", "2026-1-1 ", "4111 "] {
        let text = piece.repeat(20_000);
        let start = std::time::Instant::now();
        let _ = mask(&text);
        let seconds = start.elapsed().as_secs();
        assert!(seconds < 10, "{piece:?} took {seconds} s");
    }
}

/// Texts in which the patterns are likely.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[0-9 ()+./-]{0,40}",
        "[a-z0-9@. -]{0,40}",
        "([NL0-9A-Z]{2}91 ?ABNA ?0417 ?1643 ?00|4111 1111 1111 1111|06-12345678|jo@a.nl|[ ,.@0-9-]){0,8}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn masking_never_panics_and_hardly_grows(text in texts()) {
        let masked = mask(&text);
        let (before, after) = (text.chars().count(), masked.text.chars().count());
        // Only an address such as a@b.nl is shorter than its mask, by one.
        prop_assert!(after <= before + masked.counts.email as usize);
        prop_assert!(after <= LONGEST);
        prop_assert!(!masked.text.chars().any(|letter| letter.is_control() && letter != '\n'));
    }

    #[test]
    fn what_is_masked_stays_as_it_is(text in texts()) {
        let once = mask(&text).text;
        let twice = mask(&once);
        prop_assert_eq!(&twice.text, &once);
        prop_assert_eq!(twice.counts, Counts::default());
    }

    #[test]
    fn every_card_with_a_valid_check_digit_is_found(body in "[3-6][0-9]{12,16}") {
        let digits: Vec<u32> = body.chars().filter_map(|digit| digit.to_digit(10)).collect();
        let sum: u32 = digits.iter().rev().enumerate().map(|(place, digit)| match place % 2 {
            0 => digit * 2 / 10 + digit * 2 % 10,
            _ => *digit,
        }).sum();
        let card = format!("{body}{}", (10 - sum % 10) % 10);
        prop_assert_eq!(mask(&card).text, "[card]");
    }

    #[test]
    fn every_dutch_account_with_a_valid_checksum_is_found(bank in "[A-Z]{4}", number in "[0-9]{10}") {
        let digits: String = format!("{bank}{number}NL00").chars()
            .filter_map(|letter| letter.to_digit(36)).map(|value| value.to_string()).collect();
        let rest = digits.bytes().fold(0_u32, |rest, digit| (rest * 10 + u32::from(digit - b'0')) % 97);
        let account = format!("NL{:02}{bank}{number}", 98 - rest);
        prop_assert_eq!(mask(&account).text, "[iban]");
    }
}
