#!/bin/sh
# Has a person look at a text before it leaves the company, and says what may be sent.
#
#   GUILDHALL_URL=https://guildhall.example.com GUILDHALL_TOKEN=… sh human-review.sh SOL-0042 letter.txt > to-send.txt
#
# Exit 0: to-send.txt holds exactly what a person approved. Exit 1: nothing may be sent (rejected, withdrawn, or nobody looked
# in time). Exit 2: it could not be asked. Needs curl and jq. The token needs submit-content, show-content-review and
# show-content-receipt; the receipt is kept beside the text as FILE.receipt.json.
set -u
solution=${1:?which solution, such as SOL-0042}
file=${2:?the file with the text}
: "${GUILDHALL_URL:?the address of your Guildhall}" "${GUILDHALL_TOKEN:?a token}"

ask() { # method, path, further arguments of curl
  method=$1 path=$2
  shift 2
  curl --silent --show-error --fail-with-body --request "$method" "$GUILDHALL_URL/api$path" \
    --header "Authorization: Bearer $GUILDHALL_TOKEN" --header "Origin: $GUILDHALL_URL" "$@" || {
    echo "Guildhall did not take it." >&2
    exit 2
  }
}

# The same name for the same text, so that a repeated run asks nobody twice. jq -Rs takes the file as it is, line ends and all.
name=$solution-$(cksum < "$file" | tr ' ' '-')
body=$(jq -Rs --arg solution "$solution" '{solution: $solution, content: ., kind: "mail", recipient: "customer"}' < "$file")
submitted=$(ask POST /content-reviews --header "Idempotency-Key: $name" --header 'Content-Type: application/json' --data "$body") || exit 2
id=$(printf %s "$submitted" | jq -r .id)

# Each question waits up to 25 seconds at the server; in time there is a verdict, be it that time ran out.
while :; do
  answer=$(ask GET "/content-reviews/$id?wait=25") || exit 2
  [ "$(printf %s "$answer" | jq -r .verdict)" = waiting ] || break
done

# Anything but a plain yes is a no.
if [ "$(printf %s "$answer" | jq -r .send)" != true ]; then
  printf %s "$answer" | jq -r '"Not sent: \(.verdict). \(.reason // "")"' >&2
  exit 1
fi
printf %s "$answer" | jq -j .approved

# The ledger takes a verdict in within a second or two.
for _ in 1 2 3 4 5 6 7 8 9 10; do
  receipt=$(ask GET "/content-reviews/$id/receipt" 2>/dev/null) && break
  sleep 1
done
if [ -n "${receipt:-}" ]; then printf '%s\n' "$receipt" > "$file.receipt.json"; else echo "There is no receipt yet; ask for it later." >&2; fi
