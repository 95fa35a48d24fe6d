#!/usr/bin/env bash
# Installs the parts that the tests need, then runs format check, analyzers (as errors of the build) and all tests.
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# Debian packages by the command or file that shows whether they are there.
parts=(
  "chromium:/usr/bin/chromium"
  "fonts-wqy-microhei:/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"
  "poppler-utils:/usr/bin/pdfsig"
  "qpdf:/usr/bin/qpdf"
  "openssl:/usr/bin/openssl"
  "libnss3-tools:/usr/bin/certutil"
)
missing=()
for part in "${parts[@]}"; do
  [ -e "${part#*:}" ] || missing+=("${part%%:*}")
done
if [ "${#missing[@]}" -gt 0 ]; then
  echo "Installing test parts: ${missing[*]}"
  as_root=()
  [ "$(id -u)" = 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -q >/dev/null
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -q --no-install-recommends "${missing[@]}" >/dev/null
fi

echo "== build with analyzers as errors"
dotnet tool restore >/dev/null
dotnet build Approvals.sln -v q --nologo

echo "== format"
dotnet csharpier check . >/dev/null || { dotnet csharpier check . | tail -20; exit 1; }

echo "== types of the pages' scripts"
npm run --silent check -w src/Web

passed=0 failed=0 skipped=0
for project in tests/*/; do
  name=$(basename "$project")
  runner="$project/bin/Debug/net10.0/Approvals.$name.Tests"
  [ -x "$runner" ] || continue
  echo "== tests: $name"
  log=$(mktemp)
  "$runner" -noColor 2>&1 | tee "$log" | grep -vE '^(info:|warn:|      )' | grep -E 'FAIL|SKIP|Exception|Error|Assert|Expected|should|at Approvals|Total:' || true
  line=$(grep -E 'Total: [0-9]+' "$log" | tail -n 1 || true)
  rm -f "$log"
  if [ -z "$line" ]; then
    echo "$name ended without a result"
    failed=$((failed + 1))
    continue
  fi
  number() { sed -nE "s/.*$1: ([0-9]+).*/\1/p" <<<"$line"; }
  total=$(number Total) bad=$(($(number Errors) + $(number Failed))) skip=$(number Skipped)
  passed=$((passed + total - bad - skip)) failed=$((failed + bad)) skipped=$((skipped + skip))
done

echo
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
