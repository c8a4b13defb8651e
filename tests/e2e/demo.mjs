// The demonstration: node tests/e2e/demo.mjs [--browser chrome|firefox] [--show] [--picture docs/images/demo.png]
import { runBundled } from "./bundle.mjs";

await runBundled("demo.ts");
