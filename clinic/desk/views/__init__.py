"""TODAY: the pages of the front desk. They load no answer and no flag's name. Looking changes nothing but the book."""
