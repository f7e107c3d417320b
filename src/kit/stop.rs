//! The order to stop, which reaches everything that works in rounds.

use std::{sync::Arc, time::Duration};

use tokio::sync::watch;

/// The order to stop: given once, seen by everyone who holds a clone. Who works in rounds begins none after it, and has [`Stop::overdue`] as the end
/// of its patience.
#[derive(Clone)]
pub struct Stop {
    ordered: Arc<watch::Sender<bool>>,
    patience: Duration,
}

impl Default for Stop {
    /// Work that is under way may take 20 s: together with what is then written down, less than the 25 s after which the program ends.
    fn default() -> Self {
        Self::with_patience(Duration::from_secs(20))
    }
}

impl Stop {
    /// An order that leaves what is under way this much time.
    pub fn with_patience(patience: Duration) -> Self {
        Self { ordered: Arc::new(watch::Sender::new(false)), patience }
    }

    /// Gives the order.
    pub fn order(&self) {
        self.ordered.send_replace(true);
    }

    /// Whether it was given.
    pub fn is_ordered(&self) -> bool {
        *self.ordered.borrow()
    }

    /// Waits until it is given.
    pub async fn ordered(&self) {
        // The sender lives as long as we do, so that the wait can end in no other way.
        self.ordered.subscribe().wait_for(|ordered| *ordered).await.ok();
    }

    /// Waits until it was given and what is under way has had its time.
    pub async fn overdue(&self) {
        self.ordered().await;
        tokio::time::sleep(self.patience).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn an_order_reaches_every_clone_and_leaves_time() {
        let stop = Stop::with_patience(Duration::from_millis(30));
        let worker = stop.clone();
        assert!(!worker.is_ordered());
        let overdue = tokio::spawn(async move { worker.overdue().await });
        stop.order();
        stop.ordered().await;
        assert!(stop.is_ordered() && !overdue.is_finished());
        overdue.await.expect("it ends by itself");
    }
}
