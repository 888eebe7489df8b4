"""``python -m helpers.corpus add my.txt --title … --published …``: put an article into the corpus."""

from __future__ import annotations

import argparse
import sys

from helpers.corpus.manifest import add_article, list_articles


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return 0, or 1 after one sentence of error."""
    parser = argparse.ArgumentParser(prog="python -m helpers.corpus", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list", help="print the articles of the corpus")
    add = commands.add_parser("add", help="copy a UTF-8 .txt file into the corpus")
    add.add_argument("path")
    add.add_argument("--id", dest="article_id", help="default: made from the file name")
    add.add_argument("--published", help="YYYY-MM-DD; without it the notebooks infer a date")
    for field in ("title", "byline", "publisher", "url", "licence"):
        add.add_argument(f"--{field}")
    options = vars(parser.parse_args(arguments))
    try:
        if options.pop("command") == "list":
            for row in list_articles().itertuples():
                print(f"{row.article_id}  {row.title}")
        else:
            article = add_article(options.pop("path"), **options)
            print(f'Added. In any notebook set article_id = "{article.article_id}".')
            if article.warning:
                print(article.warning)
    except (OSError, ValueError, KeyError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
