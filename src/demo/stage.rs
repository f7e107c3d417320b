//! The stage of the demo: the program itself, spoken to as its users speak to it, at times that the story sets.
//!
//! Every step is a GraphQL document that runs with the rights of whoever takes it, so that the demo can show nothing that a user could not have
//! done. A step that fails ends the story with its name: demo data that is half right is worse than none.

use std::sync::Arc;

use bytes::Bytes;
use chrono::{DateTime, Utc};
use futures::FutureExt;
use juniper::{InputValue, Variables};
use serde_json::{Value, json};

use super::country::ISO3;
use crate::{
    accounts,
    app::{config::Config, graphql, program_call},
    kit::{
        Call, Clock, Error, Result,
        auth::{
            Viewer,
            tokens::{Claims, Keyring},
        },
        db::{Db, Sight},
        files::{self, NewFile},
        graphql::{
            Context,
            cache::{Documents, Refusal},
            document::Limits,
        },
    },
};

/// Which random numbers the demo is made of: the same ids and secrets every time.
const SEED: u64 = 0x7a1_u64;

/// The program, and the hour.
pub(super) struct Stage {
    /// The program's own way in, for what no user can do: accounts of a new installation.
    pub(super) program: Call,
    clock: Clock,
    documents: Documents<graphql::Api>,
}

/// Someone who takes steps.
pub(super) struct Actor<'s> {
    stage: &'s Stage,
    /// The sign-in, as its access token told it.
    session: Claims,
    refresh_token: String,
}

impl Stage {
    /// A stage on the database of a configuration, at this moment.
    pub(super) fn new(config: &Config, now: DateTime<Utc>) -> Result<Self> {
        let clock = Clock::held_at(now, SEED);
        // The key that signs the story's sessions is thrown away with the stage: one made of a known seed must never be kept.
        let signing_keys = Some(vec![Keyring::new_pem(&Clock::system())?]);
        let program = program_call(&Config { clock: Some(clock.clone()), signing_keys, ..config.clone() })?;
        Ok(Self { program, clock, documents: Documents::new(graphql::schema(), Limits::default()) })
    }

    /// Moves on to a moment; time never goes back.
    pub(super) fn move_to(&self, moment: DateTime<Utc>) {
        self.clock.advance((moment - self.clock.now()).max(chrono::TimeDelta::zero()));
    }

    /// The data of a document that must work.
    pub(super) async fn ask(&self, viewer: Arc<Viewer>, step: &str, document: &str, variables: Value) -> Result<Value> {
        let failed = |why: String| Error::bug(format!("the demo's step `{step}` failed: {why}"));
        let variables: InputValue = serde_json::from_value(variables).map_err(Error::internal)?;
        let mut variables: Variables = match variables {
            InputValue::Object(fields) => fields.into_iter().map(|(name, value)| (name.item, value.item)).collect(),
            _ => Variables::new(),
        };
        let context = Context::new(self.program.as_viewer(viewer), None);
        let refused = |refusal| match refusal {
            Refusal::Invalid(error) => failed(error.to_string()),
            Refusal::TooComplex(error) => failed(error.to_string()),
        };
        let admitted = self.documents.admit(document, None).map_err(refused)?;
        admitted.complete(self.documents.schema(), &mut variables);
        let answer = admitted.execute(&variables, &context).await;
        let (data, errors) = answer.map_err(|error| failed(error.to_string()))?;
        if !errors.is_empty() {
            let told: Vec<String> = errors
                .iter()
                .map(|error| {
                    let extensions = serde_json::to_string(error.error().extensions()).unwrap_or_default();
                    format!("{} {extensions}", error.error().message())
                })
                .collect();
            return Err(failed(told.join("; ")));
        }
        serde_json::to_value(data).map_err(Error::internal)
    }

    /// Signs someone in, for the time of the story.
    pub(super) async fn enter(&self, email: &str, password: &str) -> Result<Actor<'_>> {
        let document = "mutation($input: SignInInput!) { signIn(input: $input) { accessToken refreshToken } }";
        let input = json!({ "input": { "email": email, "password": password } });
        let answer = self.ask(Viewer::anonymous(), "sign in", document, input).await?;
        let session = self.program.tools.keyring.verify(&text(&answer["signIn"]["accessToken"])?, self.clock.now())?;
        Ok(Actor { stage: self, session, refresh_token: text(&answer["signIn"]["refreshToken"])? })
    }
}

impl Actor<'_> {
    async fn viewer(&self) -> Result<Arc<Viewer>> {
        let tools = &self.stage.program.tools;
        let Claims { sid, epoch, .. } = self.session;
        // The story takes months, and nobody in it would refresh a session every few minutes: the stage's own key says again who it is.
        let bearer = tools.keyring.sign(self.session.user(), sid, epoch, tools.clock.now())?;
        // Reads of its own: a call keeps its connection, and with it what it saw first.
        let keys = Db::new(Arc::clone(self.stage.program.db.pools()), Sight::Keys);
        accounts::authenticate::viewer(&keys, &tools.clock, &tools.keyring, &bearer).await
    }

    /// The data of a query.
    pub(super) async fn read(&self, step: &str, document: &str, variables: Value) -> Result<Value> {
        self.stage.ask(self.viewer().await?, step, document, variables).await
    }

    /// The id of an area of the demo's country.
    pub(super) async fn area(&self, pcode: &str) -> Result<Value> {
        let document =
            "query($country: String!, $pcode: String!) { adminArea(countryIso3: $country, pcode: $pcode) { id } }";
        let mut found = self.read("find an area", document, json!({ "country": ISO3, "pcode": pcode })).await?;
        Ok(found["adminArea"]["id"].take())
    }

    /// Takes a step: the mutation of this name, whose input type is called after it. Gives what is selected of its answer.
    pub(super) async fn write(&self, mutation: &str, selection: &str, input: Value) -> Result<Value> {
        let input_type = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
        self.write_as(mutation, &input_type, selection, input).await
    }

    /// The same, for a mutation whose input type is called otherwise.
    pub(super) async fn write_as(
        &self,
        mutation: &str,
        input_type: &str,
        selection: &str,
        input: Value,
    ) -> Result<Value> {
        let document = format!("mutation($input: {input_type}!) {{ {mutation}(input: $input) {{ {selection} }} }}");
        let mut data = self.stage.ask(self.viewer().await?, mutation, &document, json!({ "input": input })).await?;
        Ok(data[mutation].take())
    }

    /// Sends a file, as `PUT /files` takes it, and gives its id.
    pub(super) async fn upload(&self, name: &str, content: impl Into<Bytes>) -> Result<String> {
        let file = NewFile { name: name.to_owned(), content: content.into() };
        let call = self.stage.program.as_viewer(self.viewer().await?);
        let kept = call.transact(file, |transaction, file| files::keep(transaction, file).boxed()).await?;
        Ok(kept.id.global().to_string())
    }

    /// Signs the actor out: the story is over.
    pub(super) async fn leave(self) -> Result<()> {
        let document = "mutation($token: String) { signOut(refreshToken: $token) }";
        self.stage.ask(self.viewer().await?, "sign out", document, json!({ "token": self.refresh_token })).await?;
        Ok(())
    }

    /// A call with this actor's rights, for what has no document yet.
    pub(super) async fn call(&self) -> Result<Call> {
        Ok(self.stage.program.as_viewer(self.viewer().await?))
    }
}

/// The text that an answer must hold.
pub(super) fn text(value: &Value) -> Result<String> {
    value.as_str().map(str::to_owned).ok_or_else(|| Error::bug(format!("the demo expected a text and got {value}")))
}

/// Lets pass an import that was taken over; otherwise tells the first of its issues.
pub(super) fn applied(import: &Value, file: &str) -> Result<()> {
    if import["applied"] == true {
        return Ok(());
    }
    Err(Error::bug(format!("the demo's file {file} was refused: {}", import["issues"][0])))
}
