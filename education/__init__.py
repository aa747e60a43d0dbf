"""WHAT THEY CAN READ: articles, claims with their evidence, references. Its own release builds this room."""
