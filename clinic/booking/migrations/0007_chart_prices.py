"""Until now a visit type had the price of the line that was called like it: from now on it is tied to that line."""

from typing import Any

from django.db import migrations


def tie_by_name(apps: Any, _editor: Any) -> None:
    prices = {price.name.casefold(): price for price in apps.get_model("site_settings", "Price").objects.all()}
    for visit_type in apps.get_model("booking", "VisitType").objects.filter(price=None):
        visit_type.price = prices.get(visit_type.name.casefold())
        visit_type.save(update_fields=["price"])


class Migration(migrations.Migration):
    dependencies = [("booking", "0006_chart")]

    operations = [migrations.RunPython(tie_by_name, migrations.RunPython.noop)]
