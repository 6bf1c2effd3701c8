import { test as base } from "./harness.ts";
import { type ModelHost, startModelHost } from "./model-host.ts";

/** A test with the built app behind a model host of its own. */
export const test = base.extend<{ readonly host: ModelHost }>({
  // What a download leaves lies on a real disk.
  hasOwnProfile: true,
  host: async ({ viewport: _before }, use) => {
    const host = await startModelHost();
    await use(host);
    await host.close();
  },
});
