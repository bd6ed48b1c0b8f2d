#!/usr/bin/env bash
# The proof of samples/Fleet: builds it, starts a PostgreSQL in a temporary folder, and runs the program with the given arguments.
# Needs what tests/OneDrive.Sdk.ServerTests/run.sh needs. Exit code 3: a server is not installed.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 2
dotnet build -c Release -v quiet "$here" || exit 1
exec bash "$here/../OneDrive.Sdk.ServerTests/run.sh" -- dotnet "$here/bin/Release/net10.0/OneDrive.Sdk.FleetProof.dll" "$@"
