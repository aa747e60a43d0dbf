"""Articles, for everyone. /articles/ readers"""

from django.urls import path, register_converter

from education import feeds, views
from education.topics import TopicInAddress

register_converter(TopicInAddress, "topic")

app_name = "education"

urlpatterns = [
    path("", views.articles, name="articles"),
    path("feed/", feeds.feed, name="feed"),
    path("topics/<topic:topic>/", views.topic, name="topic"),
    path("<slug:slug>/", views.article, name="article"),
    path("<slug:slug>/print/", views.printed, name="print"),
]
