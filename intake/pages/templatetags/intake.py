"""The fields of a screen, where its form stands on the page."""

from django import template
from django.template.context import Context
from django.utils.safestring import SafeString

from intake.pages.forms import StepForm

register = template.Library()


@register.simple_tag(takes_context=True)
def screen_fields(context: Context, form: StepForm) -> SafeString:
    """Draw the layout of a screen (decision 11). `{% crispy %}` would wrap a form tag and two templates around it."""
    return SafeString(form.helper.render_layout(form, context))
