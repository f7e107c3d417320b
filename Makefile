# Names for the scripts; everything is in scripts/.
.PHONY: help setup demo test check schema conformance bench
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

schema: ## Write src/schema.rs and schema.graphql anew
	scripts/setup
	scripts/schema

conformance: ## The audits of GraphQL over HTTP
	scripts/setup tests
	scripts/conformance

bench: ## Measure against named opponents (about half an hour)
	scripts/setup bench
	scripts/bench
