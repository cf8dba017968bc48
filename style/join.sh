#!/bin/sh
# Joins the layers into one file, lowest first: one request instead of eight, and it compresses better.
set -eu
mkdir -p "$(dirname "$1")"
: > "$1"
for layer in tokens base layout widget chart panel welcome print; do
  if [ -f "style/$layer.css" ]; then cat "style/$layer.css" >> "$1"; fi
done
