/**
 * Security devices as a way in, through WebAuthn's PRF extension: the device computes a secret from a question, and that
 * secret wraps the vault's key. Only a page can ask, and only on a click. Never the only way in.
 */
import type { VaultError } from "../../contracts/vault-error.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { drawBytes, fromBase64, toBase64, toBytes, type Bytes } from "../bytes.ts";

/** What is known of a device: the credential it made and the question that it answers. */
export type PasskeyQuestion = { readonly credential: string; readonly question: string };
export type PasskeyAnswer = PasskeyQuestion & { readonly output: Bytes };

export type Passkeys = {
  readonly add: () => Promise<Result<PasskeyAnswer, VaultError>>;
  readonly ask: (known: PasskeyQuestion) => Promise<Result<PasskeyAnswer, VaultError>>;
};

type PrfResults = {
  readonly prf?: { readonly enabled?: boolean; readonly results?: { readonly first?: unknown } };
};

/** As much of a credential as is read. */
type CredentialLike = { readonly rawId?: ArrayBuffer; readonly getClientExtensionResults?: () => object };

/** As much of `navigator.credentials` as is used; the page hands in the real one. */
export type Credentials = {
  readonly create: (options: { publicKey: ReturnType<typeof toCreation> }) => Promise<unknown>;
  readonly get: (options: { publicKey: ReturnType<typeof toRequest> }) => Promise<unknown>;
};

const SECRET_BYTES = 32;
/** ECDSA with P-256 and RSA with SHA-256, by their COSE numbers: what every device knows. */
const ALGORITHMS = [-7, -257];
const NAME = "Curbside";

/** The security devices of this browser. */
export function createPasskeys(credentials: Credentials): Passkeys {
  return {
    add: async () => {
      const question = drawBytes(SECRET_BYTES);
      const made = await attempt(() => credentials.create({ publicKey: toCreation(question) }));
      if (!made.ok) return made;
      const { enabled, output, credential } = made.value;
      if (credential === undefined) return err({ type: "vault-passkey-refused" });
      const known = { credential, question: toBase64(question) };
      if (output !== undefined) return ok({ ...known, output });
      // Many devices give the secret only when they are asked again.
      return enabled ? ask(credentials, known) : err({ type: "vault-passkey-unsupported" });
    },
    ask: (known) => ask(credentials, known),
  };
}

async function ask(
  credentials: Credentials,
  known: PasskeyQuestion,
): Promise<Result<PasskeyAnswer, VaultError>> {
  const asked = await attempt(() => credentials.get({ publicKey: toRequest(known) }));
  if (!asked.ok) return asked;
  const { output } = asked.value;
  return output === undefined ? err({ type: "vault-passkey-unsupported" }) : ok({ ...known, output });
}

function toCreation(question: Bytes) {
  return {
    // There is no server to prove anything to: the secret itself is the proof.
    challenge: drawBytes(32),
    rp: { name: NAME },
    user: { id: drawBytes(16), name: NAME, displayName: NAME },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: "public-key" as const, alg })),
    authenticatorSelection: { residentKey: "discouraged" as const, userVerification: "required" as const },
    attestation: "none" as const,
    extensions: { prf: { eval: { first: question } } },
  };
}

function toRequest({ credential, question }: PasskeyQuestion) {
  return {
    challenge: drawBytes(32),
    allowCredentials: [{ type: "public-key" as const, id: fromBase64(credential) ?? toBytes(credential) }],
    userVerification: "required" as const,
    extensions: { prf: { eval: { first: fromBase64(question) ?? toBytes(question) } } },
  };
}

type Read = {
  readonly credential: string | undefined;
  readonly enabled: boolean;
  readonly output: Bytes | undefined;
};

async function attempt(work: () => Promise<unknown>): Promise<Result<Read, VaultError>> {
  try {
    return ok(read(await work()));
  } catch (error) {
    // Said no, took too long, or no device: the browser tells these apart for nobody.
    const isUnsupported = error instanceof Error && error.name === "NotSupportedError";
    return err({ type: isUnsupported ? "vault-passkey-unsupported" : "vault-passkey-refused" });
  }
}

function read(found: unknown): Read {
  if (!isCredential(found)) return { credential: undefined, enabled: false, output: undefined };
  const { prf }: PrfResults = found.getClientExtensionResults?.() ?? {};
  const first = prf?.results?.first;
  const output = first instanceof ArrayBuffer ? new Uint8Array(first) : undefined;
  return {
    credential: found.rawId === undefined ? undefined : toBase64(new Uint8Array(found.rawId)),
    enabled: prf?.enabled === true,
    output: output?.byteLength === SECRET_BYTES ? output : undefined,
  };
}

function isCredential(found: unknown): found is CredentialLike {
  return (
    typeof found === "object" && found !== null && "rawId" in found && found.rawId instanceof ArrayBuffer
  );
}
