// What the tool prints when it starts, and a test function: `node --test` runs the files beside this one.
import { randomUUID } from "node:crypto";

const read = (name) => process.env[name] ?? (() => { throw new Error(`${name} is not set: run.sh sets it.`); })();

export const address = read("EMULATOR");
export const host = new URL(address).host;
export const tenant = read("EMULATOR_TENANT_ID");
export const clientId = read("EMULATOR_CLIENT_ID");
export const clientSecret = read("EMULATOR_CLIENT_SECRET");
export const user = read("EMULATOR_USER");
export const authority = `${address}/${tenant}`;
export const scope = `${address}/.default`;
export const unique = (name) => `${name}-${randomUUID()}`;

// The token of the application, by plain HTTP.
export async function applicationToken() {
  const form = new URLSearchParams({
    grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret, scope,
  });
  const answer = await fetch(`${authority}/oauth2/v2.0/token`, { method: "POST", body: form });
  return (await answer.json()).access_token;
}

// The token of a user: what a browser would do, without a browser.
export async function userToken() {
  const redirect = "http://localhost:3000/callback";
  const query = new URLSearchParams({
    client_id: clientId, response_type: "code", redirect_uri: redirect, scope: "Files.ReadWrite.All User.Read offline_access",
  });
  const page = await fetch(`${authority}/oauth2/v2.0/authorize?${query}`, { redirect: "manual" });
  const code = new URL(page.headers.get("location")).searchParams.get("code");
  const form = new URLSearchParams({
    grant_type: "authorization_code", client_id: clientId, client_secret: clientSecret, code, redirect_uri: redirect,
  });
  const answer = await fetch(`${authority}/oauth2/v2.0/token`, { method: "POST", body: form });
  return (await answer.json()).access_token;
}
