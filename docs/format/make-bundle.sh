#!/bin/sh
# Makes one bundle with stock tools alone, from the specification (bundle-v1.md): the proof that the format is described well enough
# for somebody without our software to write it. It needs sh, printf, od, dd, awk, sha256sum, ssh-keygen, age, zstd and jq.
#
#   make-bundle.sh MANIFEST LINES SIGN_KEY OP ESCROW TAG OUT
#
# MANIFEST   manifest.json without chain and files, canonical but for these; files must be [] and chain ""
# LINES      canonical change lines, at most 16 MiB
# SIGN_KEY   the office's private key as OpenSSH writes it
# OP ESCROW  the two recipients, age1…
# TAG        tag of the keyset, 8 hex
# OUT        folder for <hash>.jwb
set -eu
LC_ALL=C
export LC_ALL
umask 077
[ $# -eq 7 ] || { printf 'usage: make-bundle.sh MANIFEST LINES SIGN_KEY OP ESCROW TAG OUT\n' >&2; exit 2; }
draft=$1 lines=$2 sign=$3 op=$4 escrow=$5 tag=$6 out=$7
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

sha() { sha256sum "$1" | cut -c1-64; }
size() { wc -c <"$1" | tr -d ' '; }
unhex() { sed 's/../\\\\x&/g' | xargs env printf; }

# Section 3: one header, its checksum, the content, zeros up to 512.
member() { # name, file
  head=$work/header
  { printf '%s' "$1"; head -c $((100 - ${#1})) /dev/zero
    printf '0000644\0'; printf '0000000\0'; printf '0000000\0'
    printf '%011o\0' "$(size "$2")"; printf '00000000000\0'
    printf '        0'; head -c 100 /dev/zero; printf 'ustar\00000'; head -c 247 /dev/zero; } >"$head"
  sum=$(od -An -v -tu1 "$head" | awk '{ for (i = 1; i <= NF; i++) s += $i } END { print s }')
  printf '%06o\0 ' "$sum" | dd of="$head" bs=1 seek=148 conv=notrunc 2>/dev/null
  cat "$head" "$2"
  head -c $(((512 - $(size "$2") % 512) % 512)) /dev/zero
}

# Section 7: the chain, line by line.
hex() { sha256sum | cut -c1-64; }
chain=$(jq -r .prev_chain "$draft")
while IFS= read -r line; do
  leaf=$(printf '%s\n' "$line" | hex)
  chain=$(printf '%s%s' "$chain" "$leaf" | unhex | hex)
done <"$lines"

# Section 9: the part, one frame with a checksum.
part=changes-000001.ndjson.zst
zstd -q -3 --check --no-progress -c <"$lines" >"$work/part"

# Section 10: what is only known now.
jq -c --arg chain "$chain" --arg name "$part" --arg sha "$(sha "$work/part")" --arg raw "$(sha "$lines")" \
  --argjson size "$(size "$work/part")" --argjson rawsize "$(size "$lines")" \
  '.chain = $chain | .files = [{name: $name, size: $size, sha256: $sha, raw_size: $rawsize, raw_sha256: $raw,
    rows: (.range.to - .range.from + 1), from: .range.from, to: .range.to}]' "$draft" >"$work/manifest.json"
ssh-keygen -q -Y sign -f "$sign" -n jwb-manifest-v1@jwb "$work/manifest.json" 2>/dev/null

# Section 9, padding: Padmé, then 512.
{ member "$part" "$work/part"; member manifest.json "$work/manifest.json"
  member manifest.json.sig "$work/manifest.json.sig"; } >"$work/inner"
length=$(($(size "$work/inner") + 512 + 1024))
padding=$(awk -v l="$length" 'BEGIN {
  for (e = 0; 2 ^ (e + 1) <= l; e++); for (s = 0; 2 ^ (s + 1) <= e; s++); s++
  step = 2 ^ (e - s); if (step < 1) step = 1
  padded = int((l + step - 1) / step) * step; padded = int((padded + 511) / 512) * 512
  print padded - l }')
head -c "$padding" /dev/zero >"$work/padding"
{ member padding "$work/padding"; head -c 1024 /dev/zero; } >>"$work/inner"
age -r "$op" -r "$escrow" -o "$work/body.age" "$work/inner"

# Section 4: the statement, its signature, the outer archive, the name.
printf '# jwb 1 bundle %s\n%s  body.age\n' "$tag" "$(sha "$work/body.age")" >"$work/SHA256SUMS"
ssh-keygen -q -Y sign -f "$sign" -n jwb-bundle-v1@jwb "$work/SHA256SUMS" 2>/dev/null
{ member SHA256SUMS "$work/SHA256SUMS"; member SHA256SUMS.sig "$work/SHA256SUMS.sig"
  member body.age "$work/body.age"; head -c 1024 /dev/zero; } >"$work/whole"
name=$(sha "$work/whole" | cut -c1-32).jwb
cp "$work/whole" "$out/$name"
printf '%s\n' "$out/$name"
