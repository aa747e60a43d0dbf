# The clinic's commands. Two are sacred and need only Python 3.11 or newer with its venv module, and make:
# `make run` and `make test`. `make help` names the others.

.DEFAULT_GOAL := help
.PHONY: help run test check format battery bench lighthouse pictures mutants messages lock audit sbom forget-demo runtime development

PORT ?= 8000
python := .venv/bin/python

# The first Python here that is new enough and can make a virtual environment; else python3, which says what is missing.
suitable := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
prepare = @for found in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$found" -c '$(suitable)' 2>/dev/null && exec "$$found" clinic/management/prepare.py $(1); done; \
	found="$(if $(PYTHON),$(PYTHON),python3)"; command -v "$$found" >/dev/null || \
	{ echo "Python is missing: install Python 3.11 or newer (on Debian and Ubuntu: apt-get install python3 python3-venv)." >&2; exit 1; }; \
	exec "$$found" clinic/management/prepare.py $(1)

# What the shell around us happens to hold must not reach the demo clinic.
demo := env -u DATABASE_URL -u SECRET_KEY -u ANSWER_KEYS -u ALLOWED_HOSTS -u CSRF_TRUSTED_ORIGINS -u TRUSTED_PROXIES \
	-u DEBUG -u EMAIL_URL -u DEFAULT_FROM_EMAIL -u SMS_URL -u BOUNCE_SECRET -u TIME_ZONE \
	CLINIC_MODE=demo LOG_LEVEL=WARNING PORT="$(PORT)" SITE_URL="http://localhost:$(PORT)"

help:            ## this list
	@grep -E '^[a-z-]+: .*##' Makefile | sed -E 's/^([a-z-]+):.*## /make \1\t/' | expand -t 22

run: runtime     ## the demo clinic on http://localhost:8000 (PORT=9000 make run for another); Ctrl-C stops it
	@exec $(demo) $(python) manage.py demo

test: development ## everything that must hold: lint, types, doors, the suite on both databases, journeys in a browser
	@exec $(python) -m tests.support.stages test

check: development ## the fast part of make test: lint, types, doors, migrations, system checks
	@exec $(python) -m tests.support.stages check

battery: development ## the heavy proofs in full size (an hour or more)
	@exec $(python) -m tests.support.stages battery

bench: development ## how fast it is, against floors measured in the same run (PEERS=1: against peers too)
	@exec $(python) -m tests.benchmarks

lighthouse: development ## what Lighthouse says of five pages on a phone; writes docs/lighthouse.md (needs Node)
	@exec $(python) -m tests.benchmarks.lighthouse

pictures: development ## takes the README's pictures anew, of a demo clinic made for it (some minutes)
	@exec env CLINIC_MODE=demo DJANGO_SETTINGS_MODULE=clinic.settings $(python) -m tests.support.pictures

mutants: development ## breaks the rules on purpose: the tests must notice
	@$(python) -m tests.mutants --full
	@exec $(python) -m tests.mutants.functions

format: development ## puts Python and templates into the house's format
	@$(python) -m ruff check --fix --quiet . ; $(python) -m ruff format . ; $(python) -m djlint --reformat --quiet templates || true

messages: development ## gathers every string into the catalogs of locale/ (needs no GNU gettext)
	@exec $(python) -m tests.support.catalogs gather

lock: development ## writes requirements/*.txt anew from pyproject.toml (needs uv)
	@exec $(python) clinic/management/lock.py $(UPGRADE)

audit: runtime   ## whether a package that runs has a known weakness (needs pip-audit and the network)
	@exec $(python) clinic/management/supply.py audit

sbom: runtime    ## the bill of materials, var/sbom.json: every package that runs, with its hashes
	@mkdir -p var && exec $(python) clinic/management/supply.py sbom var/sbom.json

forget-demo:     ## throws the demo clinic's data away; the next make run seeds it anew
	rm -f var/demo.sqlite3 var/demo.sqlite3-wal var/demo.sqlite3-shm

runtime:
	$(call prepare,runtime)

development:
	$(call prepare,development)
