import { createServer as createHttp, type IncomingMessage, type Server as HttpServer } from "node:http";
import { createServer as createHttps, type Server as HttpsServer } from "node:https";
import { connect, type AddressInfo, type Socket } from "node:net";
import { randomBytes } from "node:crypto";
import { generate } from "selfsigned";
import { networkFixtures } from "../fixtures/networks/index.ts";
import type { NetworkFixture } from "../fixtures/networks/fixture.ts";
import { bodyOf, type Answer } from "./answer.ts";
import { bundle, type Bundle } from "./bundle.ts";
import type { Runs, SentModeration, SentReply } from "./runs.ts";

/** Where browsers find this machine when they ask for a network's host. */
export interface Detour {
  /** Answers https for every host. */
  httpsPort: number;
  /** A proxy that leads every host there, and nothing anywhere else. */
  proxyPort: number;
}

/**
 * The networks' pages under their real host names, over https, from this machine. Browsers are told to come here for
 * every host, so that nothing of a test can leave.
 */
export class NetworkServer {
  private readonly bundles = new Map<string, Promise<Bundle>>();
  /** The ends of what goes through the proxy: no server counts them as its own, and each keeps it from closing. */
  private readonly tunnels = new Set<Socket>();

  private constructor(
    private readonly https: HttpsServer,
    private readonly proxy: HttpServer,
    private readonly runs: Runs,
  ) {}

  static async start(runs: Runs): Promise<NetworkServer> {
    const { private: key, cert } = await generate([{ name: "commonName", value: "sang-froid.test" }], { keySize: 2048 });
    const https = createHttps({ key, cert });
    const proxy = createHttp((_request, response) => response.writeHead(502).end());
    const self = new NetworkServer(https, proxy, runs);
    https.on("request", (request, response) => {
      void self
        .answer(request)
        .catch((error: unknown): Answer => ({ status: 500, headers: {}, body: String(error) }))
        .then(({ status, headers, body }) => response.writeHead(status, { "cache-control": "no-store", ...headers }).end(body));
    });
    proxy.on("connect", (_request, near: Socket) => {
      const far = connect(self.detour.httpsPort, "127.0.0.1", () => near.write("HTTP/1.1 200 OK\r\n\r\n"));
      near.pipe(far).pipe(near);
      for (const socket of [near, far]) {
        self.tunnels.add(socket);
        socket.on("close", () => self.tunnels.delete(socket));
        socket.on("error", () => (near.destroy(), far.destroy()));
      }
    });
    for (const server of [https, proxy]) await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return self;
  }

  get detour(): Detour {
    return { httpsPort: portOf(this.https), proxyPort: portOf(this.proxy) };
  }

  async stop(): Promise<void> {
    for (const socket of this.tunnels) socket.destroy();
    for (const server of [this.proxy, this.https]) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  private async answer(request: IncomingMessage): Promise<Answer> {
    const url = new URL(request.url ?? "/", `https://${request.headers.host}`);
    if (request.method === "POST") return await this.receive(url, await bodyOf(request));
    const [, kind] = /^\/e2e\/page\.(js|css)$/.exec(url.pathname) ?? [];
    if (kind) {
      const fixture = networkFixtures.find((one) => nameOf(one) === url.searchParams.get("of"));
      return fixture ? await this.asset(fixture, kind) : NOTHING;
    }
    const fixture = networkFixtures.find((one) => one.hosts.includes(url.hostname) && answers(one, url.pathname));
    if (!fixture) return NOTHING;
    const nonce = randomBytes(12).toString("base64");
    const query = `?of=${encodeURIComponent(nameOf(fixture))}`;
    const served = { run: url.searchParams.get("run") ?? "", nonce, url, script: `/e2e/page.js${query}`, style: `/e2e/page.css${query}` };
    return { status: 200, headers: { "content-type": "text/html; charset=utf-8", ...fixture.headers(nonce) }, body: fixture.html(served) };
  }

  private async receive(url: URL, body: string): Promise<Answer> {
    if (url.pathname === "/e2e/settle") return DONE;
    const deeds = this.runs.of(url.searchParams.get("run") ?? "");
    if (url.pathname === "/e2e/posts") {
      const reply = JSON.parse(body) as SentReply;
      deeds.replies.push(reply);
      deeds.posts.push(reply.text);
      return DONE;
    }
    if (url.pathname === "/e2e/moderations") {
      deeds.moderations.push(JSON.parse(body) as SentModeration);
      return DONE;
    }
    return NOTHING;
  }

  /** Built at the first visit: most runs open few of the networks. */
  private async asset(fixture: NetworkFixture, kind: string): Promise<Answer> {
    let built = this.bundles.get(fixture.entry);
    if (!built) this.bundles.set(fixture.entry, (built = bundle(`networks/${fixture.entry}`)));
    const { script, style } = await built;
    return kind === "js"
      ? { status: 200, headers: { "content-type": "text/javascript" }, body: script }
      : { status: 200, headers: { "content-type": "text/css" }, body: style };
  }
}

const DONE: Answer = { status: 204, headers: {}, body: "" };
const NOTHING: Answer = { status: 404, headers: {}, body: "" };

function nameOf(fixture: NetworkFixture): string {
  return `${fixture.network}/${fixture.page}`;
}

function answers({ path, alsoAt }: NetworkFixture, asked: string): boolean {
  return asked === path || alsoAt?.test(asked) === true;
}

function portOf(server: HttpServer | HttpsServer): number {
  return (server.address() as AddressInfo).port;
}
