"""The proofs. The folders mirror the rooms; journeys walk through all of them in a real browser."""
