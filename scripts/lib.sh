# What the scripts share; sourced, not run. POSIX sh.

# The folder for what setup fetches. Root's home is closed to the user that Postgres runs as, so root keeps it elsewhere.
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

has() { command -v "$1" >/dev/null 2>&1; }

# In CI the checkout is new each time; a kept machine reuses what it built before.
if [ "${CI:-}" = true ] && [ -z "${CARGO_TARGET_DIR:-}" ]; then
    CARGO_TARGET_DIR=${XDG_CACHE_HOME:-$HOME/.cache}/darasa/target
    export CARGO_TARGET_DIR
fi

# The major version of the Postgres programs in folder $1; nothing if there are none.
postgres_major() {
    [ -x "$1/initdb" ] && [ -x "$1/postgres" ] || return 0
    LC_ALL=C "$1/postgres" --version 2>/dev/null | sed -n 's/^[^0-9]*\([0-9]*\).*/\1/p'
}

# Prints the folder of the newest Postgres programs from 14 to 18, in the order the server itself looks: a folder that was named, PATH,
# the system's folders, our cache.
find_postgres() {
    in_path=$(command -v initdb 2>/dev/null || true)
    # initdb in PATH is often a link; the programs beside it matter.
    [ -z "$in_path" ] || in_path=$(dirname "$(readlink -f "$in_path" 2>/dev/null || printf '%s' "$in_path")")
    best=0
    best_folder=
    for folder in "${DARASA_PG_BIN:-}" "$in_path" /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql@*/bin \
        /usr/local/opt/postgresql@*/bin /Applications/Postgres.app/Contents/Versions/*/bin "$cache_folder"/programs/*/bin; do
        [ -n "$folder" ] || continue
        major=$(postgres_major "$folder")
        if [ "${major:-0}" -ge 14 ] && [ "$major" -le 18 ] && [ "$major" -gt "$best" ]; then
            best=$major
            best_folder=$folder
        fi
        # A folder that was named is not second-guessed.
        if [ "$folder" = "${DARASA_PG_BIN:-}" ] && [ "$best" -gt 0 ]; then break; fi
    done
    printf '%s' "$best_folder"
}

# The user that Postgres runs as: it refuses to be root.
postgres_user() {
    if [ "$(id -u)" != 0 ]; then
        id -un
    elif id postgres >/dev/null 2>&1; then
        printf 'postgres'
    else
        printf 'nobody'
    fi
}

# Runs a command as the user that Postgres runs as.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then
        su -s /bin/sh "$(postgres_user)" -c 'cd / && exec "$0" "$@"' -- "$@"
    else
        "$@"
    fi
}
