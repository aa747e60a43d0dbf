"""The worst day: processes killed, databases lost, releases under load, odd requests; whole in `make battery`."""
