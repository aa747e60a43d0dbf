"""Patients and future visits from the CSV file of another system: looked at whole, then brought in whole or not at all.

csv_table reads the bytes, columns knows the headers, written_times the dates, rows the people: all pure. matching and
incoming_visits ask the database; services are the verbs.
"""
