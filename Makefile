# `make serve` runs the app, `make test` passes its tests; both install what is missing first.
#
#   make serve   the app on http://127.0.0.1:8080, rebuilt when a file changes
#   make test    format, lints, tests, release build, size budget, browser tests, page audit
#   make dist    the static site in dist/, for any folder of any file host
#   make pkg     the library in pkg/web and pkg/node
#   make bench   benchmarks
#   make fmt     formats the Rust code
#   make clean   removes what was built, keeps the tools
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
# The steps share two cores and one build folder.
.NOTPARALLEL:
.DEFAULT_GOAL := help
.PHONY: help serve test dist pkg bench fmt clean tools check unit package size browser audit

TRUNK := 0.21.14
WASM_BINDGEN := 0.2.130
WASM_SPLIT := 0.2.4
WASM_TARGET := wasm32-unknown-unknown
TARGET := $(or $(CARGO_TARGET_DIR),target)
PORT := 8080
# A failing test says where; the frames below it are noise.
export RUST_BACKTRACE := 0
export CHROMIUM ?= $(firstword $(wildcard /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome))
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/node_modules/.bin:$(HOME)/.cargo/bin:$(PATH)

help:
	@sed -n '2,/^SHELL/s/^# \{0,1\}//p' Makefile

# ---- Tools: installed once, into this folder where possible ----

# Built without optimisation: they run for seconds and would compile for minutes.
tool_build := CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
	CARGO_TARGET_DIR=$(CURDIR)/.tools/target cargo install --root $(CURDIR)/.tools --quiet
build_tools := .tools/toolchain .tools/trunk-$(TRUNK) .tools/wasm-split-$(WASM_SPLIT) .tools/crates node_modules/.package-lock.json
as_root := $(if $(filter 0,$(shell id -u)),,sudo)

tools: $(build_tools) .tools/browser

.tools/toolchain: rust-toolchain.toml
	rustup toolchain install
	mkdir -p .tools && touch $@

# Not `--locked`: its lock file names a yanked crate.
.tools/wasm-bindgen-$(WASM_BINDGEN): | .tools/toolchain
	$(tool_build) wasm-bindgen-cli --version $(WASM_BINDGEN) --no-default-features
	touch $@

.tools/wasm-split-$(WASM_SPLIT): | .tools/wasm-bindgen-$(WASM_BINDGEN)
	$(tool_build) wasm_split_cli_support --version $(WASM_SPLIT) --locked --features build-binary
	touch $@

.tools/trunk-$(TRUNK): | .tools/wasm-split-$(WASM_SPLIT)
	$(tool_build) trunk --version $(TRUNK) --locked --no-default-features --features rustls
	rm -rf .tools/target
	touch $@

# Trunk builds offline, so the crates are fetched before.
.tools/crates: Cargo.lock | .tools/toolchain
	cargo fetch --locked --quiet
	touch $@

node_modules/.package-lock.json: package.json package-lock.json
	PUPPETEER_SKIP_DOWNLOAD=1 PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund
	touch $@

# Without a CJK font, Chinese is drawn as boxes and measured wrongly.
.tools/browser:
	[ -x "$(CHROMIUM)" ] && fc-list :lang=zh-tw | grep -q . || \
		{ $(as_root) apt-get update -qq && $(as_root) apt-get install -qq -y chromium fonts-noto-cjk fontconfig; }
	mkdir -p .tools && touch $@

# ---- The app ----

sources := Cargo.toml Cargo.lock build.rs Trunk.toml index.html $(shell find src style public -type f)

serve: $(build_tools)
	trunk serve --dist $(TARGET)/serve --port $(PORT) --open

dist: dist/index.html

dist/index.html: $(sources) | $(build_tools)
	trunk build --release
	touch $@

pkg: pkg/package.json

# The library alone, without Leptos: pages and bundlers import pkg/web, Node pkg/node.
pkg/package.json: $(sources) tests/package/manifest.js | $(build_tools)
	cargo rustc --release --locked --lib --crate-type cdylib --target $(WASM_TARGET) --no-default-features --features api
	rm -rf pkg
	for kind in web nodejs; do \
		out=pkg/$${kind%js}; \
		wasm-bindgen --target $$kind --out-dir $$out $(TARGET)/$(WASM_TARGET)/release/backcast.wasm; \
		wasm-opt -O3 $$out/backcast_bg.wasm -o $$out/backcast_bg.wasm; \
	done
	echo '{ "type": "module" }' > pkg/web/package.json
	cp LICENSE pkg/
	node tests/package/manifest.js > $@

# ---- Tests: each step leaves its output in a log, whose summary lines are repeated at the end ----

log = 2>&1 | tee $(TARGET)/test-log/$@.log

test: check unit package size browser audit
	@echo; echo "Summary"; cd $(TARGET)/test-log && \
		grep -hE '^(test result:|First load|  +[0-9]+ (passed|failed|flaky|skipped)|\# (pass|fail) |Lighthouse)' unit.log package.log size.log browser.log audit.log

$(TARGET)/test-log:
	mkdir -p $@

check: dist
	cargo fmt --all --check
	cargo clippy --locked --quiet --workspace --all-targets --no-default-features -- -D warnings
	cargo clippy --locked --quiet --target $(WASM_TARGET) -- -D warnings
	html-validate --config tests/browser/html-validate.json $(filter-out index.html,$(wildcard public/*.html)) dist/index.html

unit: $(build_tools) | $(TARGET)/test-log
	cargo test --locked --workspace --no-default-features --no-fail-fast $(log)

package: pkg | $(TARGET)/test-log
	node --test --test-reporter=tap tests/api/*.test.mjs > $(TARGET)/test-log/package.log || { cat $(TARGET)/test-log/package.log; false; }

size: dist | $(TARGET)/test-log
	node tests/browser/size.js $(log)

browser: dist .tools/browser | $(TARGET)/test-log
	playwright test --config tests/browser $(log)

audit: dist .tools/browser | $(TARGET)/test-log
	node tests/browser/lighthouse.js $(log)

bench: dist .tools/browser
	cargo bench --locked -p backcast-model --bench model
	benches/wasm/run
	node benches/typing.js
	node benches/budget.js

fmt: .tools/toolchain
	cargo fmt --all

clean:
	rm -rf dist pkg test-results playwright-report $(TARGET)
