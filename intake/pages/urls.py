"""The patient's addresses: a random reference and at most a screen's number, never an answer."""

from django.urls import path

from intake.pages import views

app_name = "intake"

urlpatterns = [
    path("", views.home, name="start"),
    path("start/", views.begin, name="begin"),
    path("resume/", views.resume, name="resume"),
    path("forget/", views.forget, name="forget"),
    # Two doors with one address for everybody
    path("update/", views.update, name="update"),
    path("check-in/", views.how_are_you, name="how_are_you"),
    path("check-in/stop/", views.check_ins_stop, name="check_ins_stop"),
    # /intake/<reference>/       one form
    path("<slug:ref>/", views.tasks, name="tasks"),
    path("<slug:ref>/<int:number>/", views.screen, name="screen"),
    path("<slug:ref>/check/", views.check, name="check"),
    path("<slug:ref>/stop/", views.stop, name="stop"),
    path("<slug:ref>/stop/<int:number>/", views.stop, name="stop_at"),
    path("<slug:ref>/confirm/", views.confirm, name="confirm"),
    path("<slug:ref>/again/", views.again, name="again"),
    path("<slug:ref>/send/", views.send, name="send"),
    path("<slug:ref>/sent/", views.sent, name="sent"),
    path("<slug:ref>/change/", views.change, name="change"),
    path("<slug:ref>/change/drop/", views.drop_change, name="drop_change"),
    path("<slug:ref>/answer/", views.answer, name="answer"),
    path("<slug:ref>/language/", views.language, name="language"),
    path("<slug:ref>/extras/", views.extras, name="extras"),
]
