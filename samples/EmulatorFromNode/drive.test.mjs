// Tests of drive.mjs against the emulator: node --test, in this folder.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import { Drive, fragmentSize } from "./drive.mjs";
import { startEmulator } from "./emulator.mjs";

let emulator;
let drive;

before(async () => {
  emulator = await startEmulator("--page-size", "2");
  drive = new Drive(emulator);
});
after(() => emulator?.stop());

test("a file comes back as it went", async () => {
  const content = randomBytes(2 * fragmentSize + 17);
  const item = await drive.upload("reports/a b#1.bin", content);
  assert.equal(item.size, content.length);
  assert.deepEqual(await drive.download("reports/a b#1.bin"), content);
});

test("a folder is listed over all pages", async () => {
  for (let number = 0; number < 5; number++) {
    await drive.upload(`many/${number}.txt`, Buffer.from("x"));
  }
  assert.deepEqual(await drive.list("many"), ["0.txt", "1.txt", "2.txt", "3.txt", "4.txt"]);
});

test("throttling is waited for", async () => {
  await emulator.fault({ kind: "Throttle", operation: "UploadFragment", retryAfterSeconds: 1, times: 1 });
  const content = randomBytes(fragmentSize + 1);
  await drive.upload("throttled.bin", content);
  assert.deepEqual(await drive.download("throttled.bin"), content);
});

test("a missing file is an error", async () => {
  await assert.rejects(drive.download("missing.txt"), { status: 404 });
});
