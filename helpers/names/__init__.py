"""Proper names of people, organizations and places, and which of them are one and the same."""

from helpers.names.finder import find_names

__all__ = ["find_names"]
