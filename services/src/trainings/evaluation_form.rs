//! The evaluation form of a training: read in every language, with questions to begin with.

use domain::{
    access::{Action, Scope},
    ids::{TrainingId, TrainingSessionId},
    locale::{Locale, Localized},
    trainings::evaluation::{InvalidForm, Kind, Question, closes, invalid},
};
use entities::{
    Unit,
    trainings::{evaluation_form, session},
};
use i18n::t;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{
    catalogue::{Training, row_of},
    evaluations::ASKED_AFTER,
    settling::look_at,
};
use crate::{
    Error, FieldProblem, Services, Viewer,
    fields::{Fields, LINE},
    networks::Network,
};

/// A question as a form says it.
#[derive(Clone, Debug, Default)]
pub struct TypedQuestion {
    /// Which, where it is stored.
    pub id: Option<Uuid>,
    /// How it is answered.
    pub kind: String,
    /// What is asked, in the languages of `Locale::ALL`; a question that says nothing is left out.
    pub texts: [String; 3],
    /// The answers of a choice, a line each, in the same languages.
    pub options: [String; 3],
}

/// The form of a training, for those who organize.
#[derive(Clone, Debug)]
pub struct EvaluationForm {
    /// Of which training.
    pub training: Training,
    /// Its questions, in their order.
    pub questions: Vec<Question>,
    /// Counts changes; 0 where there is no form.
    pub version: i32,
}

/// Questions that fit most trainings, to begin with.
#[must_use]
pub fn evaluation_preset() -> Vec<Question> {
    let every = |word: fn(Locale) -> String| Localized(Locale::ALL.iter().map(|l| (*l, word(*l))).collect());
    let question =
        |kind, text, options: Vec<Localized>| Question { id: Uuid::new_v4(), kind, text: every(text), options };
    vec![
        question(Kind::Scale, |l| t!(l, "evaluation-preset-objectives"), vec![]),
        question(Kind::Scale, |l| t!(l, "evaluation-preset-trainer"), vec![]),
        question(Kind::Scale, |l| t!(l, "evaluation-preset-useful"), vec![]),
        question(Kind::Scale, |l| t!(l, "evaluation-preset-organization"), vec![]),
        question(
            Kind::Choice,
            |l| t!(l, "evaluation-preset-recommend"),
            vec![
                every(|l| t!(l, "evaluation-preset-yes")),
                every(|l| t!(l, "evaluation-preset-perhaps")),
                every(|l| t!(l, "evaluation-preset-no")),
            ],
        ),
        question(Kind::Text, |l| t!(l, "evaluation-preset-words"), vec![]),
    ]
}

/// Reads what was typed; the network's language is needed everywhere.
fn read(typed: &[TypedQuestion], main: Locale) -> Result<Vec<Question>, Error> {
    let mut fields = Fields::default();
    let mut questions = Vec::new();
    let said = typed.iter().filter(|typed| {
        let parts = typed.texts.iter().chain(&typed.options);
        parts.into_iter().any(|text| !text.trim().is_empty())
    });
    for (number, typed) in (1..).zip(said) {
        let text = localized(&mut fields, &typed.texts);
        let kind = fields.choice("questions", &typed.kind).unwrap_or(Kind::Scale);
        let lines: Vec<Vec<&str>> = typed.options.iter().map(|text| lines(text)).collect();
        let main_lines = &lines[main as usize];
        let mut options = Vec::new();
        let mut differ = lines.iter().any(|lines| !lines.is_empty() && lines.len() != main_lines.len());
        if kind == Kind::Choice {
            for at in 0..main_lines.len() {
                let of_each = [0, 1, 2].map(|l| lines[l].get(at).copied().unwrap_or_default().to_owned());
                options.push(localized(&mut fields, &of_each));
            }
        } else {
            differ = false;
        }
        if !text.0.contains_key(&main) {
            fields.wrong("questions", FieldProblem::Evaluation(InvalidForm::NoText { question: number }));
        } else if differ {
            fields.wrong("questions", FieldProblem::Evaluation(InvalidForm::Options { question: number }));
        }
        questions.push(Question { id: typed.id.unwrap_or_else(Uuid::new_v4), kind, text, options });
    }
    if !fields.has_any() {
        for wrong in invalid(&questions) {
            fields.wrong("questions", FieldProblem::Evaluation(wrong));
        }
    }
    fields.finish()?;
    Ok(questions)
}

fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

fn localized(fields: &mut Fields, typed: &[String; 3]) -> Localized {
    fields.localized(["questions"; 3], typed, None, LINE)
}

impl Services {
    /// The evaluation form of a training.
    ///
    /// # Errors
    /// Of permission, or [`Error::NotFound`].
    pub async fn evaluation_form(
        &self,
        viewer: &Viewer,
        network: &Network,
        id: TrainingId,
    ) -> Result<EvaluationForm, Error> {
        viewer.require(Action::OrganizeTrainings, Scope::Network(network.id))?;
        let database = self.store().read();
        let training = row_of(database, network.id, id).await?.try_into()?;
        let row = evaluation_form::Entity::find_by_id(id.0).one(database).await?;
        let version = row.as_ref().map_or(0, |row| row.version);
        let questions = row.map(|row| serde_json::from_value(row.questions)).transpose()?.unwrap_or_default();
        Ok(EvaluationForm { training, questions, version })
    }

    /// Writes the evaluation form of a training. Sessions whose people were asked keep the form that they were asked.
    ///
    /// # Errors
    /// Of permission, [`Error::Invalid`], or [`Error::Conflict`].
    pub async fn save_evaluation_form(
        &self,
        viewer: &Viewer,
        network: &Network,
        id: TrainingId,
        typed: &[TypedQuestion],
        version: i32,
    ) -> Result<(), Error> {
        viewer.require(Action::OrganizeTrainings, Scope::Network(network.id))?;
        let questions = read(typed, network.locale)?;
        let (person, network) = (viewer.person()?, network.id);
        self.store()
            .write(move |unit| {
                let questions = questions.clone();
                Box::pin(async move {
                    row_of(unit.read(), network, id).await?;
                    let row = evaluation_form::Entity::find_by_id(id.0).one(unit.read()).await?;
                    if row.as_ref().map_or(0, |row| row.version) != version {
                        return Err(Error::Conflict);
                    }
                    let form = evaluation_form::ActiveModel {
                        training_id: Set(id.0),
                        questions: Set(serde_json::to_value(&questions)?),
                        version: Set(version + 1),
                    };
                    if row.is_some() {
                        form.update(unit.write()).await?;
                    } else {
                        evaluation_form::Entity::insert(form).exec_without_returning(unit.write()).await?;
                    }
                    let told = serde_json::json!({ "training": id, "questions": questions });
                    unit.record(person, Some(network.0), "training_evaluation_form_saved", told);
                    look_again(unit, id).await
                })
            })
            .await
    }
}

/// Sessions of a training whose people can still be asked are looked at again: there may have been no form before.
async fn look_again(unit: &Unit, training: TrainingId) -> Result<(), Error> {
    let rows = session::Entity::find().filter(session::Column::TrainingId.eq(training.0)).all(unit.read()).await?;
    for row in rows.into_iter().filter(|row| unit.now() < closes(row.ends_at)) {
        let id = TrainingSessionId(row.id);
        look_at(unit, id, (row.ends_at + ASKED_AFTER).max(unit.now())).await?;
        look_at(unit, id, closes(row.ends_at)).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(kind: Kind, text: &str, options: [&str; 3]) -> TypedQuestion {
        TypedQuestion {
            id: None,
            kind: kind.to_string(),
            texts: [text.to_owned(), String::new(), String::new()],
            options: options.map(str::to_owned),
        }
    }

    #[test]
    fn a_form_is_read_in_its_languages_and_what_says_nothing_is_left_out() {
        let form = [
            typed(Kind::Scale, "Utile ?", ["", "", ""]),
            typed(Kind::Text, " ", ["", "", ""]),
            typed(Kind::Choice, "Encore ?", ["Oui\n\nNon", "Ja\nNee", ""]),
        ];
        let read = read(&form, Locale::Fr).expect("a form");
        assert_eq!(read.len(), 2);
        assert_eq!(read[1].options[1].text(Locale::Nl, Locale::Fr), "Nee");
        assert_eq!(
            read[1].options[1].text(Locale::En, Locale::Fr),
            "Non",
            "the network's words where there are no others"
        );
    }

    #[test]
    fn the_networks_language_is_needed_and_answers_are_as_many_in_each() {
        let silent = [typed(Kind::Scale, "Utile ?", ["", "", ""])];
        assert!(matches!(read(&silent, Locale::Nl), Err(Error::Invalid(_))));
        let uneven = [typed(Kind::Choice, "Encore ?", ["Oui\nNon", "Ja", ""])];
        assert!(matches!(read(&uneven, Locale::Fr), Err(Error::Invalid(_))));
    }

    #[test]
    fn the_preset_is_a_form_in_every_language() {
        let preset = evaluation_preset();
        assert_eq!(invalid(&preset), []);
        assert!(preset.iter().all(|question| question.text.0.len() == Locale::ALL.len()));
    }
}
