#!/usr/bin/env bash
# Sealing and opening beside raw AES-GCM, in the browser and in .NET: perf/sealing.sh [MB]. Needs the built pages and chromium.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
chromium="$(command -v chromium || command -v chromium-browser)"
node perf/sealing.mjs "$chromium" "${1:-64}"
[ -n "${BENCH_BUILT:-}" ] || dotnet build perf/Load -c Release -v q --nologo
perf/Load/bin/Release/net10.0/Approvals.Load sealing "${1:-64}"
