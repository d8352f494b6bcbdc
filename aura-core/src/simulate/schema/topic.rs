//! What the name of a property is about.

/// What a property is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Topic {
    Email,
    Phone,
    FirstName,
    LastName,
    Person,
    Company,
    City,
    Country,
    Street,
    Postcode,
    Currency,
    Url,
    DateTime,
    Date,
    Uuid,
    Identifier,
    Sentence,
    Title,
    Version,
    Language,
    Status,
    Path,
    Host,
    Secret,
    Color,
    Key,
    Age,
    Money,
    Count,
    Percent,
    Port,
    Year,
    Latitude,
    Longitude,
    Flag,
    Other,
}

/// What the name of a property tells of its values. Found once for each name, because names are looked at for every value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hint {
    /// What the property is about.
    pub itself: Topic,
    /// What one of its items is about, where it is a list.
    items: Topic,
}

/// Words in names, the more special ones first.
const SUGGESTIONS: &[(&[&str], Topic)] = &[
    (&["email", "mail"], Topic::Email),
    (&["phone", "telephone", "mobile", "fax"], Topic::Phone),
    (&["firstname", "givenname", "forename"], Topic::FirstName),
    (&["lastname", "surname", "familyname"], Topic::LastName),
    (&["fullname", "customername", "username", "displayname", "author", "owner", "assignee"], Topic::Person),
    (&["company", "organisation", "organization", "employer", "vendor"], Topic::Company),
    (&["city", "town"], Topic::City),
    (&["countrycode", "country"], Topic::Country),
    (&["street", "address"], Topic::Street),
    (&["zip", "zipcode", "postcode", "postal"], Topic::Postcode),
    (&["currency"], Topic::Currency),
    (&["url", "uri", "link", "href", "website", "homepage", "avatar"], Topic::Url),
    (&["createdat", "updatedat", "deletedat", "timestamp", "datetime"], Topic::DateTime),
    (&["date", "birthday", "dob"], Topic::Date),
    (&["uuid", "guid"], Topic::Uuid),
    (&["description", "summary", "comment", "message", "body", "note", "text", "reason"], Topic::Sentence),
    (&["title", "label", "subject", "heading"], Topic::Title),
    (&["version"], Topic::Version),
    (&["language", "locale", "lang"], Topic::Language),
    (&["status", "state"], Topic::Status),
    (&["path", "file", "folder", "directory"], Topic::Path),
    (&["host", "domain"], Topic::Host),
    (&["token", "secret", "password", "hash", "digest"], Topic::Secret),
    (&["color", "colour"], Topic::Color),
    (&["latitude"], Topic::Latitude),
    (&["longitude"], Topic::Longitude),
    (&["age"], Topic::Age),
    (&["price", "amount", "total", "cost", "balance", "salary", "fee"], Topic::Money),
    (&["count", "quantity", "number", "size", "length", "limit", "offset", "page"], Topic::Count),
    (&["percent", "rate", "ratio", "share"], Topic::Percent),
    (&["port"], Topic::Port),
    (&["year"], Topic::Year),
    (&["enabled", "active", "visible", "allowed", "required"], Topic::Flag),
    (&["name"], Topic::Title),
    (&["key"], Topic::Key),
];

impl Hint {
    /// Nothing is told.
    pub(super) const NONE: Hint = Hint { itself: Topic::Other, items: Topic::Other };

    /// What a property with this name is likely to hold.
    pub(super) fn of(name: &str) -> Hint {
        Hint { itself: topic(name), items: topic(singular(name)) }
    }

    /// From where to where such numbers usually are.
    pub(super) fn usual_range(self, is_integer: bool) -> (i64, i64) {
        match self.itself {
            Topic::Age => (18, 90),
            Topic::Money => (1, 500),
            Topic::Count => (1, 20),
            Topic::Percent => (0, if is_integer { 100 } else { 1 }),
            Topic::Port => (1024, 65_535),
            Topic::Year => (1990, 2026),
            Topic::Latitude => (-60, 70),
            Topic::Longitude => (-180, 180),
            Topic::DateTime | Topic::Date => (1_767_225_600, 1_798_761_599),
            Topic::Identifier => (1, 99_999),
            _ => (1, 1_000),
        }
    }

    /// What the items of such a list are likely to be.
    pub(super) fn item(self) -> Hint {
        Hint { itself: self.items, items: self.items }
    }
}

/// The name of one of many, as far as its last letter tells.
fn singular(name: &str) -> &str {
    name.strip_suffix('s').filter(|rest| !rest.ends_with('s')).unwrap_or(name)
}

fn topic(name: &str) -> Topic {
    let plain: String =
        name.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect();
    if plain == "id" || name.ends_with("_id") || name.ends_with("Id") || name.ends_with("ID") {
        return Topic::Identifier;
    }
    if name.ends_with("_at") {
        return Topic::DateTime;
    }
    // Short words hide within others ("page" has an age), so they must be the whole name or its end.
    let fits = |word: &&str| match word.len() {
        0..=4 => plain == **word || plain.ends_with(*word) && name.contains(['_', '-']),
        _ => plain.contains(*word),
    };
    let found = SUGGESTIONS.iter().find(|(words, _)| words.iter().any(&fits));
    let of_end = || SUGGESTIONS.iter().find(|(words, _)| words.iter().any(|word| plain.ends_with(*word)));
    found.or_else(of_end).map_or(Topic::Other, |(_, topic)| *topic)
}
