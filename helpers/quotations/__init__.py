"""What is quoted: direct, mixed and indirect speech, and an account of every quotation mark."""

from helpers.quotations.account import find_quotation_marks
from helpers.quotations.finder import find_quotations, keep_speech

__all__ = ["find_quotation_marks", "find_quotations", "keep_speech"]
