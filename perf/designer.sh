#!/usr/bin/env bash
# Bundle sizes, time to interactive and the frames of a drag: perf/designer.sh [PORT]. Needs a Release build and chromium.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
port="${1:-6230}"
chromium="$(command -v chromium || command -v chromium-browser)"
program="${APPROVALS:-src/Server/bin/Release/net10.0/approvals}"
data="$(mktemp -d)"
"$program" serve --demo --data "$data" --urls "http://localhost:$port" >"$data.log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$data" "$data.log"' EXIT
until curl -fs "http://localhost:$port/healthz" >/dev/null; do
  kill -0 "$server" || { cat "$data.log" >&2; exit 1; }
  sleep 0.2
done
node perf/designer.mjs "http://localhost:$port" "$chromium"
