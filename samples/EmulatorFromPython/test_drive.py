"""Tests of drive.py against the emulator: python3 -m unittest, in this folder."""

import json
import os
import unittest
import urllib.error
import urllib.request

from drive import Drive, FRAGMENT
from emulator import Emulator


class DriveTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.emulator = Emulator("--page-size", "2")
        cls.emulator.__enter__()
        cls.addClassCleanup(cls.emulator.__exit__)

    def setUp(self):
        one = self.emulator
        self.drive = Drive(one.endpoint, one.tenant, one.client_id, one.client_secret, one.user)

    def fault(self, **fault):
        body = json.dumps(fault).encode()
        request = urllib.request.Request(f"{self.emulator.endpoint}_emulator/faults", data=body, method="POST")
        with urllib.request.urlopen(request, timeout=10):
            pass

    def test_a_file_comes_back_as_it_went(self):
        content = os.urandom(2 * FRAGMENT + 17)
        item = self.drive.upload("reports/a b#1.bin", content)
        self.assertEqual(item["size"], len(content))
        self.assertEqual(self.drive.download("reports/a b#1.bin"), content)

    def test_a_folder_is_listed_over_all_pages(self):
        for number in range(5):
            self.drive.upload(f"many/{number}.txt", b"x")
        self.assertEqual(self.drive.list("many"), [f"{number}.txt" for number in range(5)])

    def test_throttling_is_waited_for(self):
        self.fault(kind="Throttle", operation="UploadFragment", retryAfterSeconds=1, times=1)
        content = os.urandom(FRAGMENT + 1)
        self.drive.upload("throttled.bin", content)
        self.assertEqual(self.drive.download("throttled.bin"), content)

    def test_a_missing_file_is_an_error(self):
        with self.assertRaises(urllib.error.HTTPError) as caught:
            self.drive.download("missing.txt")
        self.assertEqual(caught.exception.code, 404)
        caught.exception.close()


if __name__ == "__main__":
    unittest.main()
