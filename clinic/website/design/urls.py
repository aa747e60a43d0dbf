"""The design system. /design/ builders"""

from django.urls import path

from clinic.website.design import views

app_name = "design"

urlpatterns = [
    path("", views.design, name="page"),
    path("states.css", views.states, name="states"),
]
