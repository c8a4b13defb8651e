//! JSON lines in, one answer a line out, in the same order, on all cores.

use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::num::NonZero;
use std::thread;

use serde::{Serialize, de::DeserializeOwned};

/// What is read at once. Lines that are already there are answered together; one that comes alone is not kept waiting.
const BUFFER: usize = 1 << 20;
/// Fewer lines than this are answered sooner than threads are started.
const FEWEST_FOR_A_THREAD: usize = 64;

/// How an answer is written for people.
pub(crate) type Printer<Request, Answer> = fn(&mut dyn Write, &Request, &Answer) -> io::Result<()>;

/// How lines are answered.
pub(crate) struct Service<Request, Answer, Complete, Ask> {
    /// Says what a request lacks.
    pub(crate) complete: Complete,
    pub(crate) ask: Ask,
    /// JSON where there is none.
    pub(crate) printer: Option<Printer<Request, Answer>>,
}

impl<Request, Answer, Complete, Ask> Service<Request, Answer, Complete, Ask>
where
    Request: DeserializeOwned,
    Answer: Serialize,
    Complete: Fn(Request) -> Result<Request, String> + Sync,
    Ask: Fn(&Request) -> Answer + Sync,
{
    /// Answers every line of standard input; whether every line was good.
    pub(crate) fn run(&self) -> io::Result<bool> {
        let mut input = BufReader::with_capacity(BUFFER, io::stdin().lock());
        let stdout = io::stdout().lock();
        let mut out: Box<dyn Write> = match self.printer {
            Some(_) => {
                let colours = anstream::AutoStream::choice(&io::stdout());
                Box::new(anstream::AutoStream::new(stdout, colours))
            }
            None => Box::new(BufWriter::with_capacity(1 << 16, stdout)),
        };
        let mut all_good = true;
        loop {
            let lines = lines_at_hand(&mut input)?;
            if lines.is_empty() {
                return Ok(all_good);
            }
            for (good, answer) in self.answers(&lines) {
                all_good &= good;
                out.write_all(&answer)?;
            }
            out.flush()?;
        }
    }

    fn answers(&self, lines: &[Vec<u8>]) -> Vec<(bool, Vec<u8>)> {
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        let share = lines.len().div_ceil(cores).max(FEWEST_FOR_A_THREAD);
        let several = |lines: &[Vec<u8>]| lines.iter().map(|line| self.answer(line)).collect::<Vec<_>>();
        if share >= lines.len() {
            return several(lines);
        }
        thread::scope(|scope| {
            let workers: Vec<_> =
                lines.chunks(share).map(|part| (part, scope.spawn(move || several(part)))).collect();
            // A thread that died is a defect of ours: its lines are refused, the others stand.
            workers
                .into_iter()
                .flat_map(|(part, worker)| {
                    worker.join().unwrap_or_else(|_| {
                        part.iter()
                            .map(|line| (false, refusal(line, "this line could not be checked")))
                            .collect()
                    })
                })
                .collect()
        })
    }

    /// Whether the line was good, and what is written for it.
    fn answer(&self, line: &[u8]) -> (bool, Vec<u8>) {
        if line.trim_ascii().is_empty() {
            return (true, Vec::new());
        }
        let read = serde_json::from_slice::<Request>(line).map_err(|e| e.to_string());
        let request = match read.and_then(&self.complete) {
            Ok(request) => request,
            Err(problem) => return (false, refusal(line, &problem)),
        };
        let answer = (self.ask)(&request);
        let mut out = Vec::new();
        let written = match self.printer {
            Some(print) => print(&mut out, &request, &answer),
            None => serde_json::to_writer(&mut out, &answer)
                .map_err(io::Error::from)
                .and_then(|()| out.write_all(b"\n")),
        };
        match written {
            Ok(()) => (true, out),
            Err(problem) => (false, refusal(line, &problem.to_string())),
        }
    }
}

/// The next line, and those that came with it.
fn lines_at_hand<Source: Read>(input: &mut BufReader<Source>) -> io::Result<Vec<Vec<u8>>> {
    let mut lines = Vec::new();
    loop {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            return Ok(lines);
        }
        lines.push(line);
        if !input.buffer().contains(&b'\n') {
            return Ok(lines);
        }
    }
}

/// The answer to a line that cannot be read.
#[derive(Serialize)]
struct Refused<'p> {
    id: serde_json::Value,
    error: &'p str,
}

fn refusal(line: &[u8], error: &str) -> Vec<u8> {
    let mut out = serde_json::to_vec(&Refused { id: id_of(line), error }).unwrap_or_default();
    out.push(b'\n');
    out
}

/// The id of a line that is no good request, where it can be had.
fn id_of(line: &[u8]) -> serde_json::Value {
    serde_json::from_slice::<serde_json::Value>(line)
        .ok()
        .and_then(|value| value.get("id").cloned())
        .unwrap_or_default()
}
