// End-to-end tests in one real browser: node tests/e2e/run.mjs --browser chrome|firefox [--grep text]
import { runBundled } from "./bundle.mjs";

await runBundled("suite.ts");
