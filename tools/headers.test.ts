import { expect, test } from "vitest";
import { cachingFor, developmentHeadersFor, headersFor, metaPolicyFor } from "./headers.mjs";

const workbench = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types app default; sandbox allow-scripts allow-same-origin allow-downloads allow-modals",
  "Connection-Allowlist": "(response-origin)",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), usb=(), payment=(), display-capture=()",
};

/** The hash of the static shell's style changes with the shell; that it is one hash and no more is what counts. */
function withoutShellStyle(headers: Readonly<Record<string, string>>) {
  const policy = headers["Content-Security-Policy"]?.replace(
    /style-src 'self' 'sha256-[\w+/]{43}='/,
    "style-src 'self'",
  );
  return { ...headers, "Content-Security-Policy": policy };
}

const workbenchPaths = ["/", "/cases/a", "/sw.js", "/assets/models-page-a1.js", "/manifest.webmanifest"];

test.each([...workbenchPaths, "/models/tiny/model.bin", "/models/", "/MODELS", "/nothing"])(
  "%s carries the workbench policy",
  (pathname) => {
    expect(withoutShellStyle(headersFor(pathname))).toEqual(workbench);
  },
);

test.each(["/models", "/models.html"])(
  "%s may reach the model hosts, and nothing else differs",
  (pathname) => {
    expect(withoutShellStyle(headersFor(pathname))).toEqual({
      ...workbench,
      "Content-Security-Policy": workbench["Content-Security-Policy"].replace(
        "connect-src 'self'",
        "connect-src 'self' https://huggingface.co https://*.hf.co",
      ),
      "Connection-Allowlist":
        '(response-origin "https://huggingface.co/*" "https://*.hf.co/*");redirects=allow',
    });
  },
);

test("the meta policy leaves out only what a meta element cannot say", () => {
  const [workbenchMeta, modelMeta] = [metaPolicyFor("/"), metaPolicyFor("/models")];
  const fromHeader = (workbench["Content-Security-Policy"] ?? "")
    .split("; ")
    .filter((directive) => !/^(?:sandbox|frame-ancestors) /.test(directive));
  expect(workbenchMeta.replace(/ 'sha256-[^ ;]+'/, "").split("; ")).toEqual(fromHeader);
  expect(modelMeta).toContain("connect-src 'self' https://huggingface.co https://*.hf.co;");
});

test("development loosens inline code only: no other host, and the allowlist stays", () => {
  const headers = developmentHeadersFor("/");
  expect(headers["Connection-Allowlist"]).toBe("(response-origin)");
  expect(headers["Content-Security-Policy"]).not.toMatch(/https?:|\*/);
  expect(headers["Content-Security-Policy"]).not.toContain("trusted-types");
});

test("only hashed file names are kept for ever", () => {
  expect(cachingFor("/assets/index-a1b2.js")).toContain("immutable");
  for (const pathname of ["/", "/sw.js", "/cases/one.json", "/models"])
    expect(cachingFor(pathname)).toBe("no-cache");
});
