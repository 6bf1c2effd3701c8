import { X509Certificate } from "node:crypto";
import { createSecureContext } from "node:tls";
import { expect, test } from "vitest";
import { createCertificate } from "./certificate.ts";

test("makes a certificate that Node reads, verifies and can serve", () => {
  const made = createCertificate("catch-all.test", new Date("2026-03-01T12:00:00Z"));
  const read = new X509Certificate(made.cert);
  expect(read.subject).toBe("CN=catch-all.test");
  expect(read.verify(read.publicKey)).toBe(true);
  expect(new Date(read.validFrom).toISOString()).toBe("2026-02-28T12:00:00.000Z");
  expect(() => createSecureContext(made)).not.toThrow();
});
