"""MSAL for Python, unmodified, and Graph by requests. Needs msal; run.sh starts it where that is installed."""

import base64
import hashlib
import os
import unittest
import urllib.parse

import msal
import requests

ADDRESS = os.environ["EMULATOR"]
TENANT = os.environ["EMULATOR_TENANT_ID"]
CLIENT_ID = os.environ["EMULATOR_CLIENT_ID"]
CLIENT_SECRET = os.environ["EMULATOR_CLIENT_SECRET"]
USER = os.environ["EMULATOR_USER"]
AUTHORITY = f"{ADDRESS}/{TENANT}"
SCOPES = ["Files.ReadWrite.All", "User.Read"]
REDIRECT = "http://localhost:3000/redirect"


def certificate():
    with open(os.environ["EMULATOR_CLIENT_PEM"], encoding="ascii") as file:
        pem = file.read()
    body = pem.split("-----BEGIN CERTIFICATE-----")[1].split("-----END")[0]
    thumbprint = hashlib.sha1(base64.b64decode(body)).hexdigest()
    return {"private_key": pem, "thumbprint": thumbprint}, pem


class Msal(unittest.TestCase):
    def confidential(self, credential=CLIENT_SECRET):
        return msal.ConfidentialClientApplication(
            CLIENT_ID, client_credential=credential, authority=AUTHORITY, instance_discovery=False)

    def use(self, result, path="me/drive"):
        self.assertIn("access_token", result, result)
        answer = requests.get(
            f"{ADDRESS}/v1.0/{path}", headers={"Authorization": "Bearer " + result["access_token"]}, timeout=10)
        self.assertEqual(answer.status_code, 200, answer.text)

    def test_secret(self):
        self.use(self.confidential().acquire_token_for_client([f"{ADDRESS}/.default"]), f"users/{USER}/drive")

    def test_certificate(self):
        credential, pem = certificate()
        for extra in ({}, {"public_certificate": pem}):
            with self.subTest(extra=list(extra)):
                application = self.confidential({**credential, **extra})
                self.use(application.acquire_token_for_client([f"{ADDRESS}/.default"]), f"users/{USER}/drive")

    def test_authorization_code_and_refresh(self):
        application = self.confidential()
        flow = application.initiate_auth_code_flow(SCOPES, redirect_uri=REDIRECT)
        page = requests.get(flow["auth_uri"], allow_redirects=False, timeout=10)
        answer = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(page.headers["Location"]).query))
        result = application.acquire_token_by_auth_code_flow(flow, answer)
        self.use(result)
        self.assertEqual(result["id_token_claims"]["preferred_username"], USER)
        account = application.get_accounts()[0]
        self.use(application.acquire_token_silent(SCOPES, account, force_refresh=True))

    def test_device_code(self):
        application = msal.PublicClientApplication(CLIENT_ID, authority=AUTHORITY, instance_discovery=False)
        flow = application.initiate_device_flow(SCOPES)
        requests.get(flow["verification_uri"], params={"otc": flow["user_code"]}, timeout=10)
        self.use(application.acquire_token_by_device_flow(flow))

    def test_wrong_secret(self):
        result = self.confidential("wrong").acquire_token_for_client([f"{ADDRESS}/.default"])
        self.assertIn("AADSTS7000215", result["error_description"])

    def test_userinfo(self):
        application = self.confidential()
        flow = application.initiate_auth_code_flow(SCOPES, redirect_uri=REDIRECT)
        page = requests.get(flow["auth_uri"], allow_redirects=False, timeout=10)
        answer = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(page.headers["Location"]).query))
        result = application.acquire_token_by_auth_code_flow(flow, answer)
        configuration = requests.get(f"{AUTHORITY}/v2.0/.well-known/openid-configuration", timeout=10).json()
        person = requests.get(
            configuration["userinfo_endpoint"], headers={"Authorization": "Bearer " + result["access_token"]}, timeout=10).json()
        self.assertEqual(person["email"], USER)
        self.assertEqual(person["sub"], result["id_token_claims"]["sub"])


if __name__ == "__main__":
    unittest.main()
