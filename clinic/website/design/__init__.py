"""The living page of the design system at /design/: every component in every state, drawn by the real templates.

It exists wherever the clinic is not in production. Its colours and their contrast are read from static/site.css
itself, its fields come through the same form pack and the same layout of questions as everybody else's.
"""
