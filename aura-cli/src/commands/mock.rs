//! `aura mock`: a service that is described but does not exist, on this machine only.

use std::io::Read;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::{Duration, Instant};

use aura_core::limits::Limits;
use aura_core::random::Seed;
use aura_core::simulate::locale::Locale;
use aura_core::simulate::services::{Conditions, Mock, Request, Response};
use aura_core::{Error, ErrorCode, Result};
use serde_json::{Value, json};

use crate::Finish;
use crate::arguments::Common;
use crate::arguments::mock::MockArguments;
use crate::input;
use crate::output::{Output, Tone};

/// The largest body that is read.
const MOST_BYTES: u64 = 16 << 20;

/// Serves a description on loopback, or answers one request.
pub(crate) fn mock(common: &Common, options: &MockArguments) -> Result<Finish> {
    let limits = Limits::default();
    let description = input::file(&options.description, limits.document_bytes)?;
    let mut mock = Mock::new(&description, Seed(options.seed), &limits)?
        .with_conditions(conditions(options)?)
        .with_locale(Locale::read(&options.locale)?);
    if !options.any_secret {
        mock = mock.with_secret(&options.secret);
    }
    let output = Output::new(common);
    match &options.call {
        Some(call) => one_call(mock, call, options.body.as_deref(), &output),
        None => serve(mock, options, &output),
    }
}

fn conditions(options: &MockArguments) -> Result<Conditions> {
    let mut conditions = Conditions::default();
    if let Some(latency) = &options.latency {
        let (shortest, longest) = latency.split_once('-').unwrap_or((latency, latency));
        let number = |text: &str| {
            text.trim().parse::<u64>().map_err(|_| {
                Error::new(ErrorCode::InvalidRequest, format!("`{latency}` is no time in milliseconds"))
                    .with_hint("write `--latency 50` or `--latency 20-200`")
            })
        };
        conditions = conditions.with_latency_ms(number(shortest)?, number(longest)?);
    }
    if !(0.0..=1.0).contains(&options.errors) {
        return Err(Error::new(ErrorCode::InvalidRequest, "the share of errors lies between 0 and 1"));
    }
    conditions = conditions.with_error_share(options.errors);
    if let Some(calls) = options.rate_limit {
        conditions = conditions.with_rate_limit(calls, 1_000);
    }
    Ok(conditions)
}

fn one_call(mut mock: Mock, call: &str, body: Option<&str>, output: &Output) -> Result<Finish> {
    let (method, target) = call.split_once(' ').unwrap_or(("GET", call));
    let mut request = Request::new(method, target.trim());
    if let Some(body) = body {
        request = request.with_body(body.as_bytes().to_vec()).with_header("content-type", "application/json");
    }
    let response = mock.respond(&request);
    if output.is_json() {
        output.document(&told(&response))?;
    } else {
        output.block(&format!("{}\n{}", response.status, String::from_utf8_lossy(&response.body)))?;
    }
    Ok(if response.status < 400 { Finish::Done } else { Finish::Failed })
}

fn told(response: &Response) -> Value {
    let headers: serde_json::Map<String, Value> =
        response.headers.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
    let body = response.json().unwrap_or_else(|| json!(String::from_utf8_lossy(&response.body)));
    json!({ "status": response.status, "headers": headers, "body": body, "latency_ms": response.latency_ms })
}

fn serve(mut mock: Mock, options: &MockArguments, output: &Output) -> Result<Finish> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port));
    let server = tiny_http::Server::http(address).map_err(|error| {
        Error::new(ErrorCode::UnavailableService, format!("port {} cannot be opened: {error}", options.port))
            .with_hint("choose another port with --port, or 0 for any that is free")
    })?;
    let place = format!("http://{}", server.server_addr());
    if output.is_json() {
        output.document(
            &json!({ "address": place, "operations": mock.operations().len(), "seed": options.seed }),
        )?;
    } else {
        let count = mock.operations().len();
        output.status(
            Tone::Good,
            "ready",
            &format!("{count} operations at {place}, seed {}", options.seed),
        )?;
        if !options.any_secret {
            let secret = &options.secret;
            output.hint(&format!(
                "where callers must show who they are, the token or key is `{secret}`, and so are name and password"
            ))?;
        }
        output.hint("stop it with Ctrl-C")?;
    }
    let start = Instant::now();
    for mut incoming in server.incoming_requests() {
        let at_ms = u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX);
        let response = match read(&mut incoming) {
            Some(request) => mock.respond(&request.with_time(at_ms)),
            None => continue,
        };
        // The one place where virtual time becomes real: a person or a program waits for this answer.
        std::thread::sleep(Duration::from_millis(response.latency_ms));
        let line = format!("{} {} {}", response.status, incoming.method(), incoming.url());
        // A caller that hung up misses its answer, and nothing else happens.
        let _ = incoming.respond(written(&response));
        if !output.is_json() {
            output.below(&line)?;
        }
    }
    Ok(Finish::Done)
}

fn read(incoming: &mut tiny_http::Request) -> Option<Request> {
    let mut body = Vec::new();
    incoming.as_reader().take(MOST_BYTES).read_to_end(&mut body).ok()?;
    let mut request = Request::new(incoming.method().as_str(), incoming.url()).with_body(body);
    for header in incoming.headers() {
        request = request.with_header(header.field.as_str().as_str(), header.value.as_str());
    }
    Some(request)
}

fn written(response: &Response) -> tiny_http::Response<std::io::Cursor<Vec<u8>>> {
    let mut written = tiny_http::Response::from_data(response.body.clone()).with_status_code(response.status);
    for (name, value) in &response.headers {
        if let Ok(header) = tiny_http::Header::from_bytes(name.as_bytes(), value.as_bytes()) {
            written.add_header(header);
        }
    }
    written
}
