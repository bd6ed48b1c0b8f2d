"""A small client of OneDrive: what an application would have. Standard library only."""

import json
import time
import urllib.error
import urllib.parse
import urllib.request

FRAGMENT = 320 * 1024


class Drive:
    """The drive of one user, as an application with a secret sees it."""

    def __init__(self, endpoint, tenant, client_id, client_secret, user):
        self._graph = f"{endpoint}v1.0/users/{user}/drive"
        self._token_endpoint = f"{endpoint}{tenant}/oauth2/v2.0/token"
        self._credentials = {"client_id": client_id, "client_secret": client_secret, "scope": f"{endpoint}.default"}
        self._token = None

    def upload(self, path, content):
        """Puts a file in an upload session, fragment by fragment."""
        session = self._json("POST", f"/root:/{urllib.parse.quote(path)}:/createUploadSession", {})
        answer = None
        for start in range(0, len(content), FRAGMENT):
            part = content[start:start + FRAGMENT]
            content_range = f"bytes {start}-{start + len(part) - 1}/{len(content)}"
            answer = self._send("PUT", session["uploadUrl"], part, {"Content-Range": content_range})
        return json.loads(answer)

    def download(self, path):
        """The bytes of a file."""
        item = self._json("GET", f"/root:/{urllib.parse.quote(path)}")
        return self._send("GET", item["@microsoft.graph.downloadUrl"])

    def list(self, path):
        """The names in a folder, over all pages."""
        address = f"{self._graph}/root:/{urllib.parse.quote(path)}:/children?$select=name&$orderby=name"
        names = []
        while address:
            page = json.loads(self._send("GET", address, authorized=True))
            names += [item["name"] for item in page["value"]]
            address = page.get("@odata.nextLink")
        return names

    def _json(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        return json.loads(self._send(method, self._graph + path, data, {"Content-Type": "application/json"}, authorized=True))

    def _send(self, method, url, data=None, headers=None, authorized=False):
        headers = dict(headers or {})
        if authorized:
            headers["Authorization"] = f"Bearer {self._access_token()}"
        while True:
            request = urllib.request.Request(url, data=data, method=method, headers=headers)
            try:
                with urllib.request.urlopen(request, timeout=30) as response:
                    return response.read()
            except urllib.error.HTTPError as error:
                with error:
                    if error.code not in (429, 503):
                        raise
                    time.sleep(float(error.headers.get("Retry-After", "1")))

    def _access_token(self):
        if self._token is None:
            form = urllib.parse.urlencode({"grant_type": "client_credentials", **self._credentials}).encode()
            self._token = json.loads(self._send("POST", self._token_endpoint, form))["access_token"]
        return self._token
