// onedrive-api, whose address is fixed: its own setting is changed before it is used.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { Readable } from "node:stream";
import { test } from "node:test";
import { address, unique, userToken } from "./settings.mjs";

const require = createRequire(import.meta.url);
const config = require("onedrive-api/lib/config");
config.apiUrl = `${address}/v1.0/`;
const { items } = require("onedrive-api");
const accessToken = await userToken();

test("uploads by the key of a child, lists, downloads and deletes", async () => {
  const folder = await items.createFolder({ accessToken, rootItemId: "root", name: unique("folder") });
  const file = await items.uploadSimple({ accessToken, filename: "o'hara (1), x.txt", parentId: folder.id, readableStream: Readable.from(["hello"]) });
  assert.equal(file.name, "o'hara (1), x.txt");
  const list = await items.listChildren({ accessToken, itemId: folder.id });
  assert.equal(list.value.length, 1);
  const text = await new Response(Readable.toWeb(await items.download({ accessToken, itemId: file.id }))).text();
  assert.equal(text, "hello");
  const renamed = await items.update({ accessToken, itemId: file.id, toUpdate: { name: "renamed.txt" } });
  assert.equal(renamed.name, "renamed.txt");
  const link = await items.createLink({ accessToken, itemId: file.id, type: "view", body: { type: "view", scope: "organization" } }).catch((error) => error);
  assert.ok(link.link ?? link.response, "an answer, not a broken connection");
  await items.delete({ accessToken, itemId: file.id });
  await assert.rejects(items.getMetadata({ accessToken, itemId: file.id }));
});

test("uploads in a session and synchronizes", async () => {
  const size = 3 * 320 * 1024;
  const name = unique("session");
  const file = await items.uploadSession({
    accessToken, filename: name, fileSize: size, parentPath: "/uploads", readableStream: Readable.from([Buffer.alloc(size, 1)]), chunksToUpload: 1,
  });
  assert.equal(file.size, size);
  const changes = await items.sync({ accessToken });
  assert.ok(changes.value.length > 0);
});
