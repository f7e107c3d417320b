//! The months as they are published: each says what was known at its moment, and says it for ever.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::{province_of_school, reckoning::Reckoned, script::Year};

/// A month that was published.
pub struct Published {
    month: usize,
    id: String,
    content: String,
}

const PUBLISH: &str = "mutation($input: PublishPeriodInput!) { publishPeriod(input: $input) { id content } }";
const PUBLISHED: &str = "query($id: ID!) { publication(id: $id) { content
    lateChanges(first: 10) { edges { node { kind report { organisation { name } } } } } } }";

impl Year {
    /// Publishes a month, which then says what the book says at this moment.
    pub async fn publish_month(&mut self, month: usize) {
        let input = json!({ "periodId": self.periods[month] });
        let token = self.coordinator_now().await;
        let made = self.app.ok(&token, PUBLISH, json!({ "input": input })).await["publishPeriod"].take();
        let content = made["content"].as_str().expect("a text").to_owned();
        let said = serde_json::from_str(&content).expect("JSON");
        assert_says(&said, &self.book.reckon(month, province_of_school), month);
        let id = made["id"].as_str().expect("an id").to_owned();
        self.published.push(Published { month, id, content });
    }

    /// What came after each month was published, by month and in the order of partners, after a look whether any says something else than it did.
    pub async fn late_changes(&self) -> Vec<(usize, Vec<String>)> {
        let token = self.coordinator_now().await;
        let mut late = Vec::new();
        for one in &self.published {
            let found = self.app.ok(&token, PUBLISHED, json!({ "id": one.id })).await["publication"].take();
            assert_eq!(found["content"].as_str(), Some(one.content.as_str()), "month {} was rewritten", one.month + 1);
            let changes = found["lateChanges"]["edges"].as_array().expect("a list").iter().map(|edge| {
                let (kind, by) = (&edge["node"]["kind"], &edge["node"]["report"]["organisation"]["name"]);
                format!("{} {}", by.as_str().expect("a name"), kind.as_str().expect("a kind"))
            });
            let mut changes: Vec<String> = changes.collect();
            changes.sort_unstable();
            if !changes.is_empty() {
                late.push((one.month + 1, changes));
            }
        }
        late
    }
}

/// Every figure that is published beside that of the book.
fn assert_says(content: &Value, book: &Reckoned, month: usize) {
    let figures = &content["figures"];
    let number = |value: &Value| -> Decimal { value.as_str().expect("a number").parse().expect("exact") };
    let share = |name: &str| (number(&figures[name]["numerator"]), number(&figures[name]["denominator"]));
    let count = |count: usize| Decimal::from(count);
    let said = ["reached", "services", "upper_bound", "target"].map(|name| number(&figures[name]));
    let told = [book.reached, book.services, book.upper_bound, book.target].map(Decimal::from);
    assert_eq!(said, told, "month {} as published", month + 1);
    assert_eq!(share("completeness"), (count(book.accepted), count(book.expected)), "month {}", month + 1);
    assert_eq!(share("timeliness"), (count(book.in_time), count(book.expected)), "month {}", month + 1);
    let table = &content["tables"]["1/GAPS"];
    let column = |name: &str| {
        let columns = table["columns"].as_array().expect("columns").iter();
        columns.enumerate().find(|(_, column)| column["name"] == name).expect("such a column").0
    };
    let (code, reached) = (column("admin1_code"), column("reached"));
    let by_province = table["records"].as_array().expect("records").iter().filter(|record| !record[reached].is_null());
    let by_province: Vec<(u128, Decimal)> = by_province
        .map(|record| {
            let code = record[code].as_str().expect("a code");
            (100 + code[2..].parse::<u128>().expect("a number"), number(&record[reached]))
        })
        .collect();
    let told: Vec<_> = book.by_province.iter().map(|(province, people)| (*province, Decimal::from(*people))).collect();
    assert_eq!(by_province, told, "month {} by province", month + 1);
}
