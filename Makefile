# Everything that people and CI call. What a machine lacks is installed by scripts/tools.sh, into
# .tools/ (and PostgreSQL from the distribution, when root runs it); Rust must be there.
#
# Every target builds the whole workspace in one profile, so nothing is compiled twice; what asks only the
# law builds only the law.

SHELL := /usr/bin/env bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

CARGO ?= cargo
TARGET_DIR := $(or $(CARGO_TARGET_DIR),target)
JIEFEN := $(TARGET_DIR)/debug/jiefen
WORKSPACE := --workspace --locked

.PHONY: help build demo clean-demo test check fmt docs triage-model triage-study proto-baseline bench chaos sim

help: ## what there is
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

build: ## the executable, target/debug/jiefen
	$(CARGO) build $(WORKSPACE) --bins

demo: build ## a county on this machine; ONCE=1 ends when every dispute has ended or waits for a person
	@tools="$$(scripts/tools.sh nats)"; eval "$$tools"; export NATS; \
	exec $(JIEFEN) demo $(if $(filter-out 0,$(ONCE)),--once)

clean-demo: ## forgets the demo's county
	rm -rf demo

# The tests of real processes run the executable, which `cargo test` alone does not build.
test: ## every test, against real nats-server, PostgreSQL 15 and 18, SQLite, and Chromium
	scripts/tools.sh nats postgres fonts browser >/dev/null
	$(CARGO) build $(WORKSPACE) --bins
	$(CARGO) test $(WORKSPACE)
	$(TARGET_DIR)/debug/on-postgres nodes

check: ## format, lints, house rules and licences, the proof of the law, proto lint and breaking changes
	$(CARGO) fmt --all --check
	$(CARGO) clippy $(WORKSPACE) --all-targets -- -D warnings
	$(CARGO) test $(WORKSPACE) --test tidy --test law
	scripts/proto.sh check

fmt: ## formats the code
	$(CARGO) fmt --all

docs: ## docs/procedures: a picture and tables of every procedure, from its chart
	$(CARGO) run -p jiefen-law --locked --bin procedures

triage-model: ## trains the model of triage from tests/triage/corpus
	$(CARGO) run -p jiefen-study --locked --bin triage-study -- train

triage-study: ## cross-validates triage: how often the kind is right, what is taken for what, into docs/triage.md
	$(CARGO) run -p jiefen-study --locked --bin triage-study -- cross

proto-baseline: ## records the published contracts after a compatible change; refuses any other
	scripts/proto.sh baseline

bench: ## the law alone; the figures of 100,000 disputes; full lifecycles through gRPC and the bus on SQLite and PostgreSQL 15; one idle node; searching; papers; pages; a typist at the form; one JSON object a line
	scripts/tools.sh nats postgres >/dev/null
	$(CARGO) bench -p jiefen-law --locked --bench replay
	$(CARGO) bench -p jiefen-assessment-rules --locked --bench figures
	$(CARGO) build $(WORKSPACE) --bins --release >&2
	@tools="$$(scripts/tools.sh nats)"; eval "$$tools"; export NATS; \
	bench=$(TARGET_DIR)/release/jiefen; life="$$bench bench lifecycle --json"; \
	life="$$life --disputes $(or $(DISPUTES),600) --concurrency $(or $(CONCURRENCY),32)"; \
	$$life --db sqlite; \
	$(TARGET_DIR)/release/on-postgres run 15 $$life --db {}; \
	$$bench bench node; \
	found="$$bench bench search --json --rows $(or $(ROWS),100000)"; \
	$$found --db sqlite; \
	$(TARGET_DIR)/release/on-postgres run 15 $$found --db {}; \
	$$bench bench papers; \
	$$bench bench pages --rows $(or $(ROWS),100000)
	scripts/tools.sh browser >/dev/null
	TYPED_MS=$(or $(TYPED_MS),375) $(CARGO) test -p jiefen-e2e --locked --test staff -- --nocapture typist

# A filter that matches nothing is a success for cargo, and a skipped test for us.
chaos: ## faults on real processes: the module `chaos` of tests/mesh
	scripts/tools.sh nats postgres >/dev/null
	$(CARGO) build $(WORKSPACE) --bins
	@$(CARGO) test $(WORKSPACE) --test mesh -- --list 2>/dev/null | grep -q '^chaos::' \
	    || { echo 'tests/mesh has no module chaos' >&2; exit 1; }
	$(CARGO) test $(WORKSPACE) --test mesh -- --nocapture chaos::

sim: ## the seeded simulation
	$(CARGO) test $(WORKSPACE) --test sim -- --nocapture
