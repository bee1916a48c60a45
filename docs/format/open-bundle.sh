#!/bin/sh
# Opens one sealed bundle with stock tools alone and checks everything that the format promises: see opening-a-bundle.md beside
# this file. It needs sh, tar, sha256sum, ssh-keygen (OpenSSH 8.1 or later), age, zstd and jq; none of our software. Where there is
# a python3 it computes the chain; without one sh does, at some milliseconds a line.
#
#   open-bundle.sh FILE.jwb KEY ALLOWED_SIGNERS OFFICE OUT
#
# KEY              the station's age identity file (station-op, or station-escrow from the safe)
# ALLOWED_SIGNERS  a line: office-519901-07 namespaces="jwb-*" ssh-ed25519 AAAA…
# OFFICE           office code, such as 519901-07
# OUT              a folder that does not exist yet; the lines are put there only when everything was checked
#
# Plain text touches the disk below OUT.part, which is removed on any failure. Choose a disk that may hold it.
set -eu
LC_ALL=C
export LC_ALL
umask 077

fail() {
  printf '未打开 · not opened: %s\n' "$1" >&2
  exit "${2:-5}"
}

[ $# -eq 5 ] || fail '用法 · usage: open-bundle.sh FILE.jwb KEY ALLOWED_SIGNERS OFFICE OUT' 2
file=$1 key=$2 signers=$3 office=$4 out=$5
for tool in tar sha256sum ssh-keygen age zstd jq; do
  command -v "$tool" >/dev/null 2>&1 || fail "缺少工具 · missing tool: $tool" 2
done
for input in "$file" "$key" "$signers"; do
  [ -f "$input" ] && [ -r "$input" ] || fail "找不到文件 · no such file: $input" 3
done
[ ! -e "$out" ] || fail "输出文件夹已存在 · the folder exists already: $out" 3

work=$out.part
mkdir "$work" 2>/dev/null || fail "不能新建 · cannot make: $work" 6
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
mkdir "$work/outer" "$work/inner" || fail '不能新建文件夹 · cannot make folders' 6

# The name is the hash of the whole file. Another name is told, and the file is read all the same.
whole=$(sha256sum "$file" | cut -c1-32)
[ "$(basename "$file")" = "$whole.jwb" ] ||
  printf '注意 · note: W106 文件名与内容不符 · the name is not %s.jwb\n' "$whole" >&2

# Exactly these members, as plain files: nothing is unpacked under a name that was not expected.
names() { tar -tf "$1" 2>/dev/null; }
plain() { [ -z "$(tar -tvf "$1" 2>/dev/null | grep -v '^-')" ]; }
[ "$(names "$file")" = "$(printf 'SHA256SUMS\nSHA256SUMS.sig\nbody.age')" ] && plain "$file" ||
  fail 'E202 外层文件不是一个包 · the outer archive is not a bundle'
tar -xf "$file" -C "$work/outer" || fail 'E201 文件不完整 · the file is cut short'

outer=$work/outer inner=$work/inner
head -n 1 "$outer/SHA256SUMS" | grep -Eq '^# jwb 1 bundle [0-9a-f]{8}$' || fail 'E204 不是第1版的包 · not a bundle of version 1'
[ "$(wc -l <"$outer/SHA256SUMS")" -eq 2 ] || fail 'E202 SHA256SUMS 的格式不对 · SHA256SUMS has another form'

verify() { # namespace, signature, signed file
  ssh-keygen -Y verify -f "$signers" -I "office-$office" -n "$1" -s "$2" <"$3" >/dev/null 2>&1
}
verify jwb-bundle-v1@jwb "$outer/SHA256SUMS.sig" "$outer/SHA256SUMS" ||
  fail "E305 外层签名无效，或签名者不是 $office · the outer signature is not by $office"
(cd "$outer" && sha256sum -c --strict SHA256SUMS >/dev/null 2>&1) || fail 'E306 内容损坏，请重新拷贝 · damaged: copy the file again'

age -d -i "$key" -o "$work/inner.tar" "$outer/body.age" 2>/dev/null ||
  fail 'E403 解密失败：密钥不对，或使用了旧密钥 · cannot be decrypted with this key' 4
names "$work/inner.tar" | grep -Eqv '^(changes-[0-9]{6}\.ndjson\.zst|manifest\.json(\.sig)?|padding)$' &&
  fail 'E404 内部结构不对 · the inner archive has other members'
[ -z "$(names "$work/inner.tar" | sort | uniq -d)" ] && plain "$work/inner.tar" ||
  fail 'E404 内部结构不对 · the inner archive has a member twice, or no plain file'
tar -xf "$work/inner.tar" -C "$inner" || fail 'E404 内部结构不对 · the inner archive cannot be unpacked'
rm "$work/inner.tar"

manifest=$inner/manifest.json
[ -f "$manifest" ] && [ -f "$manifest.sig" ] || fail 'E404 没有清单 · no manifest'
verify jwb-manifest-v1@jwb "$manifest.sig" "$manifest" || fail 'E406 内层签名无效 · the inner signature is invalid'
# Both signatures have to be by one key: the same office may have had two.
signer() { ssh-keygen -Y find-principals -f "$signers" -s "$1" >/dev/null 2>&1 && sed '1d;$d' "$1" | tr -d '\n' | cut -c 1-87; }
[ "$(signer "$outer/SHA256SUMS.sig")" = "$(signer "$manifest.sig")" ] || fail 'E407 内外签名者不同 · the two signers differ'

get() { jq -er "$1" "$manifest" 2>/dev/null || fail "E408 清单无效 · the manifest is invalid: $1"; }
[ "$(get .format)" = jwb-manifest ] && [ "$(get .kind)" = bundle ] || fail 'E408 清单无效 · not a manifest of a bundle'
[ "$(get .v)" = 1 ] || fail 'E203 文件版本较新 · of a newer version'
[ "$(get .office)" = "$office" ] || fail "E501 单位与密钥不符 · of office $(get .office)"

# Exactly the parts that are listed, each with its hash, before anything is decompressed.
listed=$(get '.files | map(.name) | join("\n")' || true)
found=$(cd "$inner" && ls | grep '\.zst$' || true)
[ "$listed" = "$found" ] || fail 'E405 缺少或多出文件 · a part is missing or added'
sums() { jq -r ".files[]|\"\(.$1)  \(.name$2)\"" "$manifest"; }
if [ -n "$listed" ]; then
  sums sha256 '' | (cd "$inner" && sha256sum -c --strict - >/dev/null 2>&1) || fail 'E405 分卷被改动 · a part was changed'
  for part in "$inner"/*.zst; do
    zstd -q -d --no-sparse -M128MB --rm "$part" 2>/dev/null || fail "E601 解压失败 · cannot be decompressed: $(basename "$part")"
  done
  sums raw_sha256 '[:-4]' | (cd "$inner" && sha256sum -c --strict - >/dev/null 2>&1) ||
    fail 'E602 解压后内容不符 · a part does not match after decompression'
  cat "$inner"/*.ndjson >"$work/lines.ndjson"
else
  : >"$work/lines.ndjson"
fi

# Numbers of the lines, then counts, as the manifest says them.
lines=$(wc -l <"$work/lines.ndjson")
from=$(get .range.from) to=$(get .range.to)
[ "$lines" -eq $((to - from + 1)) ] || fail "E606 条数不一致 · $lines lines, not $((to - from + 1))"
jq -n --argjson from "$from" 'reduce inputs.n as $n ($from; if $n == . then . + 1 else error("n") end)' \
  "$work/lines.ndjson" >/dev/null 2>&1 || fail 'E604 记录序号不连续 · the numbers of the lines are not consecutive'
jq -en --slurpfile m "$manifest" '
  reduce (inputs | select(.leaf == null and (.op == "I" or .op == "U" or .op == "X"))) as $l ({}; .[$l.l][$l.op] += 1)
  | . as $got | $m[0].counts | to_entries
  | all(.key as $k | .value as $v | ["I", "U", "X"] | all(. as $op | ($got[$k][$op] // 0) == $v[$op]))' \
  "$work/lines.ndjson" >/dev/null 2>&1 || fail 'E606 条数不一致 · the counts differ'

# The chain over all lines, from prev_chain to chain.
chain_python() {
  python3 -c '
import hashlib, json, sys
sha = lambda b: hashlib.sha256(b).digest()
h = bytes.fromhex(sys.argv[1])
for line in sys.stdin.buffer:
    leaf = json.loads(line).get("leaf") if line.startswith(b"{\"n\":") and b"\"leaf\":" in line[:40] else None
    h = sha(h + (bytes.fromhex(leaf) if leaf else sha(line)))
print(h.hex())' "$1"
}
chain_sh() {
  h=$1
  while IFS= read -r line; do
    case $line in
    '{"n":'[0-9]*',"leaf":"'*) leaf=${line%\"\}} leaf=${leaf##*\"} ;;
    *) leaf=$(printf '%s\n' "$line" | sha256sum | cut -c1-64) ;;
    esac
    h=$(printf '%s%s' "$h" "$leaf" | sed 's/../\\\\x&/g' | xargs env printf | sha256sum | cut -c1-64)
  done
  printf '%s\n' "$h"
}
how=chain_sh
! command -v python3 >/dev/null 2>&1 || how=chain_python
[ "$($how "$(get .prev_chain)" <"$work/lines.ndjson")" = "$(get .chain)" ] || fail 'E605 链不一致 · the chain does not match'

mv "$work/lines.ndjson" "$inner/"
rm -f "$inner"/changes-*.ndjson "$inner/padding"
mv "$inner" "$out" || fail "不能写入 · cannot write: $out" 6

printf '%s\n' "单位 · office: $office" \
  "第几包 · bundle: $(jq -r '"\(.sealed_epoch)/\(.seq)"' "$out/manifest.json")" \
  "记录 · lines: $lines ($from–$to, epoch $(jq -r .epoch "$out/manifest.json"))" \
  "已删除 · forgotten: $(jq -r .forgotten "$out/manifest.json")"
jq -r '.counts | to_entries[] | "\(.key): I \(.value.I), U \(.value.U), X \(.value.X), live \(.value.live)"' "$out/manifest.json"
printf '全部核对通过 · everything checked: %s\n' "$out/lines.ndjson"
