#!/bin/bash
# rclone-comparison.sh [ROUNDS]
#   Transfers the same files with onedrive-cli (samples/Cli, Release) and rclone, in turn, through the same TLS front (nginx) to the
#   emulator, and prints wall and CPU seconds of each cold process and the ratios of the medians. Both run with their default options.
# needs: dotnet, rclone, nginx, openssl, curl, unshare (util-linux), and root: the names of the real service lead to this machine only in a
#   private mount and network namespace; nothing outside changes.
# environment: SMALL=2000 (files of 10 KB; 0 leaves them out)  LARGE=1024 (MiB; 0 leaves it out)
set -eu
rounds=${1:-3} small=${SMALL:-2000} large=${LARGE:-1024}
root=$(cd "$(dirname "$0")/.." && pwd)
for program in dotnet rclone nginx openssl curl unshare; do
  command -v "$program" >/dev/null || { echo "$program is missing" >&2; exit 3; }
done

if [ -z "${COMPARISON_WORK:-}" ]; then
  COMPARISON_WORK=$(mktemp -d -t rclone-comparison.XXXXXX)
  export COMPARISON_WORK
  trap 'rm -rf "$COMPARISON_WORK"' EXIT
  for project in samples/Cli src/OneDrive.Sdk.Emulator.Tool; do
    dotnet publish "$root/$project" -c Release -f net10.0 -p:RunAnalyzers=false -o "$COMPARISON_WORK/$(basename "$project")" \
      >"$COMPARISON_WORK/publish.log" 2>&1 || { cat "$COMPARISON_WORK/publish.log"; exit 2; }
  done
  unshare -m -n "$0" "$@"
  exit
fi

work=$COMPARISON_WORK
servers=()
trap 'kill "${servers[@]}" 2>/dev/null || true; wait' EXIT
ip link set lo up 2>/dev/null || python3 -c "
import fcntl, socket, struct
fcntl.ioctl(socket.socket(socket.AF_INET, socket.SOCK_DGRAM), 0x8914, struct.pack('16sH14s', b'lo', 0x41, b''))"
printf '127.0.0.1 localhost graph.microsoft.com login.microsoftonline.com\n' >"$work/hosts"
mount --bind "$work/hosts" /etc/hosts

openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=graph.microsoft.com -keyout "$work/key.pem" -out "$work/cert.pem" \
  -addext subjectAltName=DNS:graph.microsoft.com,DNS:login.microsoftonline.com 2>/dev/null
export SSL_CERT_FILE=$work/cert.pem

cat >"$work/nginx.conf" <<CONF
daemon off; pid $work/nginx.pid; error_log $work/nginx.log; worker_processes 1;
events { worker_connections 512; }
http {
  access_log off; client_max_body_size 0; client_body_temp_path $work/body; proxy_temp_path $work/proxy;
  upstream emulator { server 127.0.0.1:5005; keepalive 64; }
  server {
    listen 443 ssl; ssl_certificate $work/cert.pem; ssl_certificate_key $work/key.pem;
    location / {
      proxy_pass http://emulator; proxy_http_version 1.1; proxy_set_header Connection "";
      proxy_set_header Host \$host; proxy_set_header X-Forwarded-Proto https; proxy_set_header X-Forwarded-Host \$host;
      proxy_request_buffering off; proxy_buffering off; proxy_read_timeout 300;
    }
  }
}
CONF
dotnet "$work/OneDrive.Sdk.Emulator.Tool/OneDrive.Sdk.Emulator.Tool.dll" --port 5005 >"$work/emulator.log" 2>&1 &
servers+=($!)
nginx -c "$work/nginx.conf" -e "$work/nginx.log" &
servers+=($!)
curl -fsS --retry 30 --retry-all-errors --retry-delay 1 http://127.0.0.1:5005/_emulator/users >/dev/null 2>&1
curl -sS --cacert "$work/cert.pem" --retry 5 --retry-connrefused https://graph.microsoft.com/ >/dev/null

line() { sed -n "s/^  $1 *//p" "$work/emulator.log" | head -1; }
drive=$(line User | sed 's/.*drive //') tenant=$(line 'Tenant id') client=$(line 'Client id') secret=$(line 'Client secret')
token=$(curl -fsS --cacert "$work/cert.pem" "https://login.microsoftonline.com/$tenant/oauth2/v2.0/token" -d grant_type=client_credentials \
  -d "client_id=$client" -d "client_secret=$secret" -d scope=https://graph.microsoft.com/.default | sed 's/.*"access_token":"\([^"]*\)".*/\1/')
cat >"$work/rclone.conf" <<CONF
[od]
type = onedrive
drive_id = $drive
drive_type = business
token = {"access_token":"$token","token_type":"Bearer","refresh_token":"none","expiry":"2099-01-01T00:00:00Z"}
CONF

cli() {
  dotnet "$work/Cli/OneDrive.Sdk.Cli.dll" --emulator-url https://graph.microsoft.com --emulator-data "$work/state" "$@"
}
rclone() { command rclone --config "$work/rclone.conf" "$@"; }

# measure NAME COMMAND...: wall, and user + system time, of one cold process
measure() {
  local name=$1 out
  shift
  TIMEFORMAT='%R %U %S'
  out=$({ time "$@" >"$work/out.log" 2>&1; } 2>&1) || { echo "failed: $*" >&2; cat "$work/out.log" >&2; exit 1; }
  echo "$out" | awk -v name="$name" '{ printf "%s %.2f %.2f\n", name, $1, $2 + $3 }' | tee -a "$work/results"
}

same() { diff -rq "$1" "$2" >/dev/null || { echo "$2 is not $1" >&2; exit 1; }; }

compare() { # KIND LOCAL: in turn, a different one first in each round
  local kind=$1 from=$2 round program order
  for ((round = 1; round <= rounds; round++)); do
    order='cli rclone'
    ((round % 2)) || order='rclone cli'
    for program in $order; do
      local to=bench/$kind-$round-$program
      if [ "$program" = cli ]; then
        measure "$kind-put-cli" cli put "$from" "/$to"
        rm -rf "$work/got"
        measure "$kind-get-cli" cli get "/$to" "$work/got"
      else
        measure "$kind-put-rclone" rclone copy "$from" "od:$to"
        rm -rf "$work/got"
        measure "$kind-get-rclone" rclone copy "od:$to" "$work/got"
      fi
      same "$from" "$work/got"
      rclone purge "od:$to"
    done
  done
}

cli mkdir /bench >/dev/null 2>&1
if ((small)); then
  mkdir "$work/small"
  for ((i = 0; i < small; i++)); do head -c 10240 /dev/urandom >"$work/small/$i.bin"; done
  compare small "$work/small"
fi
if ((large)); then
  mkdir "$work/large"
  head -c "$((large * 1048576))" /dev/urandom >"$work/large/one.bin"
  compare large "$work/large"
fi

median() {
  grep "^$1 " "$work/results" | awk -v column="$2" '{ print $column }' | sort -n | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'
}

echo
echo "| work | rclone wall / CPU (s) | onedrive-cli wall / CPU (s) | ratio wall / CPU |"
echo "|---|---|---|---|"
for work_kind in $(sed 's/-[a-z]* .*//' "$work/results" | awk '!seen[$0]++'); do
  r=$work_kind-rclone c=$work_kind-cli
  echo "$work_kind $(median "$r" 2) $(median "$r" 3) $(median "$c" 2) $(median "$c" 3)" |
    awk '{ printf "| %s | %.2f / %.2f | %.2f / %.2f | %.2f / %.2f |\n", $1, $2, $3, $4, $5, $4 / $2, $5 / $3 }'
done
