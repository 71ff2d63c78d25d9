//! `meetpunt backup`.

use std::path::PathBuf;

use clap::Args;
use meetpunt_collector::backup;

use super::Database;

#[derive(Debug, Args)]
pub struct Backup {
    /// File to write, which must not be there yet
    to: PathBuf,
    #[command(flatten)]
    database: Database,
}

impl Backup {
    pub fn run(self) -> Result<(), String> {
        let events = backup(&self.database.db, &self.to).map_err(|error| error.to_string())?;
        println!("{} holds {events} events.", self.to.display());
        Ok(())
    }
}
