"""Pages for everyone. / readers"""

from django.urls import path

from clinic.languages import for_emergencies
from clinic.website import crawlers, images, views
from clinic.website.search import search
from clinic.website.share import share

app_name = "website"

urlpatterns = [
    path("", views.home, name="home"),
    path("first-visit/", views.first_visit, name="first_visit"),
    path("after-your-visit/", views.plain("after_care"), name="after_care"),
    path("practitioners/", views.practitioners, name="practitioners"),
    path("practitioners/portraits/<slug:digest>/<slug:size>.webp", images.portrait, name="portrait"),
    path("places/photographs/<slug:digest>/<slug:size>.webp", images.photograph, name="photograph"),
    path("prices/", views.prices, name="prices"),
    # How to book, for those who want to know first; the times themselves are under /visits/book/.
    path("book/", views.reach("book"), name="book"),
    path("book/share/", share, name="share"),
    path("contact/", views.contact, name="contact"),
    path("emergency/", for_emergencies(views.plain("emergency")), name="emergency"),
    path("privacy/", views.privacy, name="privacy"),
    path("accessibility/", views.plain("accessibility"), name="accessibility"),
    path("colours.css", views.colours, name="colours"),
    path("search/", search, name="search"),
    path("sitemap.xml", crawlers.sitemap, name="sitemap"),
    path("robots.txt", crawlers.robots, name="robots"),
]
