"""Pages for everyone. / readers"""

from django.urls import path

from clinic.front import views

app_name = "front"

urlpatterns = [
    path("", views.home, name="home"),
    path("contact/", views.contact, name="contact"),
    path("emergency/", views.emergency, name="emergency"),
    path("privacy/", views.privacy, name="privacy"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("colours.css", views.colours, name="colours"),
]
