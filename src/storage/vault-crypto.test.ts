import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RecordEvent } from "../domain/record/events.ts";
import { createSampleRecord } from "../domain/record/sample-record.ts";
import { toBytes, toHex, type Bytes } from "./bytes.ts";
import { GENESIS, readEventRows, writeEventRow, type ChainHead } from "./cases/event-rows.ts";
import { ARGON2ID, deriveArgon2id, PBKDF2 } from "./keys/derive-key.ts";
import {
  closeKey,
  createHeader,
  drawVaultKey,
  isOutgrown,
  unwrapWith,
  withPassphrase,
  withRecoveryCode,
  type KeyParts,
} from "./keys/key-slots.ts";
import { readRecoveryCode, writeRecoveryCode } from "./keys/recovery-code.ts";
import { seal, unseal } from "./keys/seal.ts";
import { readHeader, type VaultHeader } from "./keys/vault-header.ts";
import type { Row } from "./rows/row-store.ts";
import { openNew, must, SECRET } from "./testing/drive.ts";
import { createTestDevice } from "./testing/test-device.ts";
import { QUICK } from "./testing/test-worker.ts";

const isLong = process.env["CURBSIDE_LONG"] === "1";
const TRIES = isLong ? 10_000 : 300;
const NONCES = isLong ? 1_000_000 : 20_000;
const KEYS: KeyParts = {
  derive: deriveArgon2id,
  preferred: QUICK,
  fallback: { type: "pbkdf2-sha256", rounds: 10 },
};
const record = createSampleRecord(24);

/** A chain of twelve rows of two events each. */
async function writeChain(key: CryptoKey, caseId = "sample"): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let head: ChainHead = GENESIS;
  for (let at = 0; at < record.length; at += 2) {
    const events = record.slice(at, at + 2).map((event): RecordEvent => ({ ...event, caseId }));
    const written = await writeEventRow(key, caseId, head, events);
    rows.push(written.row);
    ({ head } = written);
  }
  return rows;
}

function dataOf(row: Row): Bytes {
  const data = row["data"];
  if (!(data instanceof Uint8Array)) throw new Error("A row without data");
  return Uint8Array.from(data);
}

describe("sealing", () => {
  it("gives back exactly what was sealed, and nothing under another key, place or lead", async () => {
    const [key, other] = await Promise.all([drawVaultKey(), drawVaultKey()]);
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.string(),
        fc.nat(),
        async (drawn, group, seq) => {
          const [plain, lead] = [Uint8Array.from(drawn), Uint8Array.from([1, 2, 3])];
          const sealed = await seal(key, [group, seq], plain, lead);
          expect(await unseal(key, [group, seq], sealed, 3)).toEqual(plain);
          expect(await unseal(other, [group, seq], sealed, 3)).toBeUndefined();
          expect(await unseal(key, [group, seq + 1], sealed, 3)).toBeUndefined();
          expect(await unseal(key, [`${group}x`, seq], sealed, 3)).toBeUndefined();
          expect(await unseal(key, [group, seq], sealed, 2)).toBeUndefined();
        },
      ),
      { numRuns: Math.ceil(TRIES / 5) },
    );
  });

  it("never opens what has one bit changed, or is cut or lengthened", async () => {
    const key = await drawVaultKey();
    const sealed = await seal(key, ["place"], toBytes("some words"), toBytes("lead"));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(sealed.length * 8 - 1),
        fc.integer({ min: -8, max: 8 }),
        async (bit, change) => {
          const flipped = Uint8Array.from(sealed);
          flipped[bit >> 3]! ^= 1 << (bit & 7);
          expect(await unseal(key, ["place"], flipped, 4)).toBeUndefined();
          const resized =
            change < 0 ? sealed.slice(0, change) : Uint8Array.from([...sealed, ...new Uint8Array(change)]);
          expect((await unseal(key, ["place"], resized, 4)) === undefined).toBe(change !== 0);
        },
      ),
      { numRuns: TRIES },
    );
  });

  it(`draws no nonce twice in ${NONCES}`, async () => {
    const key = await drawVaultKey();
    const nonces = new Set<string>();
    for (let drawn = 0; drawn < NONCES; drawn += 500) {
      const sealed = await Promise.all(Array.from({ length: 500 }, () => seal(key, [], new Uint8Array(0))));
      for (const bytes of sealed) nonces.add(toHex(bytes.subarray(0, 12)));
    }
    expect(nonces.size).toBe(NONCES);
  }, 600_000);
});

describe("a chain of rows", () => {
  it("reads back whole", async () => {
    const key = await drawVaultKey();
    const read = await readEventRows(key, "sample", GENESIS, await writeChain(key));
    expect(read.events).toEqual(record);
    expect(read.broken).toBeUndefined();
  });

  it("stops at the first row that is flipped, replayed, swapped, left out, of another case or of another key", async () => {
    const [key, otherKey] = await Promise.all([drawVaultKey(), drawVaultKey()]);
    const [rows, again, ofOtherCase, ofOtherKey] = await Promise.all([
      writeChain(key),
      writeChain(key),
      writeChain(key, "other"),
      writeChain(otherKey),
    ]);
    const at = fc.nat(rows.length - 1);
    const attacks = {
      flip: (row: number, bit: number): readonly Row[] => {
        const data = dataOf(rows[row]!);
        data[(bit >> 3) % data.length]! ^= 1 << (bit & 7);
        return rows.with(row, { ...rows[row]!, data });
      },
      // Genuine bytes of ours in a place that is not theirs.
      swap: (row: number, other: number) => rows.with(row, { ...rows[row]!, data: dataOf(rows[other]!) }),
      replay: (row: number) => rows.with(row, { ...again[row]!, data: dataOf(again[row]!) }),
      leaveOut: (row: number) => rows.toSpliced(row, 1),
      leaveOutAndRenumber: (row: number) =>
        rows.toSpliced(row, 1).map((item, index) => ({ ...item, seq: index + 1 })),
      otherCase: (row: number) => rows.with(row, { ...ofOtherCase[row]!, group: "sample" }),
      otherKey: (row: number) => rows.with(row, ofOtherKey[row]!),
      format: (row: number) => rows.with(row, { ...rows[row]!, format: 2 }),
    } as const;
    const names = fc.constantFrom(
      ...Object.keys(attacks).filter((name): name is keyof typeof attacks => name in attacks),
    );
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(names, at, at, fc.nat(10_000), async (name, row, other, bit) => {
        fc.pre(name !== "swap" || row !== other);
        const changed = attacks[name](row, name === "flip" ? bit : other);
        const read = await readEventRows(key, "sample", GENESIS, changed);
        // Another write of the very first row is one of ours in its place; then nothing follows it.
        const most = name === "replay" && row === 0 ? 1 : row;
        expect(read.events).toEqual(record.slice(0, read.events.length));
        if (read.events.length > 2 * most) accepted += 1;
      }),
      { numRuns: TRIES },
    );
    expect(accepted).toBe(0);
    // The same reading accepts the rows that nobody touched, so it can tell.
    expect((await readEventRows(key, "sample", GENESIS, rows)).broken).toBeUndefined();
  });
});

function runOutOfMemory(): Promise<never> {
  return Promise.reject(new RangeError("Out of memory"));
}

describe("keys", () => {
  it("cannot be exported from an open vault", async () => {
    const key = await drawVaultKey();
    const closed = await closeKey(key);
    expect(closed.extractable).toBe(false);
    await expect(crypto.subtle.exportKey("raw", closed)).rejects.toThrow(/extractable/u);
    const header = await withPassphrase(createHeader(0), key, "a passphrase for a test", KEYS);
    const opened = await unwrapWith(
      header,
      { type: "passphrase", text: "a passphrase for a test" },
      KEYS,
      false,
    );
    expect(opened?.extractable).toBe(false);
  });

  it("open with the same characters however they were composed", async () => {
    const header = await withPassphrase(
      createHeader(0),
      await drawVaultKey(),
      "caf\u00e9 au lait at noon",
      KEYS,
    );
    const typed = { type: "passphrase", text: "cafe\u0301 au lait at noon" } as const;
    expect(await unwrapWith(header, typed, KEYS, false)).toBeDefined();
  });

  it("do not open when anything in the header was changed", async () => {
    const key = await drawVaultKey();
    const named = await withPassphrase(createHeader(0), key, "a passphrase for a test", KEYS);
    const header = await withRecoveryCode(named, key, new Uint8Array(16));
    const [first, second] = header.slots;
    const secret = { type: "passphrase", text: "a passphrase for a test" } as const;
    const changed: readonly VaultHeader[] = [
      { ...header, vaultId: "00" },
      { ...header, slots: [{ ...first!, salt: second!.salt }, second!] },
      { ...header, slots: [{ ...first!, wrapped: second!.wrapped }, second!] },
      { ...header, slots: [second!] },
    ];
    for (const other of changed) expect(await unwrapWith(other, secret, KEYS, false)).toBeUndefined();
    expect(await unwrapWith(header, secret, KEYS, false)).toBeDefined();
  });

  it("read no header that asks a device for more than it can give", () => {
    const slot = { type: "passphrase", salt: "AAAA", wrapped: "AAAA" };
    const header = { format: 1, vaultId: "a", createdAt: 0 };
    const usual = { ...slot, derivation: ARGON2ID };
    expect(readHeader({ ...header, slots: [usual] })).toBeDefined();
    const hostile = { ...slot, derivation: { ...ARGON2ID, memoryKib: 2 ** 31 } };
    expect(readHeader({ ...header, slots: [hostile] })).toBeUndefined();
    expect(readHeader({ ...header, slots: [] })).toBeUndefined();
    expect(readHeader({ ...header, format: 2, slots: [usual] })).toBeUndefined();
  });

  it("are derived with what RFC 9106 and OWASP recommend", async () => {
    expect(ARGON2ID).toEqual({ type: "argon2id", memoryKib: 65_536, passes: 3, lanes: 4 });
    expect(PBKDF2).toEqual({ type: "pbkdf2-sha256", rounds: 600_000 });
    const derivation = { type: "argon2id", memoryKib: 65_536, passes: 2, lanes: 1 } as const;
    // From the test program of the reference implementation (phc-winner-argon2, test.c): version 19, t=2, m=16, p=1.
    expect(toHex(await deriveArgon2id(toBytes("password"), toBytes("somesalt"), derivation))).toBe(
      "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7",
    );
  });

  it("fall back to PBKDF2 where there is no memory, say so, and are strengthened on a better device", async () => {
    const device = createTestDevice();
    const poor = await openNew(device, { keys: { derive: runOutOfMemory } });
    expect(poor.vault.readState()).toEqual({
      type: "open",
      isReadOnly: false,
      hasPasskey: false,
      keyDerivation: "pbkdf2",
    });
    await poor.vault.lock("asked");
    must(await poor.vault.unlock(SECRET));
    expect(poor.vault.readState()).toMatchObject({ keyDerivation: "pbkdf2" });
    poor.kill();
    const rich = device.openTab();
    await new Promise((resolve) => setTimeout(resolve, 5));
    must(await rich.vault.unlock(SECRET));
    const stored: unknown = JSON.parse(String(device.database.get("keys")?.get("vault")?.get(0)?.["header"]));
    const header = readHeader(stored);
    expect(header !== undefined && isOutgrown(header, QUICK)).toBe(false);
    await rich.vault.lock("asked");
    must(await rich.vault.unlock(SECRET));
    expect(rich.vault.readState()).toEqual({ type: "open", isReadOnly: false, hasPasskey: false });
  });
});

describe("the recovery code", () => {
  const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((drawn) => Uint8Array.from(drawn));

  it("is seven groups of four and reads back, however it is typed", () => {
    fc.assert(
      fc.property(bytes, (drawn) => {
        const code = writeRecoveryCode(drawn);
        expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/u);
        const typed = code.toLowerCase().replaceAll("-", "  ").replaceAll("0", "o").replaceAll("1", "l");
        expect(readRecoveryCode(typed)).toEqual(drawn);
      }),
    );
  });

  it("notices every single wrong character and every two swapped neighbours", () => {
    const characters = fc.constantFrom(...Array.from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"));
    fc.assert(
      fc.property(bytes, fc.nat(27), characters, (drawn, at, character) => {
        const code = Array.from(writeRecoveryCode(drawn).replaceAll("-", ""));
        const wrong = code.with(at, character).join("");
        expect(readRecoveryCode(wrong) === undefined).toBe(wrong !== code.join(""));
        const swapped = code
          .with(at, code[at + 1] ?? "0")
          .with(at + 1 < 28 ? at + 1 : at, code[at]!)
          .join("");
        expect(readRecoveryCode(swapped) === undefined).toBe(swapped !== code.join(""));
      }),
      { numRuns: 1000 },
    );
  });
});
