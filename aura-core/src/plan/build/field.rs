//! Short ways to write fields of data objects.

use serde_json::{Value, json};

use crate::domain::data::{
    ChoiceList, Field, FieldKind, IntegerRange, MoneyRange, NumberRange, ObjectReference, Sensitivity,
    TextRange,
};
use crate::domain::id::{AssumptionId, DataId};

/// Makes a [`Field`]: required and ordinary unless it says otherwise. The name is made from the title.
#[derive(Debug, Clone)]
pub struct FieldBuilder {
    field: Field,
}

impl FieldBuilder {
    /// A field of any kind, with an example that is valid for it.
    pub fn new(title: &str, kind: FieldKind, example: Value) -> Self {
        FieldBuilder {
            field: Field {
                name: crate::domain::id::slug(title),
                title: title.to_owned(),
                kind,
                required: true,
                sensitivity: Sensitivity::Ordinary,
                example,
                distribution: None,
            },
        }
    }

    /// Text of 1 to 200 characters.
    pub fn text(title: &str, example: &str) -> Self {
        Self::new(title, FieldKind::Text(TextRange { min_length: 1, max_length: 200 }), json!(example))
    }

    /// Text of 1 to 2,000 characters.
    pub fn long_text(title: &str, example: &str) -> Self {
        Self::new(title, FieldKind::Text(TextRange { min_length: 1, max_length: 2_000 }), json!(example))
    }

    /// A whole number between bounds.
    pub fn integer(title: &str, minimum: i64, maximum: i64, example: i64) -> Self {
        Self::new(title, FieldKind::Integer(IntegerRange { minimum, maximum }), json!(example))
    }

    /// A number between bounds.
    pub fn number(title: &str, minimum: f64, maximum: f64, example: f64) -> Self {
        Self::new(title, FieldKind::Number(NumberRange { minimum, maximum }), json!(example))
    }

    /// Yes or no.
    pub fn boolean(title: &str, example: bool) -> Self {
        Self::new(title, FieldKind::Boolean, json!(example))
    }

    /// One of the options; the first is the example.
    pub fn choice(title: &str, options: &[&str]) -> Self {
        let options: Vec<String> = options.iter().map(|option| (*option).to_owned()).collect();
        let example = json!(options.first());
        Self::new(title, FieldKind::Choice(ChoiceList { options }), example)
    }

    /// A date.
    pub fn date(title: &str) -> Self {
        Self::new(title, FieldKind::Date, json!("2026-03-02"))
    }

    /// A date with a time.
    pub fn date_time(title: &str) -> Self {
        Self::new(title, FieldKind::DateTime, json!("2026-03-02T09:30:00Z"))
    }

    /// An e-mail address; personal.
    pub fn email(title: &str) -> Self {
        Self::new(title, FieldKind::Email, json!("someone@example.com")).personal()
    }

    /// A telephone number; personal.
    pub fn phone(title: &str) -> Self {
        Self::new(title, FieldKind::Phone, json!("+12025550123")).personal()
    }

    /// A web address.
    pub fn url(title: &str) -> Self {
        Self::new(title, FieldKind::Url, json!("https://example.com/page"))
    }

    /// An identifier made by a system.
    pub fn identifier(title: &str, prefix: &str) -> Self {
        Self::new(title, FieldKind::Identifier, json!(format!("{prefix}-10042")))
    }

    /// Money in minor units; financial.
    pub fn money(title: &str, currency: &str, minimum: i64, maximum: i64, example: i64) -> Self {
        let kind = FieldKind::Money(MoneyRange { currency: currency.to_owned(), minimum, maximum });
        Self::new(title, kind, json!(example)).sensitivity(Sensitivity::Financial)
    }

    /// A list of other objects; the example is empty.
    pub fn list(title: &str, data: &DataId) -> Self {
        Self::new(title, FieldKind::List(ObjectReference { data: data.clone() }), json!([]))
    }

    /// Sets the name apart from the title.
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        self.field.name = crate::domain::id::slug(name);
        self
    }

    /// It may be absent.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.field.required = false;
        self
    }

    /// It says something about a person.
    #[must_use]
    pub fn personal(self) -> Self {
        self.sensitivity(Sensitivity::Personal)
    }

    /// How careful one must be with it.
    #[must_use]
    pub fn sensitivity(mut self, sensitivity: Sensitivity) -> Self {
        self.field.sensitivity = sensitivity;
        self
    }

    /// How its values are distributed in simulation.
    #[must_use]
    pub fn distribution(mut self, assumption: &AssumptionId) -> Self {
        self.field.distribution = Some(assumption.clone());
        self
    }

    /// The field.
    pub fn build(self) -> Field {
        self.field
    }
}

impl From<FieldBuilder> for Field {
    fn from(builder: FieldBuilder) -> Self {
        builder.build()
    }
}
