# The verbs of this project. `make` lists them.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
# The tests start hundreds of processes: without this they would all compile every module again where it is set.
unexport PYTHONDONTWRITEBYTECODE

VENV := .venv
BIN := $(VENV)/bin
REMIT := $(BIN)/remit
# Each installs what pyproject.toml names, at the versions of constraints.txt; a stamp says that it was done.
READY := $(VENV)/ready
BENCH_READY := $(VENV)/ready-for-bench
RELEASE_READY := $(VENV)/ready-for-release

# The first Python here that is new enough; `make PYTHON=...` names another.
NEW_ENOUGH := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for one in python3 python3.11 python3.12 python3.13 python3.14 python; do \
	"$$one" -c '$(NEW_ENOUGH)' 2>/dev/null && echo "$$one" && break; done; true)

EXPORTS := 2026-08-22 2026-10-16 2026-11-21
# The demo has a store of its own, so that it never mixes with what somebody loads; REMIT_STORE names another.
DEMO_STORE := sqlite:///.remit/demo.db
DEMO_REMIT := $(if $(REMIT_STORE),,REMIT_STORE=$(DEMO_STORE) REMIT_SNAPSHOTS= )$(REMIT)
AS_OF := --as-of 2026-11-21T06:00:00Z
HOST ?= 127.0.0.1
PORT ?= 8800
SERVE ?= 1
# How many processes run tests at once; 0: this one alone.
TESTERS ?= auto
# 1 says that the answer is PARTIAL, here by --limit; 2 (bad input) and 3 (a system failed) stop the demo.
MAY_BE_PARTIAL := || [ $$? -eq 1 ]

.PHONY: help setup demo test check bench serve generate explorer lock sbom audit pin-images

help: ## list the verbs
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 18

setup: $(READY) ## install everything into .venv, tests included

$(READY): pyproject.toml constraints.txt
	@[ -n '$(PYTHON)' ] || { echo 'Remit needs Python 3.11 or newer with venv (Debian: apt install python3-venv); make PYTHON=... names one' >&2; exit 1; }
	@[ -x $(BIN)/python ] && $(BIN)/python -c '$(NEW_ENOUGH)' 2>/dev/null || '$(PYTHON)' -m venv --clear $(VENV)
	@echo 'installing into $(VENV) ...'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test]'
	@touch $@

$(BENCH_READY): $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test,bench]'
	@touch $@

$(RELEASE_READY): $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test,release]'
	@touch $@

demo: setup ## load the example organisation, answer the three questions, serve (SERVE=0: stop after the answers)
	@$(REMIT) --help >/dev/null
	@for day in $(EXPORTS); do \
		echo "loading examples/larkspur/$$day"; \
		told=$$($(DEMO_REMIT) load examples/larkspur/$$day --observed-at $${day}T06:00:00Z --if-newer) $(MAY_BE_PARTIAL); \
		printf '%s\n' "$$told" | sed '/  no change  /d; /^$$/d; s/^/  /'; \
	done
	@printf '\n=== Who has the greatest blast radius ...\n'
	@$(DEMO_REMIT) query ranking --limit 5 $(AS_OF) $(MAY_BE_PARTIAL)
	@printf '\n=== ... and what does somebody still reach who left? (Dana Ito, gone since October)\n'
	@$(DEMO_REMIT) query blast-radius dana.ito@larkspur.example --limit 10 $(AS_OF) $(MAY_BE_PARTIAL)
	@printf '\n=== Which live routes to data has nobody to answer for?\n'
	@$(DEMO_REMIT) query orphaned-paths $(AS_OF) $(MAY_BE_PARTIAL)
	@printf '\n=== What did AI cost, and which team spent it?\n'
	@$(DEMO_REMIT) query cost-attribution --by team --from 2026-08-23 --to 2026-11-20 $(AS_OF) $(MAY_BE_PARTIAL)
	@printf '\nThis is the demo, in a store of its own. Until you load something, `$(REMIT) query` asks it; afterwards\n'
	@printf 'REMIT_STORE=%s names it. Your own data: see the README.\n' '$(or $(REMIT_STORE),$(DEMO_STORE))'
	@[ '$(SERVE)' = 0 ] || { printf '\n'; exec env $(DEMO_REMIT) serve --host $(HOST) --port $(PORT); }

test: check ## lint, types, and every test (REMIT_REQUIRE_ALL=1: a test that cannot run here fails)
	@$(BIN)/python -m pytest -n $(TESTERS) --dist loadgroup $(TESTS)

check: setup ## lint and types alone
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache --no-logo

bench: $(BENCH_READY) ## measure Remit beside what else could do it (BENCH='--scale large')
	@$(BIN)/python -m bench $(BENCH)

serve: setup ## serve what is loaded
	@$(REMIT) serve --host $(HOST) --port $(PORT)

generate: setup ## write again what is generated: docs, api/schema.graphql, the answers in the README, the explorer
	@$(REMIT) docs docs
	@$(BIN)/python -c 'from pathlib import Path; from api.gql.schema import build_schema, write_sdl; \
	Path("api/schema.graphql").write_text(write_sdl(build_schema()))'
	@echo api/schema.graphql
	@$(BIN)/python -m examples.answers
	@echo README.md
	@$(MAKE) --no-print-directory explorer

explorer: ## build the page at / again where its sources or the schema changed (needs Node.js 20 and npm)
	@digest=$$(find web/explorer api/schema.graphql -name node_modules -prune -o -name built.sha256 -o -path '*/generated/*' -o -type f -print0 \
		| LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1); \
	[ "$$digest" != "$$(cat web/explorer/built.sha256 2>/dev/null)" ] || exit 0; \
	command -v npm >/dev/null || { echo 'no npm here: the explorer (api/static/explorer) is older than its sources' >&2; exit 0; }; \
	cd web/explorer && { [ -d node_modules ] || npm ci --ignore-scripts --no-audit --no-fund --loglevel=error; } \
	&& npm run -s codegen >/dev/null && npm run -s check && npm run -s build -- --logLevel warn \
	&& echo "$$digest" > built.sha256 && echo api/static/explorer

lock: $(RELEASE_READY) ## write requirements.lock: what the container installs, with the hashes of the files
	@$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header --no-annotate --no-emit-index-url \
		--no-emit-trusted-host --no-emit-find-links -c constraints.txt -o requirements.lock pyproject.toml
	@echo requirements.lock

sbom: setup ## write dist/remit.cdx.json: what the container holds, as CycloneDX
	@mkdir -p dist
	@$(BIN)/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --output-reproducible -o dist/remit.cdx.json
	@echo dist/remit.cdx.json

audit: $(RELEASE_READY) ## look the locked packages up in a list of vulnerabilities (3: no index answered)
	@$(BIN)/python .ci/audit.py

pin-images: ## name the images of Dockerfile and docker-compose.yml by digest (asks their registry)
	@for image in $$(sed -n 's/^FROM \([^ ]*\).*/\1/p; s/^ *image: //p' Dockerfile docker-compose.yml | grep -v @sha256: | sort -u); do \
		digest=$$(docker buildx imagetools inspect "$$image" --format '{{.Manifest.Digest}}') \
			|| { echo "the registry does not answer for $$image: nothing was pinned" >&2; exit 3; }; \
		sed -i "s#\(FROM \|image: \)$$image\b#\1$$image@$$digest#" Dockerfile docker-compose.yml; \
		echo "$$image@$$digest"; \
	done
