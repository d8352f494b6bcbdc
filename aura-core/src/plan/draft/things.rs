//! Fields of common things: what an order, an address or a ticket consists of.

use crate::domain::data::{Field, Sensitivity};
use crate::domain::id::{DataId, slug};
use crate::plan::build::{FieldBuilder, PlanBuilder};
use crate::plan::words::upper_first;
use crate::text::noun_singular;

/// What is known about a kind of thing: its words, a description, its fields.
type Thing = (&'static [&'static str], &'static str, fn() -> Vec<Field>);

const THINGS: &[Thing] = &[
    (&["order", "basket", "cart", "purchase"], "What somebody buys.", || {
        vec![
            id("Order number", "order"),
            int("Items", 50, 3),
            money("Total", 4_990),
            choice("Status", &["open", "paid", "shipped", "cancelled"]),
        ]
    }),
    (&["payment", "charge", "transaction"], "Money that somebody pays.", || {
        vec![
            id("Payment number", "payment"),
            money("Amount", 4_990),
            choice("Method", &["card", "bank transfer", "wallet"]),
            choice("Status", &["accepted", "declined"]),
        ]
    }),
    (&["refund", "payout", "reimbursement"], "Money that goes back or out to somebody.", || {
        vec![id("Refund number", "refund"), money("Amount", 4_990), choice("Status", &["requested", "paid"])]
    }),
    (
        &["email address", "mail address", "e-mail address", "e-mail"],
        "Where messages to somebody go.",
        || vec![email()],
    ),
    (&["phone number", "telephone number", "mobile number"], "Where somebody can be called.", || {
        vec![FieldBuilder::phone("Phone").build()]
    }),
    (&["password", "passcode", "pin"], "What only its owner knows; never stored as it is.", || {
        vec![secret("Password", "correct-horse-battery")]
    }),
    (
        &["card", "credit card", "payment method"],
        "With what somebody pays, as the payment provider names it.",
        || {
            vec![
                choice("Kind", &["card", "wallet", "bank transfer"]),
                FieldBuilder::text("Token", "tok_example").sensitivity(Sensitivity::Financial).build(),
                text("Last four digits", "4242").optional_field(),
            ]
        },
    ),
    (&["address"], "Where something is delivered or where somebody lives.", || {
        vec![
            personal("Street", "1 Example Street"),
            personal("Postcode", "12345"),
            personal("Town", "Sampleton"),
            text("Country", "NL"),
        ]
    }),
    (&["account", "profile", "registration"], "What is known about a person who signed up.", || {
        vec![
            email(),
            personal("Name", "Alex Example"),
            secret("Password", "correct-horse-battery"),
            choice("Status", &["new", "confirmed", "closed"]),
        ]
    }),
    (
        &["booking", "reservation", "appointment", "slot", "table", "visit", "viewing", "shift"],
        "A time that somebody reserves.",
        || {
            vec![
                id("Booking number", "booking"),
                moment("Starts at"),
                int("People", 20, 2),
                choice("Status", &["requested", "confirmed", "cancelled"]),
            ]
        },
    ),
    (&["ticket", "enquiry", "complaint", "inquiry"], "What somebody needs help with.", || {
        vec![
            id("Ticket number", "ticket"),
            text("Subject", "It does not work"),
            long("Description", "It stopped working this morning."),
            choice("Priority", &["normal", "high", "low"]),
            text("Topic", "billing"),
        ]
    }),
    (&["request", "application", "case", "claim", "dispute"], "What somebody asks for.", || {
        vec![
            id("Request number", "request"),
            text("Subject", "A request"),
            long("Reason", "It is needed for next week."),
            date("Needed by"),
            choice("Status", &["open", "approved", "refused"]),
        ]
    }),
    (&["expense", "invoice", "bill", "receipt"], "Money that somebody spent or owes.", || {
        vec![
            id("Expense number", "expense"),
            money("Amount", 4_990),
            date("Date"),
            text("Category", "travel"),
        ]
    }),
    (&["return", "label", "parcel", "shipment", "delivery", "package"], "What is on its way.", || {
        vec![
            id("Shipment number", "shipment"),
            text("Carrier", "parcel service"),
            text("Reason", "does not fit"),
            choice("Status", &["announced", "on the way", "arrived"]),
        ]
    }),
    (
        &[
            "article",
            "post",
            "document",
            "page",
            "draft",
            "content",
            "listing",
            "report",
            "dashboard",
            "summary",
        ],
        "A text or page that others read.",
        || {
            vec![
                id("Document number", "document"),
                text("Title", "An example"),
                long("Text", "The text of the example."),
                choice("Status", &["draft", "in review", "published"]),
            ]
        },
    ),
    (
        &["feedback", "survey", "rating", "score", "questionnaire", "vote"],
        "What somebody thinks of something.",
        || {
            vec![
                id("Answer number", "answer"),
                int("Rating", 5, 4),
                long("Comment", "It went well.").optional_field(),
            ]
        },
    ),
    (&["lead", "contact", "form", "demo"], "Somebody who may become a customer.", || {
        vec![
            email(),
            personal("Name", "Alex Example"),
            text("Company", "Example Ltd"),
            int("Score", 100, 55).optional_field(),
        ]
    }),
    (
        &["subscription", "plan", "licence", "license", "membership", "seat", "permit"],
        "What somebody may use for a time.",
        || {
            vec![
                id("Subscription number", "subscription"),
                choice("Level", &["basic", "plus", "team"]),
                money("Price", 1_900),
                date("Renews on"),
                choice("Status", &["active", "paused", "ended"]),
            ]
        },
    ),
    (&["alert", "incident", "page"], "Something that is not as it should be.", || {
        vec![
            id("Incident number", "incident"),
            text("Service", "web shop"),
            choice("Severity", &["3", "2", "1"]),
            moment("Noticed at"),
            choice("Status", &["open", "acknowledged", "closed"]),
        ]
    }),
    (&["candidate", "applicant", "cv", "resume"], "Somebody who applies.", || {
        vec![
            email(),
            personal("Name", "Alex Example"),
            text("Position", "designer"),
            long("Letter", "I would like to work with you."),
        ]
    }),
    (
        &[
            "message",
            "notification",
            "reminder",
            "email",
            "invitation",
            "push",
            "sms",
            "note",
            "confirmation",
        ],
        "What somebody is told.",
        || {
            vec![
                email().rename("recipient", "Recipient"),
                text("Subject", "News for you"),
                long("Text", "There is news for you."),
            ]
        },
    ),
    (&["photo", "picture", "video", "file", "image", "scan", "attachment"], "A picture or file.", || {
        vec![id("File number", "file"), link("Place"), text("Kind", "photo")]
    }),
    (
        &["prescription", "medicine", "medication", "refill", "history", "allergy", "diagnosis"],
        "What concerns somebody's health.",
        || {
            vec![
                id("Record number", "record"),
                health("Medicine", "an example"),
                health("Note", "once a day"),
                date("Date"),
            ]
        },
    ),
    (
        &["product", "item", "article", "offer", "substitution", "replacement"],
        "A thing that is offered.",
        || {
            vec![
                id("Item number", "item"),
                text("Name", "An example item"),
                money("Price", 1_990),
                yes("In stock"),
            ]
        },
    ),
    (
        &["flat", "home", "flight", "trip", "itinerary", "course", "job"],
        "Something that somebody looks for.",
        || {
            vec![
                id("Offer number", "offer"),
                text("Title", "An example"),
                money("Price", 99_000),
                date("Available from"),
            ]
        },
    ),
];

/// Shortcuts for the table above.
fn id(title: &str, prefix: &str) -> Field {
    FieldBuilder::identifier(title, prefix).optional().build()
}
fn text(title: &str, example: &str) -> Field {
    FieldBuilder::text(title, example).build()
}
fn long(title: &str, example: &str) -> Field {
    FieldBuilder::long_text(title, example).build()
}
fn personal(title: &str, example: &str) -> Field {
    FieldBuilder::text(title, example).personal().build()
}
fn secret(title: &str, example: &str) -> Field {
    FieldBuilder::text(title, example).sensitivity(Sensitivity::Secret).build()
}
fn health(title: &str, example: &str) -> Field {
    FieldBuilder::text(title, example).sensitivity(Sensitivity::Health).build()
}
fn int(title: &str, maximum: i64, example: i64) -> Field {
    FieldBuilder::integer(title, 1, maximum, example).build()
}
fn money(title: &str, example: i64) -> Field {
    FieldBuilder::money(title, "EUR", 0, 1_000_000, example).build()
}
fn choice(title: &str, options: &[&str]) -> Field {
    FieldBuilder::choice(title, options).optional().build()
}
fn date(title: &str) -> Field {
    FieldBuilder::date(title).build()
}
fn moment(title: &str) -> Field {
    FieldBuilder::date_time(title).build()
}
fn email() -> Field {
    FieldBuilder::email("Email").build()
}
fn link(title: &str) -> Field {
    FieldBuilder::url(title).build()
}
fn yes(title: &str) -> Field {
    FieldBuilder::boolean(title, true).optional().build()
}

trait FieldExtension {
    fn optional_field(self) -> Self;
    fn rename(self, name: &str, title: &str) -> Self;
}

impl FieldExtension for Field {
    fn optional_field(mut self) -> Self {
        self.required = false;
        self
    }
    fn rename(mut self, name: &str, title: &str) -> Self {
        name.clone_into(&mut self.name);
        title.clone_into(&mut self.title);
        self
    }
}

/// Whether fields are known for a thing.
pub(super) fn is_known(name: &str) -> bool {
    lookup(name).is_some()
}

fn lookup(name: &str) -> Option<&'static Thing> {
    let lower = name.to_lowercase();
    let mut words = lower.split_whitespace().rev();
    let head = noun_singular(words.next()?);
    let both = words.next().map(|before| format!("{before} {head}"));
    let named = |wanted: &str| THINGS.iter().find(|(words, ..)| words.contains(&wanted));
    both.as_deref().and_then(named).or_else(|| named(&head))
}

/// Puts a thing into the plan, with the fields that such things usually have and those that the text names.
pub(super) fn add(plan: &mut PlanBuilder, name: &str, properties: &[String]) -> DataId {
    let known = lookup(name);
    let description = known.map_or_else(
        || format!("The {name} that this is about."),
        |(_, description, _)| (*description).to_owned(),
    );
    let mut fields = known.map_or_else(
        || {
            vec![
                FieldBuilder::identifier("Number", &slug(name).chars().take(12).collect::<String>())
                    .optional()
                    .build(),
                FieldBuilder::text("Title", &upper_first(name)).build(),
                FieldBuilder::long_text("Details", "An example.").optional().build(),
            ]
        },
        |(_, _, fields)| fields(),
    );
    for property in properties.iter().take(12) {
        let field = property_field(property);
        if !fields.iter().any(|present| present.name == field.name) {
            fields.push(field);
        }
    }
    plan.data(name, &description, fields)
}

fn property_field(property: &str) -> Field {
    let lower = property.to_lowercase();
    let title = upper_first(property);
    let ends = |words: &[&str]| words.iter().any(|word| lower.ends_with(word));
    let builder = if ends(&["email", "e-mail", "email address", "mail address"]) {
        FieldBuilder::email(&title)
    } else if ends(&["phone", "mobile", "phone number", "telephone"]) {
        FieldBuilder::phone(&title)
    } else if ends(&["price", "amount", "total", "cost", "fee", "margin", "revenue"]) {
        FieldBuilder::money(&title, "EUR", 0, 1_000_000, 4_990)
    } else if ends(&["date", "day", "birthday"]) {
        FieldBuilder::date(&title)
    } else if ends(&["time", "deadline"]) {
        FieldBuilder::date_time(&title)
    } else if ends(&["link", "url", "website"]) {
        FieldBuilder::url(&title)
    } else if ends(&["name", "address", "birth"]) {
        FieldBuilder::text(&title, "An example").personal()
    } else {
        FieldBuilder::text(&title, "An example").optional()
    };
    builder.build()
}
