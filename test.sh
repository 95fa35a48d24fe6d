#!/usr/bin/env bash
# Installs the parts that the tests need, then runs the build (analyzers as errors), the format check and all tests.
# The last line is "N passed, N failed, N skipped"; the exit code is 0 only when nothing failed.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
exec </dev/null
# Nothing of the build stays behind: no reused MSBuild nodes, and a compiler server of our own that is ended at the end.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
compiler="approvals-tests-$$"
work=$(mktemp -d)

finish() {
  rm -rf "$work"
  local server
  for server in $(pgrep -f -- "-pipename:$compiler" || true); do kill "$server" 2>/dev/null || true; done
}
trap finish EXIT

stop() { # sentence
  echo "$1" >&2
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
}

need() { # command, what to install
  command -v "$1" >/dev/null 2>&1 || stop "This needs $2. Install it and run ./test.sh again."
}
need dotnet "the .NET 10 SDK"
need node "Node.js 20 or newer"
need npm "npm, which comes with Node.js"

# Debian packages by the file that shows whether they are there.
parts=(
  "chromium:/usr/bin/chromium"
  "fonts-wqy-microhei:/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"
  "poppler-utils:/usr/bin/pdfsig"
  "mupdf-tools:/usr/bin/mutool"
  "qpdf:/usr/bin/qpdf"
  "openssl:/usr/bin/openssl"
  "libnss3-tools:/usr/bin/certutil"
  "procps:/usr/bin/pgrep"
)
missing=()
for part in "${parts[@]}"; do
  [ -e "${part#*:}" ] || missing+=("${part%%:*}")
done
if [ "${#missing[@]}" -gt 0 ]; then
  echo "== installing test parts: ${missing[*]}"
  as_root=(env DEBIAN_FRONTEND=noninteractive)
  if [ "$(id -u)" != 0 ]; then
    need sudo "sudo, or to be run as root, to install ${missing[*]}"
    as_root=(sudo "${as_root[@]}")
  fi
  # A stale list of one repository is no reason to stop: what counts is whether the packages come.
  "${as_root[@]}" apt-get update -q >"$work/apt" 2>&1 || true
  "${as_root[@]}" apt-get install -y -q --no-install-recommends "${missing[@]}" >>"$work/apt" 2>&1 || {
    tail -n 20 "$work/apt" >&2
    stop "The test parts could not be installed: ${missing[*]}."
  }
fi

echo "== build with analyzers as errors"
dotnet tool restore >"$work/tools" 2>&1 || { cat "$work/tools" >&2; stop "The local tools could not be restored."; }
dotnet build Approvals.sln -v q --nologo -nodeReuse:false "-p:SharedCompilationId=$compiler" \
  || stop "The build failed."

echo "== format"
dotnet csharpier check . >"$work/format" 2>&1 || { tail -n 40 "$work/format" >&2; stop "Run: dotnet csharpier format ."; }

echo "== types of the pages' scripts"
npm run --silent check -w src/Web || stop "The pages' scripts do not type-check."

passed=0 failed=0 skipped=0
for project in tests/*/; do
  name=$(basename "$project")
  runner="${project}bin/Debug/net10.0/Approvals.$name.Tests"
  log="$work/$name.log"
  echo "== tests: $name"
  code=0
  timeout --kill-after=30s 30m "$runner" -noColor -noLogo >"$log" 2>&1 || code=$?
  line=$(grep -E 'Total: [0-9]+' "$log" | tail -n 1 || true)
  if [ -z "$line" ]; then
    tail -n 40 "$log"
    echo "$name ended without a result (exit code $code)."
    failed=$((failed + 1))
    continue
  fi
  number() { sed -nE "s/.*$1: ([0-9]+).*/\1/p" <<<"$line"; }
  total=$(number Total) bad=$(($(number Errors) + $(number Failed))) skip=$(number Skipped)
  passed=$((passed + total - bad - skip)) skipped=$((skipped + skip))
  if [ "$bad" = 0 ] && [ "$code" != 0 ] && [ "$total" != 0 ]; then
    tail -n 40 "$log"
    echo "$name passed its tests and then ended with exit code $code."
    bad=1
  fi
  failed=$((failed + bad))
  # Of every test that failed or was skipped: its name, message and stack, without what servers logged meanwhile.
  awk '/^(info|warn|fail|crit|dbug): /{next} /\[(FAIL|SKIP)\]/{on=1; print; next} on && !/^      /{on=0} on' "$log"
  echo "$line" | sed 's/^ *//'
done

echo
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
