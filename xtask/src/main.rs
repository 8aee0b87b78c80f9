//! The project's commands: what `cargo xtask …` understands.

mod alike;
mod apt;
mod bench;
mod build;
mod chromium;
mod embed;
mod engines;
mod finish;
mod html;
mod lessons;
mod lighthouse;
mod merge;
mod names;
mod node;
mod offline;
mod pictures;
mod policy;
mod python;
mod replay;
mod rooms;
mod scorm;
mod serve;
mod shell;
mod sizes;
mod split;
mod test;
mod texts;
mod tools;

use lexopt::prelude::*;
use shell::Failure;
use std::process::ExitCode;

const HELP: &str = "\
Usage: cargo xtask COMMAND

  serve [--open] [--port PORT]   build the portal and serve it on 127.0.0.1, rebuilding when a file changes
  build                          write the release build to dist/, ready for any static host at any path
  test [--long] [STEP…]          run every check, or only the steps named: format lint native build browser
  bench                          measure speed and memory, and write target/bench/report.html
  lighthouse                     measure the release build with Lighthouse, and fail below what is promised
  lessons                        check every lesson, and print the table of actions and states that they cover
  replay FILE [FILE]             carry a journal out again, and print where it ends and where two of them part
  scorm [--pass SCORE]           pack dist/ as a SCORM 1.2 package into target/scorm; lessons are passed from 50 of 100
  pictures                       take pictures of every page into target/pictures, and fail where text is cut off

Each command sets up what it needs and says so first.";

/// One command with its arguments.
#[derive(Debug, PartialEq)]
enum Command {
    Help,
    Serve(serve::Options),
    Build,
    Test(test::Options),
    Bench,
    Lessons,
    Lighthouse,
    Pictures,
    Replay(replay::Options),
    Scorm(scorm::Options),
    /// Trunk calls this after it has written a page; see `finish.rs`.
    Finish,
}

fn main() -> ExitCode {
    let outcome = parse(lexopt::Parser::from_env()).and_then(run);
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nerror: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Help => {
            println!("{HELP}");
            Ok(())
        }
        Command::Serve(options) => serve::run(&options),
        Command::Build => build::run(),
        Command::Test(options) => test::run(&options),
        Command::Bench => bench::run(),
        Command::Lessons => lessons::run(),
        Command::Lighthouse => lighthouse::run(),
        Command::Pictures => pictures::run(),
        Command::Replay(options) => replay::run(&options),
        Command::Scorm(options) => scorm::run(&options),
        Command::Finish => finish::run(),
    }
}

/// Reads the command line; the failure names the argument that is not understood.
fn parse(mut arguments: lexopt::Parser) -> Result<Command, Failure> {
    let mut command = None;
    while let Some(argument) = arguments.next()? {
        match (&mut command, argument) {
            (_, Short('h') | Long("help")) => return Ok(Command::Help),
            (None, Value(name)) => {
                command = Some(match name.to_str() {
                    Some("serve") => Command::Serve(serve::Options::default()),
                    Some("build") => Command::Build,
                    Some("test") => Command::Test(test::Options::default()),
                    Some("bench") => Command::Bench,
                    Some("lessons") => Command::Lessons,
                    Some("lighthouse") => Command::Lighthouse,
                    Some("pictures") => Command::Pictures,
                    Some("replay") => Command::Replay(replay::Options::default()),
                    Some("scorm") => Command::Scorm(scorm::Options::default()),
                    Some("finish") => Command::Finish,
                    Some("help") => Command::Help,
                    _ => return Err(Failure::new(format!("there is no command {name:?}.\n\n{HELP}"))),
                });
            }
            (Some(Command::Serve(options)), Long("open")) => options.open = true,
            (Some(Command::Serve(options)), Short('p') | Long("port")) => {
                options.port = arguments.value()?.parse()?
            }
            (Some(Command::Scorm(options)), Long("pass")) => options.pass = arguments.value()?.parse()?,
            (Some(Command::Test(options)), Long("long")) => options.long = true,
            (Some(Command::Test(options)), Value(step)) => {
                options.only.push(test::Step::parse(&step.string()?)?)
            }
            (Some(Command::Replay(options)), Value(file)) => options.files.push(file.string()?),
            (_, other) => return Err(other.unexpected().into()),
        }
    }
    Ok(command.unwrap_or(Command::Help))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Command, Failure> {
        parse(lexopt::Parser::from_args(line.split_whitespace()))
    }

    #[test]
    fn each_command_takes_its_own_options() {
        assert_eq!(read("").unwrap(), Command::Help);
        assert_eq!(read("build").unwrap(), Command::Build);
        assert_eq!(read("lessons").unwrap(), Command::Lessons);
        assert_eq!(read("lighthouse").unwrap(), Command::Lighthouse);
        assert_eq!(read("pictures").unwrap(), Command::Pictures);
        let served = serve::Options { open: true, port: 8090 };
        assert_eq!(read("serve --open --port 8090").unwrap(), Command::Serve(served));
        let replayed = replay::Options { files: vec!["a.json".to_owned(), "b.json".to_owned()] };
        assert_eq!(read("replay a.json b.json").unwrap(), Command::Replay(replayed));
        assert_eq!(read("scorm").unwrap(), Command::Scorm(scorm::Options { pass: 50 }));
        assert_eq!(read("scorm --pass 0").unwrap(), Command::Scorm(scorm::Options { pass: 0 }));
        let tested = test::Options { long: true, only: vec![test::Step::Browser] };
        assert_eq!(read("test browser --long").unwrap(), Command::Test(tested));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for (line, named) in
            [("sreve", "sreve"), ("build --open", "open"), ("serve --port x", "x"), ("test smoke", "smoke")]
        {
            let failure = read(line).unwrap_err().to_string();
            assert!(failure.contains(named), "{line}: {failure}");
        }
    }
}
