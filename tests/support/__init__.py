"""What the tests lean on: the cast, the fences, the databases, the browser, and the stages of `make test`."""
