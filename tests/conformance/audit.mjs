// Runs every audit of GraphQL over HTTP against a server: node audit.mjs http://127.0.0.1:8080/graphql
// Fails unless all of them are ok, those that the specification only recommends included.
import { serverAudits } from 'graphql-http';

const EXPECTED = 61;
const url = process.argv[2];
if (!url) {
  console.error('usage: node audit.mjs URL');
  process.exit(2);
}

const audits = serverAudits({ url, fetchFn: fetch });
let ok = 0;
for (const audit of audits) {
  const result = await audit.fn();
  if (result.status === 'ok') {
    ok += 1;
  } else {
    console.log(`${result.status} ${audit.id} ${audit.name}: ${result.reason}`);
  }
}
console.log(`audit: ${ok} of ${audits.length} audits are ok`);
process.exit(ok === EXPECTED && audits.length === EXPECTED ? 0 : 1);
