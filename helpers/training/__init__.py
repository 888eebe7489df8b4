"""The commands that made the files in ``helpers/models``; nothing else imports this package."""
