"""The pages of this room, one module a part of it."""
