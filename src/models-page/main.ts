/**
 * The script of the separate model page: what can be had, what is coming, what is here. It imports nothing that could
 * open a case; a test and the compiler see to it.
 */
import type { InstalledPack } from "../contracts/model-shelf.ts";
import { openModelShelf } from "../models/open-model-shelf.ts";
import { readDeviceReport } from "../models/read-device-report.ts";
import { invariant } from "../shared/assert.ts";
import { createCatalogue } from "./catalogue.ts";
import { createAnnouncer } from "./controls.ts";
import { guardNavigation } from "./guard-navigation.ts";
import { placeImport } from "./import-catalogue.ts";
import { drawInstalled } from "./installed.ts";
import { createJobList } from "./job-list.ts";
import { applyTheme } from "./theme.ts";
import { createVaultNotice } from "./vault-notice.ts";
import { startWriter } from "./start-writer.ts";

guardNavigation();
applyTheme();
startPage();

function startPage(): void {
  const shelf = openModelShelf({
    createWorker: startWriter,
    reach: "model-hosts",
    readClock: () => Date.now(),
    createUnique: () => crypto.randomUUID().slice(0, 8),
  });
  let installed: readonly InstalledPack[] = [];
  const notice = createVaultNotice(find("vault"), "locks" in navigator ? navigator.locks : undefined, draw);
  const canDownload = () => notice.isHeld();
  const jobs = createJobList({
    shelf,
    section: find("downloads"),
    list: find("download-list"),
    canDownload,
    announce: createAnnouncer(find("announcements")),
  });
  const catalogue = createCatalogue({
    shelf,
    readReport: readDeviceReport,
    words: find("advice"),
    list: find("catalogue-list"),
    others: find("catalogue-others"),
    // The download appears further up; whoever pressed wants to see it.
    onStart: () => requestAnimationFrame(() => find("downloads-title").focus()),
  });
  function draw(): void {
    const under = shelf.readJobs();
    jobs.update(under);
    const busy = new Set(under.filter(({ state }) => state.type !== "done").map(({ id }) => id));
    catalogue.update({ installed, busy, canDownload: canDownload() });
  }
  async function readPacks(): Promise<void> {
    const listed = await shelf.list();
    installed = listed.ok ? listed.value : [];
    drawInstalled(find("installed-list"), installed);
    draw();
  }
  shelf.subscribe((what) => (what === "packs" ? void readPacks() : draw()));
  placeImport(find("import"), shelf, catalogue.read);
  void notice.check();
  void readPacks();
  void catalogue.read();
}

function find(id: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`#${id}`);
  invariant(found !== null, `models.html has no #${id}`);
  return found;
}
