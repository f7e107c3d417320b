# Names for the scripts; everything is in scripts/.
.PHONY: help setup demo test check schema conformance chaos
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

conformance: ## The audits of GraphQL over HTTP
	scripts/setup tests
	scripts/conformance

chaos: ## Kill everything under load, cut the database off, fill disks, restore elsewhere (minutes)
	scripts/setup
	scripts/chaos
