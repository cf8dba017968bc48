#!/bin/sh
# Joins the layers into one file, lowest first: one request instead of twelve, and it compresses better.
set -eu
mkdir -p "$(dirname "$1")"
: > "$1"
for layer in tokens base layout widget form chain chart view budget compare welcome panel embed print; do
  cat "style/$layer.css" >> "$1"
done
