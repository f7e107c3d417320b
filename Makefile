# Names for the scripts; everything is in scripts/.
.PHONY: help setup demo test check schema conformance explorer promise chaos bench
.DEFAULT_GOAL := help

help: ## Show what there is
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' Makefile | expand -t 14

setup: ## Get what this machine lacks
	scripts/setup

demo: ## Set up, build and start Darasa with demo data
	scripts/setup
	scripts/demo

test: ## Set up and run every check and test
	scripts/setup tests
	scripts/test

check: ## Form and lints only
	scripts/check

schema: ## Write the generated files anew
	scripts/setup
	scripts/schema

conformance: ## Audits, clients, linters, attacks and a fuzzer of others
	scripts/setup tests
	scripts/conformance

explorer: ## Bundle the API explorer anew into assets/explorer
	scripts/setup tests
	scripts/explorer

promise: ## Promise clients the schema as it is now: a step of every release
	cp schema.graphql tests/conformance/promised.graphql

bench: ## Measure against named opponents (about half an hour)
	scripts/setup bench
	scripts/bench

chaos: ## Kill everything under load, cut the database off, fill disks, restore elsewhere (minutes)
	scripts/setup
	scripts/chaos
