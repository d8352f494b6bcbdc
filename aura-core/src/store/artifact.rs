//! Artifacts: bytes with a kind and a lineage, named by the hash of all three.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, Result};
use crate::id::define_ids;

define_ids! {
    /// Names an artifact by the hash of its kind, lineage and content.
    ArtifactId("artifact"): "artifact_";
}

/// Something that was made once and never changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Artifact {
    /// Made from all the rest.
    pub id: ArtifactId,
    /// What it is, for example `plan`.
    pub kind: String,
    /// What it was made from.
    pub lineage: Vec<ArtifactLink>,
    /// The content; JSON for documents.
    pub body: Vec<u8>,
}

/// What an artifact was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ArtifactLink {
    /// What part the other one played, for example `plan`.
    pub role: String,
    /// The other one.
    pub artifact: ArtifactId,
}

impl Artifact {
    /// Makes an artifact; its id follows from kind, lineage and body.
    pub fn new(kind: impl Into<String>, lineage: Vec<ArtifactLink>, body: Vec<u8>) -> Self {
        let kind = kind.into();
        let id = Self::id_of(&kind, &lineage, &body);
        Artifact { id, kind, lineage, body }
    }

    /// Makes an artifact from a document, as compact JSON.
    ///
    /// # Errors
    /// `internal` where the document cannot be written as JSON.
    pub fn from_document<T: Serialize>(
        kind: impl Into<String>,
        lineage: Vec<ArtifactLink>,
        document: &T,
    ) -> Result<Self> {
        let body = serde_json::to_vec(document).map_err(|error| {
            Error::new(ErrorCode::Internal, "a document could not be written as JSON").with_source(error)
        })?;
        Ok(Self::new(kind, lineage, body))
    }

    /// Reads the document.
    ///
    /// # Errors
    /// `invalid_document` where the content is not JSON of this shape.
    pub fn document<T: serde::de::DeserializeOwned>(&self) -> Result<T> {
        serde_json::from_slice(&self.body).map_err(|error| {
            Error::new(
                ErrorCode::InvalidDocument,
                format!("the stored {} cannot be read: {error}", self.kind),
            )
            .with_context("artifact", &self.id)
        })
    }

    /// Whether id and content belong together. False means that a store is damaged.
    pub fn is_intact(&self) -> bool {
        self.id == Self::id_of(&self.kind, &self.lineage, &self.body)
    }

    fn id_of(kind: &str, lineage: &[ArtifactLink], body: &[u8]) -> ArtifactId {
        let mut hasher = blake3::Hasher::new_derive_key("aura artifact 1");
        let mut add = |part: &[u8]| {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        };
        add(kind.as_bytes());
        for link in lineage {
            add(link.role.as_bytes());
            add(link.artifact.as_str().as_bytes());
        }
        add(body);
        let mut hex = hasher.finalize().to_hex().to_string();
        hex.truncate(32);
        ArtifactId::named(&hex)
    }
}
