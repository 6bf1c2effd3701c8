/**
 * A host of model files that a test makes misbehave: in front of the built app as its own server, or on a name of its
 * own with a certificate. It serves one small real model, answers ranges, and knows what it was asked.
 */
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { type IncomingMessage, type ServerResponse, createServer, request as forward } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCertificate } from "../tools/certificate.ts";
import type { CatalogueEntry } from "../src/contracts/model-shelf.ts";
import { headersFor } from "../tools/headers.mjs";
import { startServer } from "../tools/serve.mjs";
import { createTestModel } from "../tools/test-models/make-test-models.ts";
import { writeWebLlmPackage } from "../tools/test-models/web-llm-package.ts";

/** How a file is answered from now on; a good server's way where nothing is said. */
export type Fault =
  | { readonly type: "status"; readonly status: number }
  | { readonly type: "page" }
  | { readonly type: "redirect"; readonly to: string }
  /** Closes the connection after so many bytes of an answer. */
  | { readonly type: "breaks"; readonly after: number }
  /** Sends so many bytes of an answer and then nothing more. */
  | { readonly type: "stalls"; readonly after: number }
  | { readonly type: "slow"; readonly bytesPerSecond: number }
  | { readonly type: "ignores-range" }
  /** Same length, other bytes, another ETag. */
  | { readonly type: "changed" };

export type ModelHost = {
  readonly url: string;
  readonly port: number;
  readonly files: ReadonlyMap<string, Buffer>;
  readonly entry: CatalogueEntry;
  /** Answers for files by name; an empty name means the catalogue. */
  readonly faults: Map<string, Fault>;
  readonly asked: { readonly file: string; readonly range: string | undefined }[];
  /** The names by which it was asked. */
  readonly hosts: string[];
  /** Cuts every connection that is open, as a cable would be. */
  readonly cut: () => void;
  readonly close: () => Promise<void>;
};

type Options = {
  /** Where the entry says that its files are. */
  readonly address?: string;
  /** Serves the built app beside the models; without it, https and CORS as a public host has them. */
  readonly isAppServer?: boolean;
  readonly catalogue?: readonly CatalogueEntry[];
};

export const MODEL_PATH = "/models/tiny";
export const WEIGHTS = "params_shard_0.bin";

/** Starts it on a free port. */
export async function startModelHost(options: Options = {}): Promise<ModelHost> {
  const { address = MODEL_PATH, isAppServer = true } = options;
  const files = makeModelFiles();
  const entry = describe(files, address);
  const faults = new Map<string, Fault>();
  const asked: { file: string; range: string | undefined }[] = [];
  const hosts: string[] = [];
  const app = isAppServer ? await startServer({ folder: "dist" }) : undefined;
  const catalogue = JSON.stringify({ version: 1, entries: options.catalogue ?? [entry] });
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    setHeaders(response, pathname, isAppServer);
    if (pathname === "/models/catalogue.json") return sendJson(response, catalogue);
    const name = pathname.split("/").at(-1) ?? "";
    const content = pathname.startsWith(MODEL_PATH) ? files.get(name) : undefined;
    if (content === undefined)
      return app === undefined ? end(response, 404) : pass(app.port, request, response);
    asked.push({ file: name, range: request.headers.range });
    hosts.push(request.headers.host ?? "");
    // What was sent on comes from where it was sent to.
    const fault = faults.get(name);
    const isMoved = fault?.type === "redirect" && pathname.includes("/moved/");
    return sendFile(request, response, content, isMoved ? undefined : fault);
  };
  const server = isAppServer
    ? createServer(answer)
    : createSecureServer(createCertificate("huggingface.co"), answer);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    port,
    files,
    entry,
    faults,
    asked,
    hosts,
    cut: () => server.closeAllConnections(),
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await app?.close();
    },
  };
}

function makeModelFiles(): ReadonlyMap<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), "curbside-model-"));
  writeWebLlmPackage(folder, { ...createTestModel(), isQuantised: false, opensThinking: false });
  const files = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))] as const));
  rmSync(folder, { recursive: true });
  return files;
}

function describe(files: ReadonlyMap<string, Buffer>, address: string): CatalogueEntry {
  const total = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  return {
    id: "tiny-test-model",
    name: "Tiny test model",
    family: "Llama",
    format: "web-llm",
    template: "chatml",
    parameters: 1_049_000,
    quantisation: "q0f32",
    contextTokens: 1024,
    bytesPerContextToken: 1024,
    memoryBytes: 20_000_000,
    roughBytes: total,
    needsHalfPrecision: false,
    thinking: "never",
    licence: "Apache-2.0",
    knownOf: "",
    address,
    revision: "0123456789abcdef",
    files: [...files].map(([name, content]) => ({
      name,
      path: name,
      bytes: content.length,
      sha256: createHash("sha256").update(content).digest("hex"),
    })),
  };
}

function setHeaders(response: ServerResponse, pathname: string, isAppServer: boolean): void {
  const headers = isAppServer
    ? headersFor(pathname)
    : {
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Expose-Headers": "ETag, Content-Range",
        "Cross-Origin-Resource-Policy": "cross-origin",
      };
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

function sendJson(response: ServerResponse, text: string): void {
  response.writeHead(200, { "Content-Type": "application/json" }).end(text);
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { "Content-Type": "text/plain" }).end("This is no file.\n");
}

function pass(port: number, request: IncomingMessage, response: ServerResponse): void {
  const { method, headers, url: path } = request;
  const asked = forward({ port, host: "127.0.0.1", method, headers, path }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  asked.on("error", () => response.destroy());
  request.pipe(asked);
}

function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  content: Buffer,
  fault: Fault | undefined,
): void {
  if (fault?.type === "status") return end(response, fault.status);
  if (fault?.type === "redirect") return void response.writeHead(302, { Location: fault.to }).end();
  if (fault?.type === "page") {
    return void response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html><p>Sign in</p>");
  }
  const isChanged = fault?.type === "changed";
  const whole = isChanged ? Buffer.alloc(content.length, 7) : content;
  const range = fault?.type === "ignores-range" ? undefined : request.headers.range;
  const from = Number(/^bytes=(\d+)-$/u.exec(range ?? "")?.[1] ?? 0);
  const part = whole.subarray(from);
  response.setHeader("ETag", isChanged ? '"second"' : '"first"');
  response.setHeader("Content-Type", "application/octet-stream");
  response.setHeader("Content-Length", part.length);
  if (range !== undefined) {
    response.setHeader("Content-Range", `bytes ${from}-${whole.length - 1}/${whole.length}`);
  }
  response.writeHead(range === undefined ? 200 : 206);
  sendBody(response, part, fault);
}

function sendBody(response: ServerResponse, part: Buffer, fault: Fault | undefined): void {
  switch (fault?.type) {
    case "breaks":
      response.write(part.subarray(0, fault.after), () => setTimeout(() => response.destroy(), 50));
      return;
    case "stalls":
      response.write(part.subarray(0, fault.after));
      return;
    case "slow":
      return sendSlowly(response, part, fault.bytesPerSecond);
    default:
      response.end(part);
  }
}

const TICKS_PER_SECOND = 20;

function sendSlowly(response: ServerResponse, part: Buffer, bytesPerSecond: number): void {
  let at = 0;
  const tick = setInterval(() => {
    const next = at + Math.ceil(bytesPerSecond / TICKS_PER_SECOND);
    response.write(part.subarray(at, next));
    at = next;
    if (at < part.length) return;
    clearInterval(tick);
    response.end();
  }, 1000 / TICKS_PER_SECOND);
  response.on("close", () => clearInterval(tick));
}
