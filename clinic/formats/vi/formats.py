"""Dates and times in Vietnamese: Thứ 7, ngày 28 tháng 11, 14:41. Day and month are named."""

from clinic.formats.en.formats import DATE_INPUT_FORMATS, DATETIME_INPUT_FORMATS, TIME_INPUT_FORMATS

__all__ = ["DATETIME_INPUT_FORMATS", "DATE_INPUT_FORMATS", "TIME_INPUT_FORMATS"]

DATE_FORMAT = r"\n\g\à\y j \t\h\á\n\g n \nă\m Y"
MONTH_DAY_FORMAT = r"\n\g\à\y j \t\h\á\n\g n"
YEAR_MONTH_FORMAT = r"\t\h\á\n\g n \nă\m Y"
TIME_FORMAT = "G:i"
DATETIME_FORMAT = r"l, \n\g\à\y j \t\h\á\n\g n \nă\m Y, G:i"
SHORT_DATE_FORMAT = DATE_FORMAT
SHORT_DATETIME_FORMAT = r"\n\g\à\y j \t\h\á\n\g n \nă\m Y, G:i"
DAY_FORMAT = r"l, \n\g\à\y j \t\h\á\n\g n \nă\m Y"
SHORT_DAY_FORMAT = r"l, \n\g\à\y j \t\h\á\n\g n"
FIRST_DAY_OF_WEEK = 0
