"""How each language writes dates and times (FORMAT_MODULE_PATH): one package a language, read by clinic.formatting."""
