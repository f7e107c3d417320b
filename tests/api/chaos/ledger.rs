//! What clients were told is done, written down only then, and held against the database afterwards.

use std::collections::{BTreeMap, BTreeSet};

use super::{house::House, relay::Relay};

/// What the clients know.
#[derive(Default)]
pub(super) struct Ledger {
    /// Names of organisations, descriptions of contributions, notes of editions, addresses that were entered: what was acknowledged, by its kind.
    done: BTreeMap<Kind, BTreeSet<String>>,
    /// What a client gave up without an answer: it is there whole, or not at all.
    open: BTreeMap<Kind, BTreeSet<String>>,
    /// The last acknowledged version and state of each report, by its id.
    reports: BTreeMap<String, (i64, String)>,
    /// Answers that were not data, by what they said.
    pub(super) answers: BTreeMap<String, u32>,
    /// What must never be answered.
    pub(super) faults: Vec<String>,
    /// Acknowledged writes of every kind.
    pub(super) acknowledged: u64,
}

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// An organisation.
    Organisation,
    /// A contribution to the appeal.
    Flow,
    /// An edition of the appeal.
    Edition,
    /// A subscription to the appeal.
    Subscription,
}

impl Kind {
    const ALL: [Self; 4] = [Self::Organisation, Self::Flow, Self::Edition, Self::Subscription];

    /// The names of what the database has of it.
    fn stored(self) -> &'static str {
        match self {
            Self::Organisation => "select name from organisations where name like 'Organisation %'",
            Self::Flow => "select description from flow_versions",
            Self::Edition => "select note from editions",
            Self::Subscription => "select email from subscriptions where email like '%-%'",
        }
    }

    /// The mutation that makes one.
    fn mutation(self) -> &'static str {
        match self {
            Self::Organisation => "createOrganisation",
            Self::Flow => "recordFlow",
            Self::Edition => "publishEdition",
            Self::Subscription => "subscribe",
        }
    }

    /// What each has in the history.
    fn event(self) -> &'static str {
        match self {
            Self::Organisation => "entity = 'Organisation' and action = 'create'",
            Self::Flow => "entity = 'Flow' and action = 'record'",
            Self::Edition => "entity = 'Edition' and action = 'publish'",
            Self::Subscription => "entity = 'Subscription' and action = 'subscribe'",
        }
    }
}

impl Ledger {
    /// Notes an answer that says that it is done.
    pub(super) fn done(&mut self, kind: Kind, name: &str) {
        self.acknowledged += 1;
        self.done.entry(kind).or_default().insert(name.to_owned());
    }

    /// Notes that nobody will ever know from an answer.
    pub(super) fn gave_up(&mut self, kind: Kind, name: &str) {
        self.open.entry(kind).or_default().insert(name.to_owned());
    }

    /// Notes what a report came to.
    pub(super) fn report(&mut self, id: &str, version: i64, status: &str) {
        self.acknowledged += 1;
        self.reports.insert(id.to_owned(), (version, status.to_owned()));
    }

    /// How many of each kind were acknowledged.
    pub(super) fn counts(&self) -> String {
        let kinds = self.done.iter().map(|(kind, names)| format!("{kind:?} {}", names.len()));
        let open: usize = self.open.values().map(BTreeSet::len).sum();
        format!("{}, {} in all; {open} given up", kinds.collect::<Vec<_>>().join(", "), self.acknowledged)
    }

    /// Holds the database against the ledger: nothing acknowledged is missing, nothing is there twice, by halves or without having been asked for.
    pub(super) fn check(&self, house: &House, still_writing: bool) {
        for kind in Kind::ALL {
            let (done, open) = (self.done.get(&kind), self.open.get(&kind));
            let stored = house.sql(&[kind.stored()]);
            let names: BTreeSet<String> = stored.iter().cloned().collect();
            assert_eq!(names.len(), stored.len(), "{kind:?}: something is there twice");
            let lost: Vec<_> = done.into_iter().flatten().filter(|name| !names.contains(*name)).collect();
            assert!(lost.is_empty(), "{kind:?}: acknowledged and lost: {lost:?}");
            if !still_writing {
                let asked: BTreeSet<&String> = done.into_iter().chain(open).flatten().collect();
                let foreign: Vec<_> = names.iter().filter(|name| !asked.contains(name)).collect();
                assert!(foreign.is_empty(), "{kind:?}: nobody asked for {foreign:?}");
            }
        }
        self.check_reports(house);
        check_wholes(house);
    }

    fn check_reports(&self, house: &House) {
        let stored = house.sql(&["select id || ' ' || version || ' ' || status from reports"]);
        for (id, (version, status)) in &self.reports {
            let line = stored.iter().find(|line| line.starts_with(id.as_str()));
            let mut words = line.unwrap_or_else(|| unreachable!("report {id} is lost")).split(' ').skip(1);
            let found: i64 = words.next().and_then(|version| version.parse().ok()).expect("a version");
            // One more may have been written whose answer is not there yet.
            assert!(
                found == *version || found == version + 1,
                "report {id}: {version} {status}, and there is {line:?}"
            );
            assert!(found != *version || words.next() == Some(status), "report {id}: {status}, and there is {line:?}");
        }
    }

    /// Holds the relay's mails against the outbox, once everything that waits was sent.
    pub(super) fn check_mails(&self, house: &House, relay: &Relay) {
        let sent: BTreeSet<String> =
            house.sql(&["select id from outbox_messages where state = 'sent'"]).into_iter().collect();
        let refused = house.sql(&["select recipient from outbox_messages where state <> 'sent'"]);
        assert!(refused.iter().all(|address| address.starts_with("gone-")), "mails that were not sent: {refused:?}");
        let received = relay.received();
        let arrived: BTreeSet<String> = received.iter().map(|mail| mail.id.clone()).collect();
        assert_eq!(sent.difference(&arrived).collect::<Vec<_>>(), Vec::<&String>::new(), "lost mails");
        assert_eq!(arrived.difference(&sent).collect::<Vec<_>>(), Vec::<&String>::new(), "mails of nobody");
        let mut ids: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
        for mail in received.iter().filter(|mail| !mail.recipient.starts_with("partner")) {
            ids.entry((&mail.recipient, &mail.subject)).or_default().insert(&mail.id);
        }
        let twice: Vec<_> = ids.iter().filter(|(_, ids)| ids.len() > 1).collect();
        assert!(twice.is_empty(), "the same mail under a second Message-ID: {twice:?}");
        // Who was entered was asked; each follower was told of each edition; the partner of each decision.
        let asked: BTreeSet<&String> = self.done.get(&Kind::Subscription).into_iter().flatten().collect();
        let missed: Vec<_> = asked
            .iter()
            .filter(|address| !address.starts_with("gone-"))
            .filter(|address| !received.iter().any(|mail| mail.recipient == ***address))
            .collect();
        assert!(missed.is_empty(), "entered and never asked: {missed:?}");
        let number = |count: &str| house.sql(&[count])[0].parse::<usize>().expect("a count");
        let editions = number("select count(*) from editions");
        let followers = number("select count(*) from subscriptions where status = 'CONFIRMED'");
        let told = number("select count(*) from outbox_messages where template = 'edition-published'");
        assert_eq!(told, editions * followers, "{editions} editions, {followers} followers");
        let decided = number("select count(*) from audit_events where action in ('accept', 'reopen')");
        assert_eq!(number("select count(*) from outbox_messages where recipient = 'partner@example.org'"), decided);
        println!(
            "mails: {} sent, {} arrived, {} of them again under the same Message-ID; moods of the relay: {:?}",
            sent.len(),
            received.len(),
            received.len() - arrived.len(),
            relay.faults()
        );
    }
}

/// Whatever was written was written whole: with its key, its answer and its event, and none of them without it.
fn check_wholes(house: &House) {
    let mut statements = vec!["select operation from idempotency_keys where response is null".to_owned()];
    for kind in Kind::ALL {
        let stored = kind.stored().replacen("select ", "select count(*) from (select ", 1) + ") stored";
        let keys = format!("select count(*) from idempotency_keys where operation = '{}'", kind.mutation());
        let events = format!("select count(*) from audit_events where {}", kind.event());
        statements.push(format!(
            "select '{kind:?}: ' || stored || ' stored, ' || keys || ' keys, ' || events || ' events' \
             from (select ({stored}) as stored, ({keys}) as keys, ({events}) as events) counted \
             where stored <> keys or stored <> events"
        ));
    }
    let half = [
        "select 'a flow without a version' from flows f where not exists (select from flow_versions v where v.flow_id = f.id)",
        "select 'an edition that nobody is told of' from editions e where not exists (select from jobs j where \
            j.payload->>'edition_id' = e.id::text) and (select count(*) from outbox_messages o where \
            o.once_key like e.id || ':%') <> (select count(*) from subscriptions where status = 'CONFIRMED')",
        "select 'a job was given up: ' || coalesce(last_error, '') from jobs where failed_at is not null",
    ];
    statements.extend(half.map(str::to_owned));
    let statements: Vec<&str> = statements.iter().map(String::as_str).collect();
    let found = house.sql(&statements);
    assert!(found.is_empty(), "by halves: {found:?}");
}
