// End-to-end tests in one real browser: node tests/e2e/run.mjs --browser chrome|firefox [--grep text] [--jobs 2] [--dist dist]
import { runBundled } from "./bundle.mjs";

await runBundled("suite.ts");
