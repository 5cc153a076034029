# make map     builds the program and maps seeds/ into output/
# make test    installs what is missing and runs every check
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

PROGRAM := .build/release/marsad
SHARED ?= ../shared

.PHONY: help setup release map test check accuracy sample format bench clean

help: ## show this list
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 16

setup: ## install the Debian packages that are missing (sudo unless root)
	@Tools/setup.sh

release: setup ## build the release program, .build/release/marsad
	@echo "building the release program (the first time takes some minutes)"
	@swift build -c release --product marsad --static-swift-stdlib

map: release ## build, then map seeds/ into output/
	@$(PROGRAM) map seeds --gazetteer gazetteer -o output
	@echo
	@echo "open the layers:      qgis output/*.geojson"
	@echo "look at one:          ogrinfo -so output/events.geojson events"
	@echo "read the events:      jq -r '.features[].properties.notes' output/events.geojson"
	@echo "why is it so:         $(PROGRAM) explain ID --in output"
	@echo "ask where a place is: $(PROGRAM) locate Khanaqin --format table"
	@echo "map your own reports: $(PROGRAM) map FOLDER -o DIR"

test: ## install what is missing and run every check
	@Tools/setup.sh --reference
	@Tools/check.sh

check: ## run every check (the packages are there); .ci/run calls this
	@Tools/check.sh

accuracy: ## figures on our development sets and on the annotated sets in SHARED (../shared), with their floors
	@if [ ! -x $(PROGRAM) ]; then echo "there is no $(PROGRAM); \`make release\` builds it" >&2; exit 1; fi
	@python3 Tools/develop.py --marsad $(PROGRAM) --floors development/events-*.jsonl development/articles-*.jsonl
	@python3 Tools/measure_locations.py --marsad $(PROGRAM) --floors development/locations*.jsonl development/questions*.jsonl \
	  development/strings*.jsonl
	@python3 Tools/measure_territories.py --marsad $(PROGRAM) --floors development/territories*.jsonl
	@python3 Tools/measure_links.py --marsad $(PROGRAM) --floors development/duplicates*.jsonl
	@python3 Tools/measure_places.py --marsad $(PROGRAM) --floors development/places*.jsonl
	@python3 Tools/measure_strange.py --marsad $(PROGRAM) --floors development/strange-*.jsonl
	@if [ ! -d "$(SHARED)/gold" ] || [ ! -d "$(SHARED)/seeds" ]; then \
	  echo "skipped: there is no $(SHARED)/gold and $(SHARED)/seeds; SHARED=DIR names another place"; \
	else \
	  $(PROGRAM) evaluate "$(SHARED)/gold" --texts "$(SHARED)/seeds" --documents | $(PROGRAM) parse -q - | \
	    $(PROGRAM) evaluate "$(SHARED)/gold" - --texts "$(SHARED)/seeds" --floors development/floors-annotated.json; \
	fi

sample: release ## rewrite docs/sample, the layers of seeds/
	@Tools/sample.sh $(PROGRAM) --write

format: ## format all Swift files in place
	@swift format -i -r --parallel Sources Tests Plugins Benchmarks Package.swift

bench: release ## speed figures as JSON lines
	@Benchmarks/parse.sh $(PROGRAM)
	@Benchmarks/start.sh $(PROGRAM)
	@Benchmarks/links.sh

clean: ## remove what was built and output/'s layers
	@rm -rf .build
	@find output -type f -not -name README.md -delete
