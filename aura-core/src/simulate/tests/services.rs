//! Mock services: what is refused and why, what is remembered, and that a seed decides everything.

use serde_json::{Value, json};

use crate::limits::Limits;
use crate::random::Seed;
use crate::simulate::services::{Conditions, Mock, Request};

const PETS: &str = r##"
openapi: 3.0.3
info: { title: Pets, version: "1" }
servers: [{ url: "https://example.com/v1" }]
security: [{ key: [] }]
paths:
  /pets:
    get:
      security: []
      parameters: [{ name: limit, in: query, schema: { type: integer, maximum: 10 } }]
      responses:
        "200": { description: all, content: { application/json: { schema: { type: array, minItems: 1, items: { $ref: "#/components/schemas/Pet" } } } } }
    post:
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/NewPet" } } } }
      responses:
        "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
        "400": { description: wrong, content: { application/json: { schema: { type: object, required: [reason], properties: { reason: { type: string } } } } } }
  /pets/{petId}:
    parameters: [{ name: petId, in: path, required: true, schema: { type: integer } }]
    get: { security: [], responses: { "200": { description: one, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } } } }
    patch:
      security: []
      requestBody: { content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } }
      responses: { "200": { description: one, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } } }
    delete: { security: [], responses: { "204": { description: gone } } }
  /pets/mine: { get: { security: [], responses: { "200": { description: mine, content: { text/plain: { example: mine } } } } } }
components:
  securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
  schemas:
    NewPet: { type: object, required: [name], properties: { name: { type: string, minLength: 2 } } }
    Pet:
      type: object
      required: [id, name]
      properties: { id: { type: integer, minimum: 1 }, name: { type: string }, tag: { type: string, nullable: true } }
"##;

fn mock() -> Mock {
    Mock::new(PETS, Seed(3), &Limits::default()).unwrap()
}

/// Whoever shows something else than the secret is refused, with an answer that the description has.
#[test]
fn a_secret_is_asked_for_where_the_description_asks_who_is_there() {
    let made = |shown: Option<&str>| {
        let mut mock = mock().with_secret("open");
        let request = Request::new("POST", "/pets").with_json(&json!({ "name": "Rex" }));
        mock.respond(&shown.iter().fold(request, |request, shown| request.with_header("x-key", shown))).status
    };
    assert_eq!((made(Some("open")), made(Some("shut")), made(None)), (201, 401, 401));
    let hidden = PETS.replace("\"400\": { description: wrong", "\"404\": { description: wrong");
    let mut mock = Mock::new(&hidden, Seed(3), &Limits::default()).unwrap().with_secret("open");
    let request = Request::new("POST", "/pets").with_json(&json!({ "name": "Rex" }));
    assert_eq!(mock.respond(&request).status, 401, "whether or not the description lists it");
    assert_eq!(mock.respond(&Request::new("GET", "/pets")).status, 200, "nobody is asked here");
}

fn get(mock: &mut Mock, target: &str) -> (u16, Value) {
    let response = mock.respond(&Request::new("GET", target));
    (response.status, response.json().unwrap_or_default())
}

fn make(mock: &mut Mock, name: &str) -> Value {
    let request = Request::new("POST", "/pets").with_json(&json!({ "name": name })).with_header("x-key", "k");
    let response = mock.respond(&request);
    assert_eq!(response.status, 201);
    response.json().unwrap()
}

#[test]
fn what_was_written_is_read_listed_changed_and_deleted() {
    let mut mock = mock();
    let (rex, ada) = (make(&mut mock, "Rex"), make(&mut mock, "Ada"));
    assert_ne!(rex["id"], ada["id"]);
    assert_eq!((&rex["name"], &ada["name"]), (&json!("Rex"), &json!("Ada")));
    let place = format!("/pets/{}", rex["id"]);
    assert_eq!(get(&mut mock, &place), (200, rex.clone()));
    let names = |mock: &mut Mock| -> Vec<Value> {
        get(mock, "/pets").1.as_array().unwrap().iter().map(|pet| pet["name"].clone()).collect()
    };
    assert!(names(&mut mock).contains(&json!("Rex")) && names(&mut mock).contains(&json!("Ada")));
    let changed = mock.respond(&Request::new("PATCH", &place).with_json(&json!({ "name": "Max" })));
    assert_eq!(changed.json().unwrap()["name"], "Max");
    assert_eq!(get(&mut mock, &place).1["name"], "Max");
    assert!(names(&mut mock).contains(&json!("Max")) && !names(&mut mock).contains(&json!("Rex")));
    assert_eq!(mock.respond(&Request::new("DELETE", &place)).status, 204);
    assert_eq!(get(&mut mock, &place).0, 404);
    assert!(!names(&mut mock).contains(&json!("Max")));
}

#[test]
fn the_same_entity_is_on_every_endpoint() {
    let mut mock = mock();
    let (_, list) = get(&mut mock, "/pets");
    let first = &list[0];
    assert_eq!(get(&mut mock, &format!("/pets/{}", first["id"])), (200, first.clone()));
    assert_eq!(get(&mut mock, "/v1/pets/77").1["id"], 77);
    assert_eq!(get(&mut mock, "/pets/77"), get(&mut mock, "/pets/77"));
}

#[test]
fn what_is_wrong_is_refused_with_the_place_and_the_reason() {
    let mut mock = mock();
    assert_eq!(get(&mut mock, "/cats").0, 404);
    assert_eq!(get(&mut mock, "/pets/mine"), (200, Value::Null));
    let (status, told) = get(&mut mock, "/pets?limit=11");
    assert_eq!((status, &told["errors"][0]["pointer"]), (422, &json!("query/limit")));
    assert_eq!(told["errors"][0]["detail"], "must be at most 10");
    assert_eq!(get(&mut mock, "/pets/rex").1["errors"][0]["detail"], "must be integer, is string");
    let put = mock.respond(&Request::new("PUT", "/pets"));
    assert_eq!((put.status, put.header("allow")), (405, Some("GET, POST")));
    let post = |mock: &mut Mock, request: Request| mock.respond(&request).status;
    let body = json!({ "name": "Rex" });
    assert_eq!(post(&mut mock, Request::new("POST", "/pets").with_json(&body)), 401);
    let known = Request::new("POST", "/pets").with_header("X-Key", "k");
    // 400 is what the description has for it.
    let refused = mock.respond(&known.clone().with_json(&json!({ "name": "R" })));
    assert_eq!(refused.status, 400);
    assert!(refused.json().unwrap()["reason"].is_string());
    assert_eq!(mock.calls().last().unwrap().violations[0].path, "body/name");
    let accept = Request::new("GET", "/pets").with_header("accept", "image/png");
    assert_eq!(post(&mut mock, accept), 406);
}

#[test]
fn a_caller_may_prefer_a_status() {
    let mut mock = mock();
    let request =
        Request::new("POST", "/pets").with_json(&json!({ "name": "Rex" })).with_header("x-key", "k");
    assert_eq!(mock.respond(&request.clone().with_header("prefer", "code=400")).status, 400);
    assert_eq!(mock.respond(&request.with_header("prefer", "code=418")).status, 404);
}

#[test]
fn one_seed_gives_the_same_bytes_whatever_was_compiled_before() {
    let (mut first, mut second) = (mock(), mock());
    let _ = second.sample_request("DELETE", "/pets/{petId}", 1);
    for target in ["/pets/4", "/pets", "/pets/mine"] {
        assert_eq!(first.respond(&Request::new("GET", target)), second.respond(&Request::new("GET", target)));
    }
    let mut other = Mock::new(PETS, Seed(4), &Limits::default()).unwrap();
    assert_ne!(get(&mut first, "/pets"), get(&mut other, "/pets"));
}

#[test]
fn conditions_live_on_virtual_time() {
    let conditions =
        Conditions::default().with_latency_ms(20, 30).with_rate_limit(2, 1_000).with_outage_ms(5_000, 6_000);
    let mut mock = mock().with_conditions(conditions);
    let mut at = |at_ms: u64| mock.respond(&Request::new("GET", "/pets/1").with_time(at_ms));
    let first = at(0);
    assert!((20..=30).contains(&first.latency_ms));
    assert_eq!([first.status, at(1).status, at(2).status, at(1_000).status], [200, 200, 429, 200]);
    let down = at(5_500);
    assert_eq!((down.status, down.header("retry-after")), (503, Some("1")));
    assert_eq!(at(6_000).status, 200);
}

const PAYMENTS: &str = r##"
openapi: 3.1.0
info: { title: Payments, version: "1" }
paths:
  /payments:
    post:
      requestBody: { required: true, content: {
        application/json: { schema: { $ref: "#/components/schemas/Payment" } },
        application/xml: { schema: { $ref: "#/components/schemas/Order" } } } }
      responses:
        "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Payment" } } } }
  /payments/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get: { responses: { "200": { description: one, content: { application/json: { schema: { $ref: "#/components/schemas/Payment" } } } } } }
components:
  schemas:
    Order: { type: object, required: [amount], properties: { amount: { type: number }, gift: { type: boolean },
        year: { type: integer, format: int64 }, line: { type: array, items: { type: integer } } } }
    Payment:
      type: object
      required: [id, source]
      properties:
        id: { type: string, format: uuid, readOnly: true }
        source:
          unevaluatedProperties: false
          anyOf:
            - { title: card, required: [number, code], properties: { number: { type: string }, code: { type: integer, writeOnly: true } } }
            - { title: bank, required: [account], properties: { account: { type: string } } }
"##;

/// OpenAPI: what is `readOnly` need not be in a request, and what is `writeOnly` is in no answer, required or not.
#[test]
fn what_is_only_written_is_in_no_answer() {
    let mut mock = Mock::new(PAYMENTS, Seed(3), &Limits::default()).unwrap();
    let sent = json!({ "source": { "number": "4242", "code": 123 } });
    let made = mock.respond(&Request::new("POST", "/payments").with_json(&sent));
    assert_eq!(made.status, 201, "{}", String::from_utf8_lossy(&made.body));
    let made = made.json().unwrap();
    assert_eq!(made["source"], json!({ "number": "4242" }));
    let (status, read) = get(&mut mock, &format!("/payments/{}", made["id"].as_str().unwrap()));
    assert_eq!((status, &read["source"]), (200, &made["source"]));
    // What is made up follows the same rule: a card shows no code.
    for number in 0..40 {
        let (_, read) = get(&mut mock, &format!("/payments/p{number}"));
        assert!(read["source"].get("code").is_none(), "{read}");
    }
    let lacking = json!({ "source": { "number": "4242" } });
    assert_eq!(mock.respond(&Request::new("POST", "/payments").with_json(&lacking)).status, 422);
}

#[test]
fn documents_of_xml_are_judged_where_they_have_one_reading() {
    let mut mock = Mock::new(PAYMENTS, Seed(3), &Limits::default()).unwrap();
    let mut status = |body: &str| {
        let mut request = Request::new("POST", "/payments").with_header("content-type", "application/xml");
        request.body = body.as_bytes().to_vec();
        mock.respond(&request).status
    };
    assert_eq!(status("<order><amount>12.5</amount><gift>true</gift></order>"), 201);
    assert_eq!(status("<order><amount>12.5</amount><gift></gift></order>"), 422);
    assert_eq!(status("<order><gift>true</gift></order>"), 422);
    assert_eq!(status("<order><amount>1"), 422);
    // What comes several times is a list, and a whole number has the width that its format says.
    assert_eq!(status("<order><amount>1</amount><line>3</line></order>"), 201);
    assert_eq!(status("<order><amount>1</amount><line>3</line><line>4</line></order>"), 201);
    assert_eq!(status("<order><amount>1</amount><line>3</line><line>x</line></order>"), 422);
    assert_eq!(status("<order><amount>1</amount><gift>true</gift><gift>true</gift></order>"), 422);
    assert_eq!(status("<order><amount>1</amount><year>9223372036854775807</year></order>"), 201);
    assert_eq!(status("<order><amount>1</amount><year>9223372036854775808</year></order>"), 422);
    assert_eq!(status("<order><amount>1</amount><year>-9223372036854775809</year></order>"), 422);
    assert_eq!(status("<order>true</order>"), 422);
    // What stands inside of an element has more than one reading, but is no single value.
    assert_eq!(status("<order><amount>1</amount><line><item>3</item><item>4</item></line></order>"), 201);
    assert_eq!(status("<order><amount>1</amount><gift><yes>true</yes></gift></order>"), 422);
    assert_eq!(status("<order><amount>1</amount><gift>true</gift><gift><a>1</a></gift></order>"), 422);
    assert_eq!(status("<order><amount>x</amount><line><item>3</item></line></order>"), 422);
    // A document has one element at the top.
    assert_eq!(status("<order><amount>1</amount></order><order><amount>1</amount></order>"), 422);
    // Elements may have other names than properties; such a document is taken as it stands.
    assert_eq!(status("<order><sum>12.5</sum></order>"), 201);
    assert_eq!(status("<order><sum>12.5</sum><gift>maybe</gift></order>"), 422);
}
