import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { crowdPage } from "../fixtures/crowd-page.ts";
import { hostilePage } from "../fixtures/hostile-page.ts";
import { moderationPage } from "../fixtures/moderation-page.ts";
import { editorsAnswer } from "../fixtures/editors/serve.ts";
import { eagerPage } from "../fixtures/eager-page.ts";
import { plainPage } from "../fixtures/plain-page.ts";
import { reactPage } from "../fixtures/react-page.ts";
import { bodyOf, type Answer } from "./answer.ts";
import { bundle } from "./bundle.ts";
import { NetworkServer, type Detour } from "./network-server.ts";
import { fixtures } from "./paths.ts";
import { Runs, type SentModeration, type SentReply } from "./runs.ts";

/** The policy of a strict site: in Chrome it also forbids WebAssembly to content scripts. */
const STRICT = "default-src 'self'; script-src 'self'";

/** Serves the fixtures on this machine and counts what is posted to it, per run. */
export class FixtureServer {
  private constructor(
    private readonly server: Server,
    private readonly networks: NetworkServer,
    private readonly runs: Runs,
  ) {}

  static async start(): Promise<FixtureServer> {
    const reactApp = (await bundle("react-app.jsx")).script;
    const server = createServer();
    const runs = new Runs();
    const self = new FixtureServer(server, await NetworkServer.start(runs), runs);
    server.on("request", (request, response) => {
      void self.answer(request, reactApp).then(({ status, headers, body }) => {
        response.writeHead(status, { "cache-control": "no-store", ...headers });
        response.end(body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return self;
  }

  get origin(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  /** Where browsers are sent when they ask for a network's host. */
  get detour(): Detour {
    return this.networks.detour;
  }

  /** A name under which one page's posts are counted. */
  newRun(): string {
    return this.runs.begin();
  }

  postsOf(run: string): readonly string[] {
    return this.runs.of(run).posts;
  }

  /** The replies a network's page has sent, with what they answer. */
  repliesOf(run: string): readonly SentReply[] {
    return this.runs.of(run).replies;
  }

  /** The deletions, hidings, blocks and reports a network's page has sent. */
  moderationsOf(run: string): readonly SentModeration[] {
    return this.runs.of(run).moderations;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    await this.networks.stop();
  }

  private async answer(request: IncomingMessage, reactApp: string): Promise<Answer> {
    const url = new URL(request.url ?? "/", this.origin);
    if (request.method === "POST") {
      const body = await bodyOf(request);
      if (url.pathname === "/posts") {
        this.runs.of(url.searchParams.get("run") ?? "").posts.push(body);
        return { status: 204, headers: {}, body: "" };
      }
      if (url.pathname === "/plain/native") {
        const form = new URLSearchParams(body);
        const run = form.get("run") ?? "";
        this.runs.of(run).posts.push(form.get("reply") ?? "");
        return { status: 303, headers: { location: `/plain?run=${encodeURIComponent(run)}` }, body: "" };
      }
    }
    switch (url.pathname) {
      case "/plain":
        return page(plainPage());
      case "/crowd":
        return page(crowdPage());
      case "/crowd.js":
        return { status: 200, headers: { "content-type": "text/javascript" }, body: await fixture("crowd.js") };
      case "/hostile":
        return page(hostilePage({ isBlind: url.searchParams.has("blind") }), `${STRICT}; style-src 'self' 'unsafe-inline'`);
      case "/moderation":
        return page(moderationPage());
      case "/moderation.js":
        return { status: 200, headers: { "content-type": "text/javascript" }, body: await fixture("moderation.js") };
      case "/eager":
        return page(eagerPage(url.searchParams.get("on") ?? "click"));
      case "/eager.js":
        return { status: 200, headers: { "content-type": "text/javascript" }, body: await fixture("eager.js") };
      case "/react":
        return page(reactPage());
      case "/plain.css":
        return { status: 200, headers: { "content-type": "text/css" }, body: await fixture("plain.css") };
      case "/plain.js":
        return { status: 200, headers: { "content-type": "text/javascript" }, body: await fixture("plain.js") };
      case "/hostile.js":
        return { status: 200, headers: { "content-type": "text/javascript" }, body: await fixture("hostile.js") };
      case "/react-app.js":
        return { status: 200, headers: { "content-type": "text/javascript" }, body: reactApp };
      default:
        return (await editorsAnswer(url.pathname)) ?? { status: 404, headers: {}, body: "" };
    }
  }
}

function page(body: string, policy = STRICT): Answer {
  return {
    status: 200,
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": policy },
    body,
  };
}

function fixture(name: string): Promise<string> {
  return readFile(path.join(fixtures, name), "utf8");
}
