//! What the reader is worth on comments it has not learnt from.

use anyhow::{Context, Result};
use sangfroid::inside::comments::Reader;

use super::learn;
use super::lesson::{Lesson, Source};
use crate::evaluate::name;
use crate::figures::{F1, Share};

/// Parts the comments of one hand are cut into.
const PARTS: usize = 4;

pub(super) fn print(lessons: &[Lesson]) -> Result<()> {
    for source in [Source::Apart, Source::Dev] {
        let mut figures = Figures::default();
        let (test, train): (Vec<&Lesson>, Vec<&Lesson>) = lessons.iter().partition(|l| l.source == source);
        figures.add(&train, &test)?;
        println!("learnt from the other hands, read on {source:?}: {}", figures.line());
    }
    let mut figures = [Figures::default(), Figures::default()];
    for part in 0..PARTS {
        let mut place = 0;
        let (test, train): (Vec<&Lesson>, Vec<&Lesson>) = lessons.iter().partition(|l| {
            place += usize::from(l.source == Source::Apart);
            l.source == Source::Apart && place % PARTS == part
        });
        for (figures, language) in figures.iter_mut().zip(["fr", "en"]) {
            let test: Vec<&Lesson> = test.iter().copied().filter(|l| l.comment.lang == language).collect();
            figures.add(&train, &test)?;
        }
    }
    println!("folds, French: {}", figures[0].line());
    println!("folds, English: {}", figures[1].line());
    Ok(())
}

#[derive(Default)]
struct Figures {
    kinds: F1,
    topic: Share,
    deletable: Share,
    wrongly: Share,
    complaint: Share,
    wrongly_complaint: Share,
    offensive: Share,
    wrongly_offensive: Share,
    urgent: F1,
    severity: Share,
}

impl Figures {
    fn add(&mut self, train: &[&Lesson], test: &[&Lesson]) -> Result<()> {
        let reader = Reader::new(learn(train)).context("what is learnt can be read")?;
        for lesson in test {
            let comment = &lesson.comment;
            let reading = reader.read(&comment.text);
            let Some(expected) = &comment.kinds else { continue };
            let kinds: Vec<String> = reading.kinds.iter().map(name).collect();
            self.kinds.hits += expected.iter().filter(|kind| kinds.contains(kind)).count();
            self.kinds.found += kinds.len();
            self.kinds.expected += expected.len();
            self.topic.add(name(reading.topic) == comment.topic);
            let share = if comment.deletable { &mut self.deletable } else { &mut self.wrongly };
            share.add(reading.deletable);
            let complains = |kinds: &[String]| kinds.iter().any(|kind| kind == "complaint");
            let share = if complains(expected) { &mut self.complaint } else { &mut self.wrongly_complaint };
            share.add(complains(&kinds));
            if let Some(offensive) = comment.offensive {
                let share = if offensive { &mut self.offensive } else { &mut self.wrongly_offensive };
                share.add(reading.offensive);
            }
            if let Some(urgent) = comment.urgent {
                self.urgent.hits += usize::from(urgent && reading.urgent);
                self.urgent.found += usize::from(reading.urgent);
                self.urgent.expected += usize::from(urgent);
            }
            if let Some(severity) = comment.severity {
                self.severity.add(reading.severity == severity);
            }
        }
        Ok(())
    }

    fn line(&self) -> String {
        format!(
            "kinds {}, topic {}, deletable {} (wrongly {}), complaints {} (wrongly {}), offensive {} (wrongly {}), \
             urgent {}, severity {}",
            self.kinds,
            self.topic,
            self.deletable,
            self.wrongly,
            self.complaint,
            self.wrongly_complaint,
            self.offensive,
            self.wrongly_offensive,
            self.urgent,
            self.severity
        )
    }
}
