//! Data objects and their fields: what steps need and produce, what services take and give.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::id::{AssumptionId, DataId};
use super::provenance::Origin;

/// A thing with fields, for example an order. JSON Schemas and synthetic data are made from it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DataObject {
    /// Names the object.
    pub id: DataId,
    /// Singular, lower-case, for example `order`. CEL conditions use it with `_` for spaces.
    pub name: String,
    /// What it is, in one sentence.
    pub description: String,
    /// Its fields, in the order in which people see them.
    pub fields: Vec<Field>,
    /// Where it comes from.
    pub origin: Origin,
}

/// One field of a data object.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Field {
    /// `snake_case` name, unique within its object.
    pub name: String,
    /// Label for people.
    pub title: String,
    /// What values are legal.
    pub kind: FieldKind,
    /// Whether it must be there.
    pub required: bool,
    /// How careful one must be with it.
    pub sensitivity: Sensitivity,
    /// An example value as JSON. Always valid for the kind.
    pub example: serde_json::Value,
    /// How values are distributed in simulation: numbers, shares of `true`, and places of a choice from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distribution: Option<AssumptionId>,
}

impl Field {
    /// What stands before the digits of an identifier: `order` of `order-10042`. Nothing where the example has another form.
    pub fn identifier_prefix(&self) -> Option<&str> {
        let (prefix, digits) = self.example.as_str()?.rsplit_once('-')?;
        let is_plain = !prefix.is_empty() && prefix.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        (self.kind == FieldKind::Identifier && is_plain && is_number).then_some(prefix)
    }
}

/// The kinds of values.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum FieldKind {
    /// Text of limited length.
    Text(TextRange),
    /// A whole number.
    Integer(IntegerRange),
    /// A number.
    Number(NumberRange),
    /// Yes or no.
    Boolean,
    /// One of the listed values.
    Choice(ChoiceList),
    /// `2026-01-31`.
    Date,
    /// RFC 3339 date and time.
    DateTime,
    /// An e-mail address.
    Email,
    /// A telephone number in E.164 form.
    Phone,
    /// A web address.
    Url,
    /// An identifier made by a system: `prefix-` and digits.
    Identifier,
    /// Money in minor units (cents) of a currency.
    Money(MoneyRange),
    /// A list of other objects.
    List(ObjectReference),
    /// Another object.
    Object(ObjectReference),
}

/// Text of limited length.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TextRange {
    /// Fewest characters.
    pub min_length: u32,
    /// Most characters.
    pub max_length: u32,
}

/// A whole number between bounds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct IntegerRange {
    /// Lowest value.
    pub minimum: i64,
    /// Highest value.
    pub maximum: i64,
}

/// A number between bounds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NumberRange {
    /// Lowest value.
    pub minimum: f64,
    /// Highest value.
    pub maximum: f64,
}

/// A closed list of values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ChoiceList {
    /// The values, in the order in which people see them.
    pub options: Vec<String>,
}

/// Money between bounds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MoneyRange {
    /// ISO 4217 code.
    pub currency: String,
    /// Lowest amount in minor units.
    pub minimum: i64,
    /// Highest amount in minor units.
    pub maximum: i64,
}

/// Another data object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ObjectReference {
    /// The object.
    pub data: DataId,
}

/// How careful one must be with a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "DataSensitivity")]
#[serde(rename_all = "snake_case")]
pub enum Sensitivity {
    /// Nothing special.
    Ordinary,
    /// Says something about a person.
    Personal,
    /// Says something about a person's health.
    Health,
    /// Money or means of payment.
    Financial,
    /// A password, key or token.
    Secret,
}

impl Sensitivity {
    /// What it is in plain words, before `data`.
    pub fn words(self) -> &'static str {
        match self {
            Sensitivity::Ordinary => "ordinary",
            Sensitivity::Personal => "personal",
            Sensitivity::Health => "health",
            Sensitivity::Financial => "payment",
            Sensitivity::Secret => "secret",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_keeps_its_prefix() {
        let field = |example: &str, kind: FieldKind| Field {
            name: "number".into(),
            title: "Number".into(),
            kind,
            required: true,
            sensitivity: Sensitivity::Ordinary,
            example: example.into(),
            distribution: None,
        };
        let check = |text: &str, expect: Option<&str>| {
            assert_eq!(field(text, FieldKind::Identifier).identifier_prefix(), expect, "{text}");
        };
        check("order-10042", Some("order"));
        check("a.b-7", None);
        check("plain", None);
        assert_eq!(field("order-1", FieldKind::Url).identifier_prefix(), None);
    }
}
