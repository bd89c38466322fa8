#!/usr/bin/env bash
# The wire contracts: lint, and no change that breaks an agency with an older version.
#
#     scripts/proto.sh check       lint; compatible with proto/baseline.binpb; baseline up to date
#     scripts/proto.sh baseline    writes the baseline anew, if the change is compatible
#
# proto/baseline.binpb is the descriptor image of what was last published. It is committed with
# the change, so a break shows in review even when somebody forces it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
tools=$(scripts/tools.sh buf)
eval "$tools"

BASELINE=proto/baseline.binpb

current() { "$BUF" build proto --exclude-source-info -o "$1"; }
compatible() { "$BUF" breaking proto --against "$BASELINE"; }

case ${1:-} in
    check)
        "$BUF" lint proto
        if ! [ -f "$BASELINE" ]; then
            echo "$BASELINE is missing: make proto-baseline" >&2
            exit 1
        fi
        compatible
        fresh=$(mktemp --suffix=.binpb)
        trap 'rm -f "$fresh"' EXIT
        current "$fresh"
        if ! cmp -s "$fresh" "$BASELINE"; then
            echo "$BASELINE does not have the latest contracts: make proto-baseline" >&2
            exit 1
        fi
        ;;
    baseline)
        if [ -f "$BASELINE" ]; then compatible; fi
        current "$BASELINE"
        ;;
    *)
        echo "usage: scripts/proto.sh check | baseline" >&2
        exit 2
        ;;
esac
