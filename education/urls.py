"""Articles, for everyone. /articles/ readers"""

from django.urls import path

from education import feeds, views

app_name = "education"

urlpatterns = [
    path("", views.articles, name="articles"),
    path("feed/", feeds.feed, name="feed"),
    path("topics/<slug:topic>/", views.topic, name="topic"),
    path("<slug:slug>/", views.article, name="article"),
    path("<slug:slug>/print/", views.printed, name="print"),
]
