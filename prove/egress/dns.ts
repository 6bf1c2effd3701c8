/** The sinkhole name server: answers every question with an address of ours, and tells what was asked. */
import { createSocket } from "node:dgram";

export type Question = { readonly name: string; readonly type: number };

const typeA = 1;

/** Reads the one question of a DNS query; undefined when the bytes are not one. */
export function readQuestion(query: Buffer): Question | undefined {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at]; length !== undefined && length !== 0; length = query[at]) {
    if (length > 63 || at + 1 + length > query.length) return undefined;
    labels.push(query.toString("latin1", at + 1, at + 1 + length));
    at += 1 + length;
  }
  if (at + 3 > query.length || labels.length === 0) return undefined;
  return { name: labels.join(".").toLowerCase(), type: query.readUInt16BE(at + 1) };
}

/** The answer to `query`: one address for an A question, and none for any other type. */
export function writeAnswer(query: Buffer, question: Question, address: string): Buffer {
  // Name labels with their lengths and the closing zero, then type and class.
  const questionEnd = 12 + question.name.length + 2 + 4;
  const hasAddress = question.type === typeA;
  const header = Buffer.alloc(12);
  query.copy(header, 0, 0, 2);
  header.writeUInt16BE(0x8180, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(hasAddress ? 1 : 0, 6);
  const record = Buffer.from([
    0xc0,
    12,
    0,
    typeA,
    0,
    1,
    0,
    0,
    0,
    60,
    0,
    4,
    ...address.split(".").map(Number),
  ]);
  return Buffer.concat([header, query.subarray(12, questionEnd), ...(hasAddress ? [record] : [])]);
}

/** Answers on port 53 until closed. */
export function startSinkhole(
  addressOf: (name: string) => string,
  onQuestion: (name: string, query: Buffer) => void,
): Promise<() => Promise<void>> {
  const socket = createSocket("udp4");
  socket.on("message", (query, from) => {
    const question = readQuestion(query);
    onQuestion(question?.name ?? "unreadable", query);
    if (question !== undefined)
      socket.send(writeAnswer(query, question, addressOf(question.name)), from.port, from.address);
  });
  return new Promise((done, fail) => {
    socket.once("error", fail);
    socket.bind(53, "127.0.0.1", () => done(() => new Promise((closed) => socket.close(() => closed()))));
  });
}
