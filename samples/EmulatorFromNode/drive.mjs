// A small client of OneDrive: what an application would have. Node's own modules only.
import { setTimeout as wait } from "node:timers/promises";

export const fragmentSize = 320 * 1024;

export class Drive {
  #graph;
  #tokenEndpoint;
  #credentials;
  #token;

  constructor({ endpoint, tenant, clientId, clientSecret, user }) {
    this.#graph = `${endpoint}v1.0/users/${user}/drive`;
    this.#tokenEndpoint = `${endpoint}${tenant}/oauth2/v2.0/token`;
    this.#credentials = { client_id: clientId, client_secret: clientSecret, scope: `${endpoint}.default` };
  }

  // Puts a file in an upload session, fragment by fragment.
  async upload(path, content) {
    const session = await this.#json("POST", `${this.#address(path)}:/createUploadSession`, {});
    let answer;
    for (let start = 0; start < content.length; start += fragmentSize) {
      const part = content.subarray(start, start + fragmentSize);
      answer = await this.#send("PUT", session.uploadUrl, part, {
        "Content-Range": `bytes ${start}-${start + part.length - 1}/${content.length}`,
      });
    }
    return answer.json();
  }

  // The bytes of a file.
  async download(path) {
    const item = await this.#json("GET", this.#address(path));
    const answer = await this.#send("GET", item["@microsoft.graph.downloadUrl"]);
    return Buffer.from(await answer.arrayBuffer());
  }

  // The names in a folder, over all pages.
  async list(path) {
    const names = [];
    let address = `${this.#address(path)}:/children?$select=name&$orderby=name`;
    while (address) {
      const page = await this.#json("GET", address);
      names.push(...page.value.map((item) => item.name));
      address = page["@odata.nextLink"];
    }
    return names;
  }

  #address(path) {
    return `${this.#graph}/root:/${path.split("/").map(encodeURIComponent).join("/")}`;
  }

  async #json(method, url, body) {
    this.#token ??= await this.#signIn();
    const answer = await this.#send(method, url, body && JSON.stringify(body), {
      "Authorization": `Bearer ${this.#token}`, "Content-Type": "application/json",
    });
    return answer.json();
  }

  async #signIn() {
    const form = new URLSearchParams({ grant_type: "client_credentials", ...this.#credentials });
    return (await (await this.#send("POST", this.#tokenEndpoint, form)).json()).access_token;
  }

  async #send(method, url, body, headers) {
    for (;;) {
      const answer = await fetch(url, { method, body, headers });
      if (answer.ok) {
        return answer;
      }
      if (answer.status !== 429 && answer.status !== 503) {
        throw Object.assign(new Error(`${method}: ${answer.status} ${await answer.text()}`), { status: answer.status });
      }
      await answer.arrayBuffer();
      await wait(1000 * Number(answer.headers.get("Retry-After") ?? 1));
    }
  }
}
