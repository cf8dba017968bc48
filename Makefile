# Two commands do everything: `make serve` runs the app, `make test` passes its tests.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:

TRUNK := 0.21.14
WASM_BINDGEN := 0.2.130
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/node_modules/.bin:$(HOME)/.cargo/bin:$(PATH)

# Tools are built once, without optimisation: they run for seconds and would compile for minutes.
tool_build := CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
	CARGO_TARGET_DIR=$(CURDIR)/.tools/target cargo install --root $(CURDIR)/.tools --quiet

.tools/toolchain: rust-toolchain.toml
	rustup toolchain install
	mkdir -p .tools && touch $@

.tools/wasm-bindgen-$(WASM_BINDGEN): .tools/toolchain
	$(tool_build) wasm-bindgen-cli --version $(WASM_BINDGEN) --no-default-features
	touch $@

.tools/trunk-$(TRUNK): .tools/wasm-bindgen-$(WASM_BINDGEN)
	$(tool_build) trunk --version $(TRUNK) --locked --no-default-features --features rustls
	rm -rf .tools/target
	touch $@
