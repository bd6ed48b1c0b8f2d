#!/usr/bin/env bash
# Clients that others wrote, against the emulator: .NET clients as tests, the JavaScript and Python ones against the tool.
# Needs the .NET SDK; node and npm for JavaScript, python3 with msal and requests for Python, openssl for the certificate.
# Prints "not run: …" for what is not there. Exit code 0 only when everything that ran is good.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 2
root=$(cd "$here/../.." && pwd) || exit 2
work=$(mktemp -d) || exit 2
tool=
failed=0
not_run=
cleanup() {
  [ -z "$tool" ] || { kill "$tool"; wait "$tool"; } 2>/dev/null
  rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

skip() { not_run="${not_run:+$not_run, }$1"; }
told() { sed -nE "s/^ *$1 +([^ ]+)( .*)?\$/\1/p" "$work/tool.out" | head -n 1; }

# Starts the tool with https and a certificate for the client, and reads what it prints.
start_tool() {
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=client -keyout "$work/key.pem" -out "$work/certificate.pem" 2>/dev/null || return 1
  cat "$work/key.pem" "$work/certificate.pem" >"$work/client.pem"
  dotnet build "$root/src/OneDrive.Sdk.Emulator.Tool" -f net10.0 --nologo -v quiet || return 1
  dotnet "$root/src/OneDrive.Sdk.Emulator.Tool/bin/Debug/net10.0/OneDrive.Sdk.Emulator.Tool.dll" \
    --port 0 --https --certificate "$work/certificate.pem" >"$work/tool.out" 2>&1 &
  tool=$!
  for _ in $(seq 100); do
    grep -q 'certutil' "$work/tool.out" && break
    kill -0 "$tool" 2>/dev/null || { cat "$work/tool.out"; return 1; }
    sleep 0.1
  done
  local port
  port=$(sed -nE 's|.*listening on https://127\.0\.0\.1:([0-9]+)/.*|\1|p' "$work/tool.out")
  [ -n "$port" ] || { cat "$work/tool.out"; return 1; }
  export EMULATOR="https://localhost:$port" EMULATOR_CLIENT_PEM="$work/client.pem"
  EMULATOR_TENANT_ID=$(told 'Tenant id') EMULATOR_CLIENT_ID=$(told 'Client id') EMULATOR_CLIENT_SECRET=$(told 'Client secret') EMULATOR_USER=$(told User)
  export EMULATOR_TENANT_ID EMULATOR_CLIENT_ID EMULATOR_CLIENT_SECRET EMULATOR_USER
  NODE_EXTRA_CA_CERTS=$(sed -nE 's|^ *The certificate is in (.*)\. Trust.*|\1|p' "$work/tool.out")
  export NODE_EXTRA_CA_CERTS REQUESTS_CA_BUNDLE=$NODE_EXTRA_CA_CERTS
}

javascript() {
  cp "$here"/JavaScript/* "$work/js" && cd "$work/js" || return 1
  timeout 300 npm install --no-audit --no-fund --silent || { skip "JavaScript (npm install failed)"; return 0; }
  timeout 300 node --test
}

python=
for candidate in python3 /usr/bin/python3; do
  if command -v "$candidate" >/dev/null && "$candidate" -c 'import msal, requests' 2>/dev/null; then python=$candidate; break; fi
done

dotnet test "$here" || failed=1
if start_tool; then
  if command -v node >/dev/null && command -v npm >/dev/null; then
    mkdir "$work/js"
    cd "$work/js" && javascript || failed=1
    cd "$root" || exit 2
  else
    skip "JavaScript Graph client, msal-node and onedrive-api (there is no node or no npm)"
  fi
  if [ -n "$python" ]; then
    timeout 300 "$python" "$here/Python/test_msal.py" -v || failed=1
  else
    skip "MSAL Python (there is no python3 with msal and requests)"
  fi
else
  echo "The tool did not start."
  failed=1
fi

[ -z "$not_run" ] || echo "not run: $not_run"
exit $failed
