//! Times of rows: RFC 3339 days and times, or whole milliseconds.

/// Milliseconds since 1970 of a day or a time; nothing where the text is neither.
pub(super) fn milliseconds(text: &str) -> Option<i64> {
    let text = text.trim();
    if let Ok(number) = text.parse::<i64>() {
        return Some(number);
    }
    let (date, rest) = (text.get(..10)?, text.get(10..)?);
    let mut parts = date.split('-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let days = days_since_1970(year, month, day);
    let Some(clock) = rest.strip_prefix(['T', 't', ' ']) else {
        return rest.is_empty().then_some(days * 86_400_000);
    };
    let zone_at = clock.find(['Z', 'z', '+', '-']).unwrap_or(clock.len());
    let (clock, zone) = clock.split_at(zone_at);
    let mut fields = clock.split(':');
    let (hour, minute): (i64, i64) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
    let second: f64 = fields.next().map_or(Some(0.0), |second| second.parse().ok())?;
    if fields.next().is_some() || hour > 24 || minute > 59 || !(0.0..61.0).contains(&second) {
        return None;
    }
    let offset = match zone.strip_prefix(['+', '-']) {
        Some(offset) => {
            let (hours, minutes) = offset.split_once(':')?;
            let minutes = hours.parse::<i64>().ok()? * 60 + minutes.parse::<i64>().ok()?;
            if zone.starts_with('-') { -minutes } else { minutes }
        }
        None => 0,
    };
    let clock_ms = (hour * 60 + minute - offset) * 60_000 + libm::round(second * 1_000.0) as i64;
    Some(days * 86_400_000 + clock_ms)
}

/// Days from 1970-01-01 in the Gregorian calendar.
fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    // Years begin in March here, so that the leap day is the last one of a year.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let era_days = year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    era_days + (153 * month + 2) / 5 + day - 1 - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_times() {
        let check = |text: &str, expect: Option<i64>| assert_eq!(milliseconds(text), expect, "{text}");
        check("1970-01-01", Some(0));
        check("2000-03-01T00:00:00Z", Some(951_868_800_000));
        check("2024-02-29T12:30:01.5+02:00", Some(1_709_202_601_500));
        check("1700000000000", Some(1_700_000_000_000));
        for wrong in ["", "yesterday", "2024-13-01", "2024-01-01T25:00", "2024-01-01x"] {
            check(wrong, None);
        }
    }
}
