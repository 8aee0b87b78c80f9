//! Replaying: `cargo xtask replay FILE [FILE]` prints where a journal ends, and where two of them part.

use std::fs;
use std::process::ExitCode;

use import_export_portal::journal::annex;
use import_export_portal::journal::compare::{JobStand, compare};
use import_export_portal::journal::format::{Opened, read};
use import_export_portal::journal::moments::moment_text;
use import_export_portal::journal::{JournalEntry, Session};
use import_export_portal::phrases::{Language, Messages};
use import_export_portal::service::workspace::Workspace;
use import_export_portal::store::portable;

fn main() -> ExitCode {
    let english = Language::negotiate("en").phrases();
    let files: Vec<String> = std::env::args().skip(1).collect();
    match files.iter().map(|file| open(file, &english)).collect::<Result<Vec<Session>, String>>() {
        Ok(sessions) => {
            for (file, session) in files.iter().zip(&sessions) {
                tell(file, session);
            }
            if let [one, other] = sessions.as_slice() {
                tell_parting(one, other, &english);
            }
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn open(file: &str, english: &Messages) -> Result<Session, String> {
    let text = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    // A workspace that was saved with its recording.
    if let Ok((workspace, _)) = portable::import(&text) {
        return match annex::open(&workspace) {
            Ok(Some(session)) => Ok(session),
            Ok(None) => Err(format!("{file}: it has no recording.")),
            Err(why) => Err(format!("{file}: {}", why.sentence(english))),
        };
    }
    match read(&text) {
        Ok(Opened::Recording(session)) => Ok(*session),
        Ok(Opened::Plain(workspace, why)) => {
            tell_jobs(&workspace);
            Err(format!("{file}: {}", why.sentence(english)))
        }
        Err(why) => Err(format!("{file}: {}", why.sentence(english))),
    }
}

fn tell(file: &str, session: &Session) {
    println!("{file}");
    for branch in session.branches().all() {
        let mark = if branch.no == session.branches().present().no { "*" } else { " " };
        let (commands, end) = (branch.journal.commands(), moment_text(branch.journal.last().at));
        println!("{mark} branch {} {}: {commands} commands, until {end}", branch.no, branch.name);
    }
    tell_jobs(session.present());
}

fn tell_jobs(workspace: &Workspace) {
    for record in workspace.records() {
        let percent = record.percent_complete(workspace.now());
        println!(
            "    {}",
            stand(record.job.id.name.as_str(), Some(JobStand { state: record.state, percent }))
        );
    }
}

fn stand(name: &str, stand: Option<JobStand>) -> String {
    match stand {
        None => format!("{name}: not there"),
        Some(JobStand { state, percent: None }) => format!("{name}: {}", state.as_str()),
        Some(JobStand { state, percent: Some(percent) }) => format!("{name}: {} {percent} %", state.as_str()),
    }
}

fn tell_parting(one: &Session, other: &Session, english: &Messages) {
    let (here, there) = (&one.branches().present().journal, &other.branches().present().journal);
    match compare(here, there, here.last().at) {
        Err(why) => println!("{}", why.sentence(english)),
        Ok(found) => {
            match &found.parting {
                None => println!("The commands are the same."),
                Some(parting) => {
                    println!("The runs part at command {}:", parting.no + 1);
                    println!("  one:   {}", entry(parting.one.as_deref()));
                    println!("  other: {}", entry(parting.other.as_deref()));
                }
            }
            println!("At {} {} jobs differ.", moment_text(found.at), found.jobs.len());
            for job in &found.jobs {
                let name = job.id.name.as_str();
                println!("    {} | {}", stand(name, job.one), stand(name, job.other));
            }
        }
    }
}

fn entry(entry: Option<&JournalEntry>) -> String {
    entry.map_or_else(|| "nothing more".to_owned(), |entry| entry.json().to_string())
}
