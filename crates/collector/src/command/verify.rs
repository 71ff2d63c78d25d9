//! `meetpunt verify`.

use clap::Args;
use meetpunt_collector::verify;

use super::Database;

#[derive(Debug, Args)]
pub struct Verify {
    #[command(flatten)]
    database: Database,
}

impl Verify {
    pub fn run(self) -> Result<(), String> {
        let found = verify(&self.database.db).map_err(|error| error.to_string())?;
        let path = self.database.db.display();
        if found.problems.is_empty() {
            println!("{path} is sound: {} events of {} submissions.", found.events, found.submissions);
            return Ok(());
        }
        for problem in &found.problems {
            println!("{problem}");
        }
        let advice = "put back a backup, or export what can be read";
        Err(format!("{path} has {} problems in {} events: {advice}", found.count, found.events))
    }
}
