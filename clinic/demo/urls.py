from django.urls import path

from clinic.demo import views

app_name = "demo"

urlpatterns = [
    path("letters/", views.letters, name="letters"),
    path("as/<slug:who>/", views.become, name="become"),
]
