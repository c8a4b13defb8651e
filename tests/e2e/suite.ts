import process from "node:process";
import "./behaviours/index.ts";
import { browserAsked, option } from "./harness/args.ts";
import { runAll } from "./harness/runner.ts";
import { FixtureServer } from "./harness/server.ts";

const server = await FixtureServer.start();
try {
  const failed = await runAll(browserAsked(), server, option("grep"), Number(option("jobs") ?? 2));
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  await server.stop();
}
