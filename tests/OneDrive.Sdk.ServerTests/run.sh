#!/usr/bin/env bash
# The stores on real servers: starts PostgreSQL and Redis as an ordinary user in a temporary folder on free ports of 127.0.0.1, runs the
# tests, and throws both away. Arguments are passed to "dotnet test"; after "--", a command is run beside the servers instead.
# Needs the .NET SDK, PostgreSQL (/usr/lib/postgresql/*/bin or on the PATH) and redis-server. Exit code 3: a server is not installed.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 2
binaries=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$binaries" ] || binaries=$(dirname "$(command -v initdb || echo /none/none)")
[ -x "$binaries/initdb" ] || { echo "not run: there is no PostgreSQL"; exit 3; }
command -v redis-server >/dev/null || { echo "not run: there is no redis-server"; exit 3; }

work=$(mktemp -d) || exit 2
redis=
as_user() { "$@"; }
if [ "$(id -u)" -eq 0 ]; then
  # PostgreSQL refuses to run as root.
  chown postgres "$work" && chmod 755 "$work" || exit 2
  as_user() { runuser -u postgres -- "$@"; }
fi
cleanup() {
  [ -z "$redis" ] || { kill "$redis"; wait "$redis"; } 2>/dev/null
  (cd / && as_user "$binaries/pg_ctl" -D "$work/data" -m immediate stop) >/dev/null 2>&1
  rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

# A port that is free now.
free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 20000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

postgres_port=$(free_port)
redis_port=$(free_port)
cat >"$work/restart-postgres" <<SCRIPT
#!/usr/bin/env bash
cd / && exec $([ "$(id -u)" -ne 0 ] || echo runuser -u postgres --) "$binaries/pg_ctl" -w -D "$work/data" -m "\$1" -l "$work/postgres.log" \
  -o "-p $postgres_port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200" restart
SCRIPT
chmod 755 "$work/restart-postgres"
(
  cd / || exit 2
  as_user "$binaries/initdb" -D "$work/data" -U stores -A trust -E UTF8 --locale=C >"$work/initdb.log" 2>&1 || { cat "$work/initdb.log"; exit 2; }
  as_user "$binaries/pg_ctl" -w -D "$work/data" -l "$work/postgres.log" \
    -o "-p $postgres_port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200" start >"$work/start.log" 2>&1 \
    || { cat "$work/start.log" "$work/postgres.log"; exit 2; }
) || exit 1
redis-server --port "$redis_port" --bind 127.0.0.1 --save '' --appendonly no --dir "$work" >"$work/redis.log" 2>&1 &
redis=$!
for _ in $(seq 100); do
  (exec 3<>"/dev/tcp/127.0.0.1/$redis_port") 2>/dev/null && break
  kill -0 "$redis" 2>/dev/null || { cat "$work/redis.log"; exit 1; }
  sleep 0.1
done

export SERVERTESTS_POSTGRES="Host=127.0.0.1;Port=$postgres_port;Username=stores;Database=postgres"
export SERVERTESTS_REDIS="127.0.0.1:$redis_port"
export SERVERTESTS_SCRIPTS="$work"
if [ "${1:-}" = -- ]; then
  shift
  "$@"
else
  dotnet test "$here" "$@"
fi
