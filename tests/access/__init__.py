"""The privacy of the house, proved from outside: who gets what from every address, and where no answer may stand."""
