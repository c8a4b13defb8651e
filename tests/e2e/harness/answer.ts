import type { IncomingMessage } from "node:http";

/** What a server of the fixtures says to one request. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}
