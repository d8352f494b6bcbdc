//! References as RFC 3986 has them: joining with a base, and JSON pointers (RFC 6901) in fragments.

/// A reference split in its parts; none of them is decoded.
struct Parts<'a> {
    scheme: Option<&'a str>,
    authority: Option<&'a str>,
    path: &'a str,
    query: Option<&'a str>,
}

/// Splits off the fragment.
pub(super) fn split_fragment(reference: &str) -> (&str, &str) {
    reference.split_once('#').unwrap_or((reference, ""))
}

/// Resolves a reference without fragment against a base (RFC 3986, section 5.2.2).
pub(super) fn join(base: &str, reference: &str) -> String {
    let own = parts(reference);
    if own.scheme.is_some() || base.is_empty() {
        return reference.to_owned();
    }
    if reference.is_empty() {
        return base.to_owned();
    }
    let from = parts(base);
    // Names such as `urn:a:b` have no hierarchy that something could be joined with.
    if from.authority.is_none() && !from.path.starts_with('/') && from.scheme.is_some() {
        return reference.to_owned();
    }
    let (authority, path, query) = if own.authority.is_some() {
        (own.authority, without_dots(own.path), own.query)
    } else if own.path.is_empty() {
        (from.authority, from.path.to_owned(), own.query.or(from.query))
    } else if own.path.starts_with('/') {
        (from.authority, without_dots(own.path), own.query)
    } else {
        let folder = from.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let is_rooted = from.authority.is_some() || from.path.starts_with('/');
        let merged = if folder.is_empty() && !is_rooted {
            own.path.to_owned()
        } else {
            format!("{folder}/{}", own.path)
        };
        (from.authority, without_dots(&merged), own.query)
    };
    let mut joined = String::new();
    if let Some(scheme) = from.scheme {
        joined.push_str(scheme);
        joined.push(':');
    }
    if let Some(authority) = authority {
        joined.push_str("//");
        joined.push_str(authority);
    }
    joined.push_str(&path);
    if let Some(query) = query {
        joined.push('?');
        joined.push_str(query);
    }
    joined
}

fn parts(reference: &str) -> Parts<'_> {
    let is_scheme = |text: &str| {
        text.starts_with(|first: char| first.is_ascii_alphabetic())
            && text.chars().all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter))
    };
    let (scheme, rest) = match reference.split_once(':') {
        Some((scheme, rest)) if is_scheme(scheme) => (Some(scheme), rest),
        _ => (None, reference),
    };
    let (rest, query) = rest.split_once('?').map_or((rest, None), |(rest, query)| (rest, Some(query)));
    let (authority, path) = match rest.strip_prefix("//") {
        Some(rest) => {
            let end = rest.find('/').unwrap_or(rest.len());
            let (authority, path) = rest.split_at(end);
            (Some(authority), path)
        }
        None => (None, rest),
    };
    Parts { scheme, authority, path, query }
}

/// Takes `.` and `..` out of a path (RFC 3986, section 5.2.4).
fn without_dots(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let ends_in_folder = path.ends_with("/.") || path.ends_with("/..");
    for segment in path.split('/') {
        match segment {
            "." => {}
            ".." => {
                if kept.len() > 1 || kept.first().is_some_and(|first| !first.is_empty()) {
                    kept.pop();
                }
            }
            other => kept.push(other),
        }
    }
    let mut clean = kept.join("/");
    if ends_in_folder {
        clean.push('/');
    }
    clean
}

/// Decodes `%xx`. What is no such code, and what gives no UTF-8, stays as it is.
pub(in crate::simulate) fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes().iter();
    while let Some(byte) = rest.next().copied() {
        let code = rest.as_slice().get(..2).and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()).filter(|_| byte == b'%') {
            Some(decoded) => {
                bytes.push(decoded);
                rest.nth(1);
            }
            None => bytes.push(byte),
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// One segment of a JSON pointer as the name that it stands for.
pub(super) fn unescape(segment: &str) -> String {
    segment.replace("~1", "/").replace("~0", "~")
}

/// A name as one segment of a JSON pointer.
pub(super) fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_join_as_in_section_5_4_of_rfc_3986() {
        for (reference, expect) in [
            ("g:h", "g:h"),
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            ("", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../../g", "http://a/g"),
            ("../../../g", "http://a/g"),
            ("/./g", "http://a/g"),
            ("./g/.", "http://a/b/c/g/"),
        ] {
            assert_eq!(join("http://a/b/c/d;p?q", reference), expect, "{reference}");
        }
        assert_eq!(join("folder/schema.json", "other.json"), "folder/other.json");
        assert_eq!(join("schema.json", "other.json"), "other.json");
    }

    #[test]
    fn codes_are_decoded_and_the_rest_is_kept() {
        assert_eq!(decode("a%20b%25"), "a b%");
        assert_eq!(decode("100%"), "100%");
        assert_eq!(decode("%zz"), "%zz");
        assert_eq!(unescape("~1a~0b"), "/a~b");
        assert_eq!(unescape(&escape("~1/")), "~1/");
    }
}
