//! Calendar months and ISO weeks in a named time zone. Needs the feature `zones`, which brings the time zone database.

mod error;
mod period;

pub use error::UnknownZone;
pub use period::{Month, Week};

use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, civil};

/// A time zone of the IANA database, such as `Europe/Amsterdam`: where the shop's days begin and end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone(TimeZone);

impl Zone {
    /// The zone of a name. Capitals do not matter. Only the database that is compiled in is asked, so that every machine
    /// says the same.
    ///
    /// # Errors
    /// [`UnknownZone`] when the database has no such name.
    pub fn named(name: &str) -> Result<Self, UnknownZone> {
        TimeZoneDatabase::bundled().get(name).map(Self).map_err(|_| UnknownZone::new(name))
    }

    /// The calendar month in which a moment falls, in milliseconds since 1970 UTC. `None` after the year 9999.
    #[must_use]
    pub fn month(&self, milliseconds: u64) -> Option<Month> {
        Some(Month::of(self.date(milliseconds)?))
    }

    /// The ISO week in which a moment falls, in milliseconds since 1970 UTC. `None` after the year 9999.
    #[must_use]
    pub fn week(&self, milliseconds: u64) -> Option<Week> {
        Some(Week::of(self.date(milliseconds)?))
    }

    /// The day of a moment, counted from 1970-01-01 in this zone. `None` after the year 9999.
    ///
    /// Days are 23 to 25 hours long; the number still rises by one at each midnight.
    #[must_use]
    pub fn day(&self, milliseconds: u64) -> Option<i32> {
        let epoch = civil::date(1970, 1, 1);
        Some(self.date(milliseconds)?.since((jiff::Unit::Day, epoch)).ok()?.get_days())
    }

    /// The first moment of a month and of the next one, in milliseconds since 1970 UTC. `None` before 1970.
    #[must_use]
    pub fn bounds(&self, month: Month) -> Option<core::ops::Range<u64>> {
        Some(self.start(month.first_day()?)?..self.start(month.next()?.first_day()?)?)
    }

    fn start(&self, date: civil::Date) -> Option<u64> {
        let start = date.to_zoned(self.0.clone()).ok()?;
        u64::try_from(start.timestamp().as_millisecond()).ok()
    }

    fn date(&self, milliseconds: u64) -> Option<civil::Date> {
        let moment = Timestamp::from_millisecond(i64::try_from(milliseconds).ok()?).ok()?;
        Some(self.0.to_datetime(moment).date())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amsterdam() -> Zone {
        Zone::named("Europe/Amsterdam").expect("a zone of the database")
    }

    #[test]
    fn the_last_hour_of_a_month_belongs_to_it_where_the_shop_is() {
        // 2026-10-31T23:30:00Z is half past midnight in November.
        let moment = 1_793_489_400_000;
        assert_eq!(amsterdam().month(moment).expect("a month").to_string(), "2026-11");
        assert_eq!(Zone::named("utc").expect("UTC").month(moment).expect("a month").to_string(), "2026-10");
    }

    #[test]
    fn a_month_with_a_change_of_the_clock_is_an_hour_longer_or_shorter() {
        let hours = |year, month| {
            let bounds = amsterdam().bounds(Month::new(year, month).expect("a month")).expect("bounds");
            (bounds.end - bounds.start) / 3_600_000
        };
        assert_eq!((hours(2026, 3), hours(2026, 4), hours(2026, 10)), (31 * 24 - 1, 30 * 24, 31 * 24 + 1));
        assert_eq!(hours(2026, 12), 31 * 24);
    }

    #[test]
    fn the_first_days_of_january_may_be_in_the_last_week_of_the_year_before() {
        // 2027-01-01, a Friday, noon UTC.
        assert_eq!(amsterdam().week(1_798_804_800_000).expect("a week").to_string(), "2026-W53");
    }

    #[test]
    fn an_unknown_zone_is_named() {
        let error = Zone::named("Europe/Rotterdam").expect_err("no such zone");
        assert_eq!(
            error.to_string(),
            "\"Europe/Rotterdam\" is not a time zone; write a name of the IANA database, such as Europe/Amsterdam"
        );
    }

    #[test]
    fn moments_beyond_the_calendar_have_no_month() {
        assert_eq!(amsterdam().month(u64::MAX), None);
        assert_eq!(amsterdam().week(u64::MAX), None);
        assert_eq!(Month::new(2026, 13), None);
        assert_eq!(amsterdam().day(0), Some(0));
    }
}
