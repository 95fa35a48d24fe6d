#!/usr/bin/env bash
# Builds what is missing and starts the platform with the demonstration city on an embedded database.
#   ./run.sh [options of "approvals serve"]
set -euo pipefail
cd "$(dirname "$0")"

need() { # command, what to install
  command -v "$1" >/dev/null 2>&1 || { echo "This needs $2. Install it and run ./run.sh again." >&2; exit 1; }
}
need dotnet "the .NET 10 SDK"
need node "Node.js 20 or newer"
need npm "npm, which comes with Node.js"

dotnet build src/Server -c Release -v q --nologo
server=src/Server/bin/Release/net10.0/approvals
echo
echo "Approvals, with the demonstration city 清源市. Accounts and their password are on the sign-in page."
echo "Stop it with Ctrl+C; what was done stays in .data."
echo
exec "$server" serve --demo --data .data "$@"
