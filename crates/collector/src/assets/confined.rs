use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;

use tower_http::services::fs::{Backend, TokioBackend};

/// A file system that ends at one folder: a link that leads out of it leads nowhere.
#[derive(Clone, Debug)]
pub(super) struct Confined {
    root: Arc<Path>,
}

impl Confined {
    /// `root` is the folder's canonical path.
    pub(super) fn to(root: PathBuf) -> Self {
        Self { root: root.into() }
    }

    async fn check(&self, path: &Path) -> io::Result<PathBuf> {
        let real = tokio::fs::canonicalize(path).await?;
        if real.starts_with(&self.root) { Ok(real) } else { Err(io::ErrorKind::NotFound.into()) }
    }
}

impl Backend for Confined {
    type File = <TokioBackend as Backend>::File;
    type Metadata = <TokioBackend as Backend>::Metadata;
    type OpenFuture = Pin<Box<dyn Future<Output = io::Result<Self::File>> + Send>>;
    type MetadataFuture = Pin<Box<dyn Future<Output = io::Result<Self::Metadata>> + Send>>;

    fn open(&self, path: PathBuf) -> Self::OpenFuture {
        let confined = self.clone();
        Box::pin(async move { TokioBackend.open(confined.check(&path).await?).await })
    }

    fn metadata(&self, path: PathBuf) -> Self::MetadataFuture {
        let confined = self.clone();
        Box::pin(async move { TokioBackend.metadata(confined.check(&path).await?).await })
    }
}
