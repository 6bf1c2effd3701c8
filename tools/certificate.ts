/**
 * A self-signed certificate for a listener of a proof or a test, made in memory for one run. Its browser is told to
 * accept any certificate, so this one carries only what TLS cannot do without.
 */
import { generateKeyPairSync, sign } from "node:crypto";

export type Certificate = { readonly key: string; readonly cert: string };

const sequenceTag = 0x30;
const setTag = 0x31;
const ecdsaWithSha256Id = "06082a8648ce3d040302";
const commonNameId = "0603550403";

/** Makes a key and a certificate (RFC 5280, version 1, ECDSA P-256) that is valid from yesterday for a month. */
export function createCertificate(name: string, now: Date = new Date()): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = der(sequenceTag, Buffer.from(ecdsaWithSha256Id, "hex"));
  const namePart = Buffer.concat([Buffer.from(commonNameId, "hex"), der(0x0c, Buffer.from(name))]);
  const subject = der(sequenceTag, der(setTag, der(sequenceTag, namePart)));
  const validity = der(sequenceTag, Buffer.concat([utcTime(now, -1), utcTime(now, 30)]));
  const serial = der(0x02, Buffer.from([1]));
  const body = der(
    sequenceTag,
    Buffer.concat([
      serial,
      algorithm,
      subject,
      validity,
      subject,
      publicKey.export({ type: "spki", format: "der" }),
    ]),
  );
  const signature = der(0x03, Buffer.concat([Buffer.from([0]), sign("sha256", body, privateKey)]));
  const certificate = der(sequenceTag, Buffer.concat([body, algorithm, signature]));
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString("base64")}\n-----END CERTIFICATE-----\n`,
  };
}

function der(tag: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([tag, ...derLength(content.length)]), content]);
}

function derLength(length: number): readonly number[] {
  if (length < 0x80) return [length];
  if (length < 0x100) return [0x81, length];
  return [0x82, length >> 8, length & 0xff];
}

function utcTime(now: Date, days: number): Buffer {
  const day = new Date(now.getTime() + days * 86_400_000);
  return der(
    0x17,
    Buffer.from(
      `${day
        .toISOString()
        .replaceAll(/[-:T]|\..*/g, "")
        .slice(2)}Z`,
    ),
  );
}
