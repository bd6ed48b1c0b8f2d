"""Starts the emulator for tests and reads what it prints. Standard library only."""

import os
import re
import shlex
import subprocess


class Emulator:
    """A running emulator: with Emulator() as emulator: …

    ONEDRIVE_EMULATOR_COMMAND names the command when onedrive-emulator is not on the PATH.
    """

    def __init__(self, *options):
        command = shlex.split(os.environ.get("ONEDRIVE_EMULATOR_COMMAND", "onedrive-emulator"))
        self._command = [*command, "--port", "0", *options]
        self._process = None
        self.endpoint = self.tenant = self.client_id = self.client_secret = self.user = None

    def __enter__(self):
        self._process = subprocess.Popen(self._command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        found = {}
        for line in self._process.stdout:
            listening = re.search(r"listening on (\S+)", line)
            setting = re.match(r"\s+(Tenant id|Client id|Client secret|User)\s+(\S+)", line)
            if listening:
                found["endpoint"] = listening[1]
            elif setting:
                found[setting[1]] = setting[2]
            if len(found) == 5:
                break
        else:
            raise RuntimeError(f"The emulator did not start: {' '.join(self._command)}")
        self.endpoint, self.tenant, self.user = found["endpoint"], found["Tenant id"], found["User"]
        self.client_id, self.client_secret = found["Client id"], found["Client secret"]
        return self

    def __exit__(self, *_):
        self._process.terminate()
        self._process.communicate(timeout=30)
