//! Documents of an agenda: added as files, given back as files.

use domain::{
    access::{Action, Scope},
    assemblies::State,
    ids::{AssemblyId, NetworkId},
    journal,
};
use entities::assemblies::{assembly, document};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{
    drafting::{item_of, visible},
    in_network,
};
use crate::{Error, FieldError, FieldProblem, Services, Viewer};

/// Largest document, in bytes.
const DOCUMENT: usize = 10 * 1024 * 1024;

/// A file to be added.
#[derive(Clone)]
pub struct NewDocument {
    /// Under which name it is offered.
    pub file_name: String,
    /// Its content.
    pub content: Vec<u8>,
}

/// A document of an item, without its content.
#[derive(Clone, Debug)]
pub struct Document {
    /// Which.
    pub id: Uuid,
    /// Of which item.
    pub item: Option<Uuid>,
    /// Under which name it is offered.
    pub file_name: String,
    /// In bytes.
    pub size: i64,
    /// SHA-256 of its content, in hexadecimal digits.
    pub sha256: String,
}

impl Services {
    /// Adds a document to an item, as long as the session is not over.
    ///
    /// # Errors
    /// Of permission, or [`Error::Invalid`] for a file without content or too large.
    pub async fn add_document(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        item_id: Uuid,
        new: NewDocument,
    ) -> Result<(), Error> {
        if new.content.is_empty() {
            return Err(Error::Invalid(vec![FieldError::new("document", FieldProblem::Missing)]));
        }
        if new.content.len() > DOCUMENT {
            return Err(Error::Invalid(vec![FieldError::new(
                "document",
                FieldProblem::FileTooLarge { megabytes: DOCUMENT >> 20 },
            )]));
        }
        let viewer = viewer.clone();
        self.store()
            .write(move |unit| {
                let (viewer, new) = (viewer.clone(), new.clone());
                Box::pin(async move {
                    let row = assembly::Entity::find_by_id(id.0).one(unit.read()).await?.ok_or(Error::NotFound)?;
                    viewer.require(Action::ConveneAssembly, Scope::Network(NetworkId(row.network_id)))?;
                    let state: State = row.state.parse()?;
                    if state == State::Closed {
                        return Err(domain::assemblies::CourseRefused::NotNow { state }.into());
                    }
                    item_of(unit.read(), id, item_id).await?;
                    let document_id = unit.id();
                    let sha256 = journal::digits(&Sha256::digest(&new.content));
                    let added = document::ActiveModel {
                        id: Set(document_id),
                        assembly_id: Set(id.0),
                        item_id: Set(Some(item_id)),
                        file_name: Set(safe_file_name(&new.file_name)),
                        content_type: Set(content_type(&new.file_name).to_owned()),
                        size: Set(i64::try_from(new.content.len()).unwrap_or(i64::MAX)),
                        sha256: Set(sha256.clone()),
                        content: Set(new.content),
                        added_at: Set(unit.now()),
                        added_by: Set(Some(viewer.person()?.0)),
                    };
                    document::Entity::insert(added).exec_without_returning(unit.write()).await?;
                    let told = serde_json::json!({ "assembly": id, "document": document_id, "sha256": sha256 });
                    unit.record(viewer.person()?, in_network(&row), "document_added", told);
                    Ok(())
                })
            })
            .await
    }

    /// A document with its content: name, type, bytes.
    ///
    /// # Errors
    /// Of permission, or [`Error::NotFound`].
    pub async fn document(
        &self,
        viewer: &Viewer,
        id: AssemblyId,
        document_id: Uuid,
    ) -> Result<(String, String, Vec<u8>), Error> {
        let database = self.store().read();
        let row = assembly::Entity::find_by_id(id.0).one(database).await?.ok_or(Error::NotFound)?;
        visible(viewer, &row)?;
        let found = document::Entity::find_by_id(document_id).one(database).await?;
        let found = found.filter(|found| found.assembly_id == id.0).ok_or(Error::NotFound)?;
        Ok((found.file_name, found.content_type, found.content))
    }
}

/// The documents of an assembly, without their content.
pub(super) async fn documents_of(database: &impl ConnectionTrait, id: AssemblyId) -> Result<Vec<Document>, Error> {
    let rows: Vec<(Uuid, Option<Uuid>, String, i64, String)> = document::Entity::find()
        .filter(document::Column::AssemblyId.eq(id.0))
        .order_by_asc(document::Column::AddedAt)
        .select_only()
        .columns([
            document::Column::Id,
            document::Column::ItemId,
            document::Column::FileName,
            document::Column::Size,
            document::Column::Sha256,
        ])
        .into_tuple()
        .all(database)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(id, item, file_name, size, sha256)| Document { id, item, file_name, size, sha256 })
        .collect())
}

/// A file's name without path or control characters, and never empty.
fn safe_file_name(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = name.chars().filter(|c| !c.is_control() && *c != '"').take(120).collect();
    if name.trim().is_empty() { "document".into() } else { name }
}

/// The type that a browser is told. Nothing that a browser would run: anything else is only saved.
fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().map(str::to_ascii_lowercase).as_deref() {
        Some("pdf") => "application/pdf",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("odt") => "application/vnd.oasis.opendocument.text",
        Some("ods") => "application/vnd.oasis.opendocument.spreadsheet",
        Some("docx") => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}
