"""The catalogs of translations: gathered, checked, and handed to translators and back."""
