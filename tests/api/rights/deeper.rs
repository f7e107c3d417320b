//! What lies so deep that a question for everything would be too large: indicators of a plan's activities, and what they lead to.

use serde_json::json;

use super::{
    askers::{askers, enter},
    reading::{Matrix, codes},
    table::WORKING,
    world,
};

const INDICATORS: &str = "query($id: ID!) { responsePlan(id: $id) { activities(first: 5) { edges { node { indicators {
    id name names { language text } plan { id name } activity { id name } objective { id name }
    targets(first: 5) { edges { node { area { id } category { id label } } } } } } } } } }";

#[actix_web::test]
async fn what_indicators_lead_to_is_read_by_those_who_work_on_plans() {
    let matrix = Matrix::start().await;
    let (mut wrong, mut cases, mut answered) = (Vec::new(), 0, 0);
    for (number, asker) in askers().into_iter().enumerate() {
        let guest = enter(&matrix.app, number, asker).await;
        for plan in matrix.records.values().filter(|record| record.kind == "ResponsePlan") {
            let id = json!({ "id": world::id(plan.kind, plan.number) });
            let answer = matrix.app.graphql(guest.token.as_deref(), INDICATORS, id).await;
            let about = format!("{} asks for the indicators of {}", guest.asker.name, plan.number);
            cases += 1;
            let leaked = matrix.leaked(&guest.asker, &answer);
            if !leaked.is_empty() {
                wrong.push(format!("LEAK {about}: {leaked:?}"));
            }
            let indicators = answer["data"]["responsePlan"]["activities"]["edges"][0]["node"]["indicators"].as_array();
            let may = guest.asker.may(&WORKING, &plan.homes[0]);
            if may != (codes(&answer).is_empty() && indicators.is_some_and(|all| all.len() == 1)) {
                wrong.push(format!("{about}: may {may}, {answer}"));
            }
            answered += usize::from(may);
        }
    }
    println!("rights: {cases} cases of what indicators lead to, {answered} of them answered");
    assert!(wrong.is_empty(), "{} of {cases} cases are wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(answered > 40, "only {answered} of {cases} cases were answered");
    matrix.app.work().await;
}
