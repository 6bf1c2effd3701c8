import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createConversation } from "./conversation.ts";

test("a conversation that grows never needs a new library", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.nat(500)), { maxLength: 30 }), (turns) => {
      const conversation = createConversation(1000);
      let text = "";
      for (const [said, tokens] of turns) {
        text += said;
        expect(conversation.open(text)).toBe(false);
        conversation.grow(" and so on");
        conversation.measure(tokens);
        text += " and so on";
      }
    }),
    { seed: 3, numRuns: 300 },
  );
});

test("what is put aside never takes more than one context before the library is started anew", () => {
  const contexts = fc.array(fc.tuple(fc.constantFrom("abcabc", "defdef", "defxyz"), fc.nat(1000)), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(contexts, (turns) => {
      const conversation = createConversation(1000);
      let aside = 0;
      let last = { text: "", tokens: 0 };
      for (const [text, tokens] of turns) {
        const isAnew = conversation.open(text);
        // The library puts a context aside of which less than half is kept.
        if (isAnew) aside = 0;
        else if (last.text !== "" && text.slice(0, 3) !== last.text.slice(0, 3)) aside += last.tokens;
        expect(aside).toBeLessThanOrEqual(1000);
        conversation.measure(tokens);
        last = { text, tokens };
      }
    }),
    { seed: 4, numRuns: 500 },
  );
});

test("after it forgot, nothing is put aside and nothing is full", () => {
  const conversation = createConversation(100);
  for (const text of ["one patient", "another"]) {
    conversation.open(text);
    conversation.measure(90);
  }
  conversation.forget();
  expect(conversation.open("a third")).toBe(false);
  conversation.measure(90);
  expect(conversation.open("one patient")).toBe(false);
});
