# Callboard's everyday commands; a bare `make` lists them.

CALLBOARD := .build/release/callboard

.DEFAULT_GOAL := help
.PHONY: help setup site build test browse lint golden bench harden fuzz

help:  ## List these commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup:  ## Install the system packages that a build needs
	@.ci/setup build

# Without the renderers of diagrams, which cannot be installed offline, sources stand in place of pictures.
site: build  ## Build callboard in release mode and with it the portal in dist/
	@strict=--strict; .ci/setup diagrams || strict=; \
	  echo "$(CALLBOARD) build $$strict"; $(CALLBOARD) build $$strict
	@echo "Open it:  python3 -m http.server --directory dist 8000   then http://localhost:8000/"

# SwiftPM links the packer of the theme twice, so the build after a clean one does it once more; done at
# once, the next one has nothing to do.
# With Swift's libraries in the program, it runs on machines without Swift and starts faster.
build: setup  ## Build callboard in release mode
	swift build -c release --static-swift-stdlib --product callboard
	@swift build -c release --static-swift-stdlib --product callboard >/dev/null

test:  ## Check format and lint, then run unit, golden, end-to-end, hardening and browser tests
	@.ci/setup test
	swift format lint --strict --recursive Package.swift Sources Tests
	swift build --product callboard
	swift test
	python3 Tests/HardeningTests/run.py -k test_attacks -k situations -k circumstances
	@$(MAKE) --no-print-directory browse

browse:  ## Run the browser tests only, with the debug build there is
	@.ci/setup test
	@.build/test-tools/bin/python Tests/BrowserTests/run.py

lint:  ## Check format and lint only
	swift format lint --strict --recursive Package.swift Sources Tests

golden: setup  ## Rewrite the expected files of golden tests; read the diff afterwards
	CALLBOARD_UPDATE_GOLDEN=1 swift test

harden: build  ## Build hostile and broken sites in every size and number, and print the counts (half an hour)
	python3 Tests/HardeningTests/run.py --long --program $(CALLBOARD)
	CALLBOARD_MUTATIONS=10000 swift test --filter 'HostileMarkupTests|MutationTests|CorpusTests'

SECONDS_EACH ?= 600
fuzz: setup  ## Fuzz what reads other people's files, SECONDS_EACH (600) for each of six parts
	Tests/Fuzzing/run.sh $(SECONDS_EACH)

bench: build  ## Measure against other generators (minutes; installs them into a virtual environment)
	@.ci/setup test
	python3 Tests/Benchmarks/bench.py
