.DEFAULT_GOAL := help
NPM := npm --no-fund --no-audit --loglevel=error

help: ## Show the targets.
	@sed -n 's/^\([a-z0-9-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

node_modules/.package-lock.json: package-lock.json
	$(NPM) ci
	@touch $@

install: node_modules/.package-lock.json ## Install the pinned packages (also the pinned Node).

run: install ## Build, then start the backend and a stand-in for Mattermost, and print one address.
	@$(NPM) run --silent preview

check: install ## Format, lint, types and unit tests.
	@$(NPM) run --silent check

test: install ## Every test: units, contracts on SQLite and PostgreSQL, the browser suite.
	@$(NPM) run --silent test

bench: install ## Measure, and print ratios against a bare baseline.
	@$(NPM) run --silent bench

dist: install ## Make the bundles for the System Console in dist/ (ARGS=--sidecar: the small one alone).
	@$(NPM) run --silent dist -- $(ARGS)

deploy: install ## Build, upload and enable a bundle (MM_URL, MM_ADMIN_TOKEN, ARGS=--managed or --sidecar).
	@test -n "$$MM_URL" || { echo "Expected MM_URL, the address of your Mattermost."; exit 2; }
	@$(NPM) run --silent dist -- $(ARGS)
	@$(NPM) run --silent deploy -- $(ARGS)

setup: install ## Make bot, tokens, slash commands and webhooks on a Mattermost, and the settings file (ARGS=...).
	@$(NPM) run --silent setup -- $(ARGS)

backup: install ## Back all to-dos up into a file, also while the backend runs (ARGS="--to FILE").
	@$(NPM) run --silent backup -- $(ARGS)

restore: install ## Put a backup in the place of the store (ARGS="--from FILE"); stop the backend first.
	@$(NPM) run --silent restore -- $(ARGS)

doctor: install ## Check each link between browser, Mattermost, backend and database.
	@$(NPM) run --silent doctor -- $(ARGS)

.PHONY: help install run check test bench dist deploy setup backup restore doctor
