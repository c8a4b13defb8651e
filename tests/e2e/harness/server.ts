import { build } from "esbuild";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { editorsAnswer } from "../fixtures/editors/serve.ts";
import { plainPage } from "../fixtures/plain-page.ts";
import { reactPage } from "../fixtures/react-page.ts";
import { fixtures } from "./paths.ts";

/** The policy of a strict site: in Chrome it also forbids WebAssembly to content scripts. */
const STRICT = "default-src 'self'; script-src 'self'";

/** Serves the fixtures on this machine and counts what is posted to it, per run. */
export class FixtureServer {
  private readonly posts = new Map<string, string[]>();
  private runs = 0;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<FixtureServer> {
    const reactApp = await bundleReact();
    const server = createServer();
    const self = new FixtureServer(server);
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

  /** A name under which one page's posts are counted. */
  newRun(): string {
    this.runs += 1;
    const run = `run-${this.runs}`;
    this.posts.set(run, []);
    return run;
  }

  postsOf(run: string): readonly string[] {
    return this.posts.get(run) ?? [];
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, reactApp: string): Promise<Answer> {
    const url = new URL(request.url ?? "/", this.origin);
    if (request.method === "POST") {
      const body = await bodyOf(request);
      if (url.pathname === "/posts") {
        this.posts.get(url.searchParams.get("run") ?? "")?.push(body);
        return { status: 204, headers: {}, body: "" };
      }
      if (url.pathname === "/plain/native") {
        const form = new URLSearchParams(body);
        const run = form.get("run") ?? "";
        this.posts.get(run)?.push(form.get("reply") ?? "");
        return { status: 303, headers: { location: `/plain?run=${encodeURIComponent(run)}` }, body: "" };
      }
    }
    switch (url.pathname) {
      case "/plain":
        return page(plainPage());
      case "/react":
        return page(reactPage());
      case "/plain.css":
        return { status: 200, headers: { "content-type": "text/css" }, body: await fixture("plain.css") };
      case "/plain.js":
        return { status: 200, headers: { "content-type": "text/javascript" }, body: await fixture("plain.js") };
      case "/react-app.js":
        return { status: 200, headers: { "content-type": "text/javascript" }, body: reactApp };
      default:
        return (await editorsAnswer(url.pathname)) ?? { status: 404, headers: {}, body: "" };
    }
  }
}

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

function page(body: string): Answer {
  return {
    status: 200,
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": STRICT },
    body,
  };
}

function fixture(name: string): Promise<string> {
  return readFile(path.join(fixtures, name), "utf8");
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

async function bundleReact(): Promise<string> {
  const result = await build({
    entryPoints: [path.join(fixtures, "react-app.jsx")],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    jsx: "automatic",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
  const file = result.outputFiles[0];
  if (!file) throw new Error("esbuild gave no React bundle");
  return file.text;
}
