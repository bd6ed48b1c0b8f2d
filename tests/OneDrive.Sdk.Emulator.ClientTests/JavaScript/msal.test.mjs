// msal-node, unmodified.
import assert from "node:assert/strict";
import { createHash, createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ConfidentialClientApplication, CryptoProvider, PublicClientApplication } from "@azure/msal-node";
import { address, authority, clientId, clientSecret, host, scope, user } from "./settings.mjs";

const auth = { clientId, authority, knownAuthorities: [host] };
const scopes = ["Files.ReadWrite.All", "User.Read"];
const redirectUri = "http://localhost:3000/redirect";

async function openPage(url) {
  const page = await fetch(url, { redirect: "manual" });
  return new URL(page.headers.get("location")).searchParams.get("code");
}

async function useToken(token, path = "me/drive") {
  const answer = await fetch(`${address}/v1.0/${path}`, { headers: { Authorization: `Bearer ${token}` } });
  assert.equal(answer.status, 200);
}

test("signs in with a secret", async () => {
  const application = new ConfidentialClientApplication({ auth: { ...auth, clientSecret } });
  const result = await application.acquireTokenByClientCredential({ scopes: [scope] });
  await useToken(result.accessToken, `users/${user}/drive`);
});

test("signs in with a certificate", async () => {
  const pem = readFileSync(process.env.EMULATOR_CLIENT_PEM, "utf8");
  const certificate = new X509Certificate(pem);
  const application = new ConfidentialClientApplication({
    auth: {
      ...auth,
      clientCertificate: {
        thumbprintSha256: createHash("sha256").update(certificate.raw).digest("hex"),
        privateKey: createPrivateKey(pem).export({ type: "pkcs8", format: "pem" }),
        x5c: certificate.toString(),
      },
    },
  });
  const result = await application.acquireTokenByClientCredential({ scopes: [scope] });
  await useToken(result.accessToken, `users/${user}/drive`);
});

test("signs a person in with a code, and refreshes", async () => {
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
  const application = new ConfidentialClientApplication({ auth: { ...auth, clientSecret } });
  const url = await application.getAuthCodeUrl({ scopes, redirectUri, codeChallenge: challenge, codeChallengeMethod: "S256" });
  const result = await application.acquireTokenByCode({ scopes, redirectUri, code: await openPage(url), codeVerifier: verifier });
  assert.equal(result.account.username, user);
  await useToken(result.accessToken);
  const silent = await application.acquireTokenSilent({ account: result.account, scopes, forceRefresh: true });
  assert.notEqual(silent.accessToken, result.accessToken);
  await useToken(silent.accessToken);
});

test("signs a person in with a device code", async () => {
  const application = new PublicClientApplication({ auth });
  const result = await application.acquireTokenByDeviceCode({
    scopes,
    deviceCodeCallback: (code) => fetch(`${code.verificationUri}?otc=${code.userCode}`),
  });
  assert.equal(result.account.username, user);
  await useToken(result.accessToken);
});

test("tells why a sign-in failed", async () => {
  const application = new ConfidentialClientApplication({ auth: { ...auth, clientSecret: "wrong" } });
  await assert.rejects(application.acquireTokenByClientCredential({ scopes: [scope] }), /AADSTS7000215/);
});
