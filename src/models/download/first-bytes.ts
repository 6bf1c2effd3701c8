/** Whether a file begins like a web page, whatever its content type says: no part of a model does. */

const LOOKED_AT = 256;

/** True for `<!doctype html` and `<html`, after a byte order mark, blanks and a comment's beginning. */
export function beginsLikeWebPage(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, LOOKED_AT)).trimStart();
  return /^(?:<!doctype\s+html|<html[\s>]|<!--)/i.test(text);
}
