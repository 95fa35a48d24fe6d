#!/usr/bin/env bash
# Builds what is missing and starts the platform with the demonstration city on an embedded database.
#   ./run.sh [options of "approvals serve", such as --urls http://localhost:8080]
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0

need() { # command, what to install
  command -v "$1" >/dev/null 2>&1 || { echo "This needs $2. Install it and run ./run.sh again." >&2; exit 1; }
}
need dotnet "the .NET 10 SDK"
need node "Node.js 20 or newer"
need npm "npm, which comes with Node.js"

echo "Building (the first time takes a few minutes) …"
dotnet build src/Server -c Release -v q --nologo -nodeReuse:false -p:UseSharedCompilation=false
echo
echo "Approvals, with the demonstration city 清源市. Accounts and their password are on the sign-in page."
echo "The address follows as soon as it is ready. Stop it with Ctrl+C; what was done stays in .data."
echo
exec src/Server/bin/Release/net10.0/approvals serve --demo "$@"
