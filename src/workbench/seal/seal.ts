/**
 * How tightly this page is sealed, by what this browser was seen to enforce (not by its name). The wording of
 * each tier lives in `ui/text/seal.ts`; why these tiers: `docs/threat-model.md`.
 */

export type SealEvidence = {
  /** The page's own response carries the connection allowlist. */
  readonly hasAllowlistHeader: boolean;
  /** The browser was seen to refuse a connection that only the allowlist forbids. */
  readonly enforcesAllowlist: boolean;
  /** The page's own response carries the content security policy. */
  readonly hasPolicyHeader: boolean;
  readonly online: boolean;
};

/**
 * `sealed` (A): the browser blocks every connection but to this app's own address. `guarded` (B): ordinary requests
 * are blocked. `unplugged` (C): there is no network to use. `unsealed`: the host sends no policy.
 */
export type SealTier = "sealed" | "guarded" | "unplugged" | "unsealed";

/** The tier that this evidence supports; never a better one than was seen. */
export function readSealTier(evidence: SealEvidence): SealTier {
  if (evidence.hasPolicyHeader && evidence.hasAllowlistHeader && evidence.enforcesAllowlist) return "sealed";
  if (!evidence.online) return "unplugged";
  return evidence.hasPolicyHeader ? "guarded" : "unsealed";
}
