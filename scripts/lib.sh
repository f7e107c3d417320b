# What the scripts share; sourced from the root of the checkout, not run. POSIX sh.

# The folder for what setup fetches. Root's home is closed to the account that Postgres runs as, so root keeps it elsewhere.
# src/kit/db/embedded/find.rs looks in the same place.
if [ "$(id -u)" = 0 ]; then
    cache_folder=/var/lib/darasa
else
    cache_folder=${XDG_CACHE_HOME:-$HOME/.cache}/darasa
fi

say() { printf '%s\n' "darasa: $*" >&2; }

fail() {
    say "$*"
    exit 1
}

# Ends a check that cannot be run for want of a tool. Where everything is to be checked (CI, `make test`) a check that was left out is a failure.
lacking() {
    [ "${CI:-}" != true ] && [ -z "${DARASA_CHECK_ALL:-}" ] || fail "$*"
    say "$*"
    exit 0
}

has() { command -v "$1" >/dev/null 2>&1; }

# rustup puts cargo where a shell that is not a login shell does not look.
has cargo || PATH="$PATH:${CARGO_HOME:-$HOME/.cargo}/bin"

# In CI the checkout is new each time; a kept machine reuses what it built before.
if [ "${CI:-}" = true ] && [ -z "${CARGO_TARGET_DIR:-}" ]; then
    CARGO_TARGET_DIR=${XDG_CACHE_HOME:-$HOME/.cache}/darasa/target
    export CARGO_TARGET_DIR
fi

# The account that Postgres runs as: it refuses to be root.
postgres_account() {
    if [ "$(id -u)" != 0 ]; then
        id -un
    elif id postgres >/dev/null 2>&1; then
        printf 'postgres'
    else
        printf 'nobody'
    fi
}

# Runs a command as that account.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then
        su -s /bin/sh "$(postgres_account)" -c 'cd / && exec "$0" "$@"' -- "$@"
    else
        "$@"
    fi
}

# Prints the major version of the Postgres programs in folder $1; nothing if there are none that the account can run.
postgres_major() {
    [ -x "$1/initdb" ] && [ -x "$1/postgres" ] || return 0
    # Both are asked, because each needs libraries of its own that may be missing.
    as_postgres "$1/initdb" --version >/dev/null 2>&1 || return 0
    as_postgres "$1/postgres" --version 2>/dev/null | sed -n 's/^[^0-9]*\([0-9]*\).*/\1/p'
}

# Prints the folder of the newest Postgres programs from 14 to 18, looked for where the server itself looks: a folder that was named and no
# other, else PATH, the system's folders, our cache. Fails if there are none.
find_postgres() {
    in_path=$(command -v initdb || true)
    # What stands in PATH is often a link; the programs beside its target matter.
    [ -z "$in_path" ] || in_path=$(dirname "$(readlink -f "$in_path")")
    if [ -n "${DARASA_PG_BIN:-}" ]; then
        set -- "$DARASA_PG_BIN"
    else
        set -- "$in_path" /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /usr/libexec/postgresql* /opt/homebrew/opt/postgresql@*/bin \
            /usr/local/opt/postgresql@*/bin /Applications/Postgres.app/Contents/Versions/*/bin "$cache_folder"/programs/*/bin
    fi
    newest=0
    newest_folder=
    for folder; do
        major=$(postgres_major "$folder")
        if [ "${major:-0}" -ge 14 ] && [ "$major" -le 18 ] && [ "$major" -gt "$newest" ]; then
            newest=$major
            newest_folder=$folder
        fi
    done
    [ -n "$newest_folder" ] && printf '%s\n' "$newest_folder"
}

# Prints the path of psql: the one in PATH, else one beside the Postgres programs. Those that npm brings have none.
find_psql() {
    command -v psql && return
    psql=$(find_postgres)/psql || return 1
    [ -x "$psql" ] && printf '%s\n' "$psql"
}

# Prints the path of the migrations' linter; fails if it is not there.
find_squawk() {
    command -v squawk || { [ -x "$cache_folder/tools/squawk" ] && printf '%s\n' "$cache_folder/tools/squawk"; }
}

# The folder of the Python tools that the conformance checks use: one for every list of them, so that a changed list makes a new one.
python_tools() { printf '%s' "$cache_folder/tools/python-$(digest tests/conformance/requirements.txt | cut -c 1-16)"; }

# The SHA-256 of a file.
digest() {
    if has sha256sum; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d ' ' -f 1
}

# Prints the path of a browser that can be driven by a program; fails if there is none.
find_browser() {
    for browser in "${DARASA_BROWSER:-}" chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" /Applications/Chromium.app/Contents/MacOS/Chromium; do
        if [ -n "$browser" ] && command -v "$browser"; then return; fi
    done
    return 1
}

# Starts $binary in the folder $1, with the further arguments, on a database of its own; sets `server` and `url`, and remembers it in `servers`. The
# limit by address is set so high that checks, which all come from one, never meet it; its own tests are in tests/api/limits.rs.
serve() {
    place=$1
    shift
    env -u DATABASE_URL DARASA_DATA_DIR="$place/data" DARASA_LISTEN=127.0.0.1:0 DARASA_RATE_PER_SECOND=100000 DARASA_RATE_BURST=100000 \
        DARASA_DRAIN_SECONDS=0 "$binary" serve "$@" >"$place/said" 2>"$place/log" &
    server=$!
    servers="$servers $server"
    url=
    for _ in $(seq 600); do
        url=$(sed -n 's/^Darasa listens at //p' "$place/said")
        [ -z "$url" ] || return 0
        kill -0 "$server" 2>/dev/null || break
        sleep 0.2
    done
    fail "the server did not start: $(tail -n 20 "$place/log")"
}

# Ends what `serve` started, and waits until it has.
end_servers() {
    for one in $servers; do kill "$one" 2>/dev/null || true; done
    for one in $servers; do wait "$one" || true; done
}
