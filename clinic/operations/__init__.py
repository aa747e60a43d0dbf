"""Running the clinic: whether everything works, and what a new clinic still lacks. No models of its own."""
