"""The house itself: settings, addresses, checks, and one package a room (see docs/house.md)."""
