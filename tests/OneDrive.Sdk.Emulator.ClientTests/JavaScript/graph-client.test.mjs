// The JavaScript client of Microsoft Graph, unmodified.
import assert from "node:assert/strict";
import { test } from "node:test";
import { BatchRequestContent, BatchResponseContent, Client, LargeFileUploadTask, OneDriveLargeFileUploadTask, PageIterator, FileUpload, StreamUpload, GraphError }
  from "@microsoft/microsoft-graph-client";
import { PassThrough } from "node:stream";
import { address, host, unique, user, userToken } from "./settings.mjs";

const token = await userToken();
const client = Client.init({
  baseUrl: address,
  customHosts: new Set([host.split(":")[0], host]),
  authProvider: (done) => done(null, token),
});
const slice = 320 * 1024;

test("reads the user and the drive", async () => {
  const me = await client.api("/me").select("id,mail,userPrincipalName").get();
  const drive = await client.api("/me/drive").get();
  assert.equal(me.userPrincipalName, user);
  assert.equal(drive.driveType, "business");
});

test("uses beta when it is asked for", async () => {
  assert.ok((await client.api("/me/drive").version("beta").get()).id);
});

test("makes, lists, renames and deletes a folder", async () => {
  const name = unique("folder");
  const folder = await client.api("/me/drive/root/children").post({ name, folder: {}, "@microsoft.graph.conflictBehavior": "fail" });
  const renamed = await client.api(`/me/drive/items/${folder.id}`).update({ name: `${name} 2` });
  assert.equal(renamed.name, `${name} 2`);
  const list = await client.api("/me/drive/root/children").filter(`startswith(name,'${name}')`).orderby("name desc").count(true).get();
  assert.equal(list.value.length, 1);
  assert.equal(list["@odata.count"], 1);
  await client.api(`/me/drive/items/${folder.id}`).delete();
  await assert.rejects(client.api(`/me/drive/items/${folder.id}`).get(), (error) => error instanceof GraphError && error.statusCode === 404 && error.code === "itemNotFound");
});

test("writes and reads content", async () => {
  const name = unique("a b #%.txt");
  await client.api(`/me/drive/root:/${encodeURIComponent(name)}:/content`).put("hello");
  const blob = await client.api(`/me/drive/root:/${encodeURIComponent(name)}:/content`).responseType("arraybuffer").get();
  assert.equal(Buffer.from(blob).toString(), "hello");
  const stream = await client.api(`/me/drive/root:/${encodeURIComponent(name)}:/content`).getStream();
  assert.equal(await new Response(stream).text(), "hello");
});

test("refuses $skip on children", async () => {
  await assert.rejects(client.api("/me/drive/root/children").skip(1).get(), (error) => error.statusCode === 400);
});

test("pages with PageIterator", async () => {
  const name = unique("many");
  for (let number = 0; number < 7; number++) {
    await client.api(`/me/drive/root:/${name}/${number}.txt:/content`).put("x");
  }
  const first = await client.api(`/me/drive/root:/${name}:/children`).top(3).get();
  const names = [];
  await new PageIterator(client, first, (item) => names.push(item.name) > 0).iterate();
  assert.equal(names.length, 7);
});

test("uploads a large file in slices", async () => {
  const bytes = Buffer.alloc(3 * slice + 11, 7);
  const session = await LargeFileUploadTask.createUploadSession(
    client, `${address}/v1.0/me/drive/root:/${unique("large")}.bin:/createUploadSession`, { item: { "@microsoft.graph.conflictBehavior": "rename" } });
  const result = await new LargeFileUploadTask(client, new FileUpload(bytes, "large.bin", bytes.length), session, { rangeSize: slice }).upload();
  assert.equal(result.responseBody.size, bytes.length);
});

test("resumes a large upload from what the session has", async () => {
  const bytes = Buffer.alloc(3 * slice + 11, 9);
  const session = await LargeFileUploadTask.createUploadSession(
    client, `${address}/v1.0/me/drive/root:/${unique("resumed")}.bin:/createUploadSession`, {});
  await fetch(session.url, { method: "PUT", body: bytes.subarray(0, slice), headers: { "Content-Range": `bytes 0-${slice - 1}/${bytes.length}` } });
  const task = new LargeFileUploadTask(client, new FileUpload(bytes, "resumed.bin", bytes.length), session, { rangeSize: slice });
  const result = await task.resume();
  assert.equal(result.responseBody.size, bytes.length);
});

test("uploads a stream with the task for OneDrive", async () => {
  const bytes = Buffer.alloc(2 * slice + 5, 3);
  const name = unique("stream");
  const task = await OneDriveLargeFileUploadTask.createTaskWithFileObject(
    client, new StreamUpload(new PassThrough().end(bytes), name, bytes.length), { path: "/uploads", fileName: name, rangeSize: slice });
  const result = await task.upload();
  assert.equal(result.responseBody.size, bytes.length);
});

test("sends a batch", async () => {
  const content = new BatchRequestContent([
    { id: "1", request: new Request(`${address}/v1.0/me/drive`, { method: "GET" }) },
    { id: "2", request: new Request(`${address}/v1.0/me/drive/root:/${unique("missing")}`, { method: "GET" }) },
  ]);
  const answers = new BatchResponseContent(await client.api("/$batch").post(await content.getContent()));
  assert.equal(answers.getResponseById("1").status, 200);
  assert.equal(answers.getResponseById("2").status, 404);
});

test("reads changes with delta", async () => {
  const first = await client.api("/me/drive/root/delta").get();
  let page = first;
  while (page["@odata.nextLink"]) {
    page = await client.api(page["@odata.nextLink"]).get();
  }
  const name = unique("later");
  await client.api(`/me/drive/root:/${name}.txt:/content`).put("x");
  const changes = await client.api(page["@odata.deltaLink"]).get();
  assert.ok(changes.value.some((item) => item.name === `${name}.txt`));
});

test("searches, shares, copies and lists versions", async () => {
  const name = unique("shared");
  const file = await client.api(`/me/drive/root:/${name}.txt:/content`).put("x");
  const found = await client.api(`/me/drive/root/search(q='${name}')`).get();
  const link = await client.api(`/me/drive/items/${file.id}/createLink`).post({ type: "view", scope: "organization" });
  const copied = await client.api(`/me/drive/items/${file.id}/copy`).responseType("raw").post({ name: `${name} 2.txt` });
  const versions = await client.api(`/me/drive/items('${file.id}')/versions`).get();
  assert.equal(found.value[0].id, file.id);
  assert.ok(link.link.webUrl);
  assert.equal(copied.status, 202);
  assert.equal(versions.value.length, 1);
});
